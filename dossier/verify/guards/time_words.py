"""The guard `time-word-not-in-quote`: “after 2011” is not “since 2011”, and neither is “in 2011”."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dossier.leaves.doubt import Doubt
from dossier.leaves.fold import fold, folded_text
from dossier.leaves.language.dating import Dating
from dossier.leaves.language.datings import find_datings
from dossier.leaves.language.facts import Language
from dossier.leaves.language.languages import OURS, language_of
from dossier.leaves.language.time_relations import relations_before
from dossier.model.codes import Code
from dossier.verify.guards.doubt import VerifiedClaim, fixes

TIME = Code.TIME_WORD_NOT_IN_QUOTE
_RANGE = frozenset({"since", "until"})
"""What a range of dates says of its two ends."""
_RANGE_SIGNS = frozenset("-–—")


def doubt_time_words(found: VerifiedClaim) -> Iterator[Doubt]:
    """Each word of time before a date of the statement that neither quote nor context has before a date."""
    typed, ours = found.claim.statement, language_of(OURS)
    statement = folded_text(typed)
    for start in dict.fromkeys(dating.start for dating in find_datings(statement, ours)):
        words = {
            relation: word
            for relation, word in relations_before(statement, start, ours, strict=True)
            if relation != "between"
        }
        if words and not _supported(found) & set(words):
            word = max(words.values(), key=len)
            yield Doubt(
                TIME,
                found.places.within(("statement",), typed, fold(typed).starts[start]),
                f"the statement has “{word}” before a date, and neither quote nor context does",
                "use the source’s own word of time, or " + fixes(TIME, field="the passage that has it"),
            )


def _supported(found: VerifiedClaim) -> frozenset[str]:
    """The relations of quote and context to their dates."""
    theirs = language_of(found.language)
    passages = [folded_text(anchor.exact) for anchor in (found.anchor, *found.context)]
    return frozenset[str]().union(*(_said(passage, theirs) for passage in passages))


def _said(text: str, language: Language) -> frozenset[str]:
    """The relations of a passage to its dates; a range says two."""
    datings = find_datings(text, language)
    said = {
        rel for dating in datings for rel, _ in relations_before(text, dating.start, language, strict=False)
    }
    if "between" in said or any(
        _is_range(text[first.end : last.start], first, last, language) for first, last in pairwise(datings)
    ):
        said |= _RANGE
    return frozenset(said)


def _is_range(between: str, first: Dating, last: Dating, language: Language) -> bool:
    """Whether two dates with some words between them are one range: 2015-16, June 2014 to June 2017."""
    return first.start == last.start or between.strip().lower() in _RANGE_SIGNS.union(
        language.calendar.connectors
    )
