"""What looks for words of a language: which parts of its file each check needs, and which checks are off without them.

Checks ask here and say nothing where they are off; that they are off is reported once a source.
"""

from __future__ import annotations

from collections.abc import Mapping

from dossier.leaves.language.facts import Language, LanguagePart
from dossier.model.codes import Code

CHECKS: Mapping[Code, frozenset[LanguagePart]] = {
    Code.NEGATION_OUTSIDE: frozenset({LanguagePart.NEGATION}),
    Code.HEDGE_OUTSIDE: frozenset({LanguagePart.HEDGE, LanguagePart.CONDITION, LanguagePart.ATTRIBUTION}),
    Code.NUMBER_NOT_IN_QUOTE: frozenset({LanguagePart.NUMBERS}),
    Code.DATE_NOT_IN_QUOTE: frozenset({LanguagePart.CALENDAR}),
    Code.TIME_WORD_NOT_IN_QUOTE: frozenset({LanguagePart.CALENDAR, LanguagePart.TIME}),
}
"""The checks that judge a source's words, with the parts that they need."""

OTHERS: Mapping[str, frozenset[LanguagePart]] = {
    "what `suggest` lists": frozenset(
        {
            LanguagePart.JUDGMENT,
            LanguagePart.HEDGE,
            LanguagePart.CONDITION,
            LanguagePart.ATTRIBUTION,
            LanguagePart.NUMBERS,
            LanguagePart.CALENDAR,
        }
    ),
    "the source’s own hedges": frozenset({LanguagePart.HEDGE}),
    "where sentences end": frozenset({LanguagePart.SENTENCES}),
    "headings, hyphens and notes": frozenset({LanguagePart.READING}),
}
"""What is known less surely without a part, in words."""


def checks_off(language: Language) -> tuple[Code, ...]:
    """The checks that are off for texts in a language."""
    return tuple(code for code, parts in CHECKS.items() if parts & set(language.not_yet))


def less_sure(language: Language) -> tuple[str, ...]:
    """What else suffers from what is not known of a language."""
    return tuple(words for words, parts in OTHERS.items() if parts & set(language.not_yet))
