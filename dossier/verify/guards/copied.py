"""The guard `source-words-copied`: a statement is in our words, so it has no long run of the source's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dossier.leaves.doubt import Doubt
from dossier.leaves.fold import fold, folded_text
from dossier.model.codes import Code
from dossier.verify.guards.doubt import VerifiedClaim
from dossier.verify.matching import COPIED_WORDS, words_of

COPIED = Code.SOURCE_WORDS_COPIED
_NAME = re.compile(r"[^\W_a-z]")
"""What a name or a number begins with."""


def doubt_copied(found: VerifiedClaim) -> Iterator[Doubt]:
    """Each run of eight words or more that the source's prose has; names and numbers in it do not count."""
    typed, runs = found.claim.statement, found.source.runs
    words = list(words_of(folded_text(typed)))
    low = [word.group().lower() for word in words]
    shared = [tuple(low[at : at + COPIED_WORDS]) in runs for at in range(len(low) - COPIED_WORDS + 1)]
    for first, last in _stretches(shared):
        run = words[first : last + COPIED_WORDS]
        if sum(_NAME.match(word.group()) is None for word in run) >= COPIED_WORDS:
            start, end = fold(typed).origin(run[0].start(), run[-1].end())
            yield Doubt(
                COPIED,
                found.places.within(("statement",), typed, start),
                f"the statement has the source’s own words: “{typed[start:end]}”",
                f"use your own words, or, if there are no others, add `allow: [{{code: {COPIED}, why: …}}]`",
            )


def _stretches(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """The first and the last index of each stretch that is true throughout."""
    start = None
    for index, flag in enumerate([*flags, False]):
        if flag and start is None:
            start = index
        elif not flag and start is not None:
            yield start, index - 1
            start = None
