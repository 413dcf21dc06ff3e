"""The guard `time-word-not-in-quote`: “after 2011” is not “since 2011”, and neither is “in 2011”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from dossier.leaves.doubt import Doubt
from dossier.leaves.fold import fold, folded_text
from dossier.leaves.language.datings import Dating, find_datings
from dossier.leaves.language.facts import Language
from dossier.leaves.language.languages import OURS, language_of
from dossier.leaves.language.tables import TimeWords
from dossier.leaves.language.words import alternatives, any_of, plain
from dossier.model.codes import Code
from dossier.verify.guards.doubt import VerifiedClaim, fixes

TIME = Code.TIME_WORD_NOT_IN_QUOTE
_RELATIONS = tuple(name for name in TimeWords.model_fields if name != "joints")
_RANGE = frozenset({"since", "until"})
"""What a range of dates says of its two ends."""
_RANGE_SIGNS = frozenset("-–—")
_REACH = 80
"""How many characters before a date its time word may be."""
_WORDS_BETWEEN = 5
"""How many words may come between the two in the source; in a statement only those of the list `joints` may."""


def doubt_time_words(found: VerifiedClaim) -> Iterator[Doubt]:
    """Each word of time before a date of the statement that neither quote nor context has before a date."""
    ours, theirs = language_of(OURS), language_of(found.language)
    passages = [folded_text(anchor.exact) for anchor in (found.anchor, *found.context)]
    supported = frozenset[str]().union(*(_said(passage, theirs) for passage in passages))
    statement = fold(found.claim.statement)
    for start in dict.fromkeys(dating.start for dating in find_datings(statement.text, ours)):
        words = {
            relation: word
            for relation, word in _before(statement.text, start, ours, strict=True)
            if relation != "between"
        }
        if words and not supported & set(words):
            word = max(words.values(), key=len)
            yield Doubt(
                TIME,
                found.places.within(("statement",), found.claim.statement, statement.starts[start]),
                f"the statement has “{word}” before a date, and neither quote nor context does",
                "use the source’s own word of time, or " + fixes(TIME, field="the passage that has it"),
            )


def _said(text: str, language: Language) -> frozenset[str]:
    """The relations of a passage to its dates; a range says two."""
    datings = find_datings(text, language)
    said = {rel for dating in datings for rel, _ in _before(text, dating.start, language, strict=False)}
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


def _before(text: str, start: int, language: Language, *, strict: bool) -> Iterator[tuple[str, str]]:
    """The relations that the words just before an offset of a folded text tell of, each with its word."""
    window = plain(text[max(0, start - _REACH) : start], language)
    for relation, pattern in _patterns(language, strict=strict):
        if (match := pattern.search(window)) is not None:
            yield relation, match["word"]


@cache
def _patterns(language: Language, *, strict: bool) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """For each relation the pattern of one of its words with what may follow up to the date."""
    between = rf"(?:{alternatives(language.time.joints)})" if strict else r"\w+"
    most = "*" if strict else f"{{0,{_WORDS_BETWEEN}}}"
    rest = rf"(?:[\W_]*{between}(?!\w)){most}[\W_]*\Z"
    return tuple(
        (relation, re.compile(any_of(words, language).pattern + rest, re.IGNORECASE))
        for relation in _RELATIONS
        if (words := getattr(language.time, relation))
    )
