"""Finds the sentences of inline Markdown that cite no claim.

A citation belongs to the sentence that it is in, or that it follows before the next one begins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from dossier.leaves.language.languages import OURS, language_of
from dossier.leaves.language.sentences import split_sentences
from dossier.link.syntax import Token, TokenKind, blank

_EMPHASIS = re.compile(r"[*_]")


def uncited(markdown: str, found: list[Token], cites_claim: Callable[[Token], bool]) -> Iterator[int]:
    """The offset at which each sentence without a claim begins; `found` are the tokens of the text."""
    citations = [token for token in found if token.kind is TokenKind.CITATION]
    others = [token for token in found if token.kind is not TokenKind.CITATION]
    words = blank(markdown, [(token.start, token.end) for token in citations])
    words = _EMPHASIS.sub(" ", blank(words, [(token.start, token.end) for token in others], "X"))
    starts = [start for start, _ in split_sentences(words, language_of(OURS).sentences)]
    claims = [token.start for token in citations if cites_claim(token)]
    for start, (begin, end) in zip(starts, pairwise([0, *starts[1:], len(markdown)]), strict=False):
        if re.search(r"\w", words[start:end]) and not any(begin <= claim < end for claim in claims):
            yield start
