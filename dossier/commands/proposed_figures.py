"""What a text counts: each number outside of dates with its unit and its bound, as a claim's `figure` has them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from dossier.leaves.language.dating import Dating
from dossier.leaves.language.facts import Language
from dossier.leaves.language.numerals import Numeral, find_numerals
from dossier.leaves.language.words import alternatives, plain
from dossier.model.kinds import Bound

PERCENT = "percent"
_NEXT_WORDS = re.compile(r"(?:[^\S\n]+[\w’'-]+)*")
_REACH = 4
"""How many words behind a number may be its unit."""
_WINDOW = 40
"""How many characters before a number its bound may begin."""


@dataclass(frozen=True, slots=True)
class ProposedFigure:
    """A value in plain digits, what it counts, and how it bounds it."""

    value: str
    unit: str
    bound: Bound


def figures_in(
    text: str, datings: Iterable[Dating], language: Language, units: Collection[str]
) -> Iterator[ProposedFigure]:
    """The figures of a folded text, in order; `units` are those that records have already."""
    dated = {offset for dating in datings for offset in range(dating.start, dating.end)}
    for numeral in find_numerals(text, language):
        typed = text[numeral.start : numeral.end].lower()
        counts = not (numeral.code or numeral.ordinal or numeral.order or typed in language.numbers.uncounted)
        counts = counts and not _numbers(language).search(text, 0, numeral.start)
        unit = PERCENT if numeral.percent else _unit(text[numeral.end :], language, units)
        if numeral.start not in dated and counts and unit and (value := _digits(numeral)):
            yield ProposedFigure(value, unit, _bound(text[: numeral.start], language))


@cache
def _numbers(language: Language) -> re.Pattern[str]:
    """What stands before a number that counts nothing: it is that of an issue, a volume or a page."""
    return re.compile(rf"(?<!\w)(?:{alternatives(language.reading.numbered)})\.?\s*\Z", re.IGNORECASE)


def _unit(behind: str, language: Language, units: Collection[str]) -> str:
    """A unit that is known among the next words; else the first of them that is no small word and no name."""
    match = _NEXT_WORDS.match(behind)
    words = match[0].split()[:_REACH] if match else []
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            if (unit := " ".join(words[start:end])) in units:
                return unit
    small = {*language.small, *language.numbers.joints}
    told = [word for word in words if word.lower() not in small and word.isalpha()]
    return next((word for word in told if word[0].islower() or not word[0].isupper()), "")


def _bound(before: str, language: Language) -> Bound:
    window = plain(before[-_WINDOW:], language)
    return next((bound for bound, pattern in _bounds(language) if pattern.search(window)), Bound.EXACT)


@cache
def _bounds(language: Language) -> tuple[tuple[Bound, re.Pattern[str]], ...]:
    """The patterns of the words that stand just before a number."""
    numbers = language.numbers
    ones = alternatives(numbers.ones)
    lists = (
        (Bound.AT_LEAST, numbers.at_least),
        (Bound.AT_MOST, numbers.at_most),
        (Bound.ABOUT, numbers.about),
    )
    return tuple(
        (bound, re.compile(rf"(?<!\w)(?:{alternatives(words)})(?:\s+(?:{ones}))?\s*$", re.IGNORECASE))
        for bound, words in lists
    )


def _digits(numeral: Numeral) -> str:
    """Plain digits, as records have them; empty for a number that has no end."""
    value: Fraction = numeral.value
    if value.denominator == 1:
        return str(value.numerator)
    digits = f"{float(value):.6f}".rstrip("0")
    return digits if Fraction(digits) == value else ""
