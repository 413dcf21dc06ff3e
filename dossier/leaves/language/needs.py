"""What looks for words of a language: which parts of its file each check needs, and which checks are off without them.

Checks ask here and say nothing where they are off; that they are off is reported once a source.
"""

from __future__ import annotations

from collections.abc import Mapping

from dossier.leaves.language.facts import Language, Part
from dossier.model.codes import Code

CHECKS: Mapping[Code, frozenset[Part]] = {
    Code.NEGATION_OUTSIDE: frozenset({Part.NEGATION}),
    Code.HEDGE_OUTSIDE: frozenset({Part.HEDGE, Part.ATTRIBUTION}),
    Code.NUMBER_NOT_IN_QUOTE: frozenset({Part.NUMBERS}),
    Code.DATE_NOT_IN_QUOTE: frozenset({Part.CALENDAR}),
}
"""The checks that judge a source's words, with the parts that they need."""

OTHERS: Mapping[str, frozenset[Part]] = {
    "what `suggest` lists": frozenset(
        {Part.JUDGMENT, Part.HEDGE, Part.ATTRIBUTION, Part.NUMBERS, Part.CALENDAR}
    ),
    "where sentences end": frozenset({Part.SENTENCES}),
    "headings, hyphens and notes": frozenset({Part.READING}),
}
"""What is known less surely without a part, in words."""


def checks_off(language: Language) -> tuple[Code, ...]:
    """The checks that are off for texts in a language."""
    return tuple(code for code, parts in CHECKS.items() if parts & set(language.not_yet))


def less_sure(language: Language) -> tuple[str, ...]:
    """What else suffers from what is not known of a language."""
    return tuple(words for words, parts in OTHERS.items() if parts & set(language.not_yet))
