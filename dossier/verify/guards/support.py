"""What supports a claim: numbers and dates that quote and context have, and whether a given one is among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from dossier.leaves.fold import folded_text
from dossier.leaves.language.dating import Dating
from dossier.leaves.language.datings import find_datings
from dossier.leaves.language.facts import Language
from dossier.leaves.language.numerals import Numeral, find_numerals
from dossier.leaves.language.words import plain, words_in
from dossier.model.day import MONTHS, year_label, years_label
from dossier.model.edtf import SEASONS

_PERCENT = 100
_DAYS = 31


@dataclass(frozen=True, slots=True)
class Support:
    """The words, and the values in them. Read generously: what is here only supports, it never accuses."""

    text: str
    numbers: frozenset[Fraction]
    orders: frozenset[Fraction]
    datings: tuple[Dating, ...]
    ordinal_endings: tuple[str, ...]

    def has_number(self, wanted: Numeral) -> bool:
        """Whether the words have this number: half is 50 %, 87 is eighty-seven; a code is compared as printed."""
        if wanted.code:
            return wanted.code in self.text.lower()
        if wanted.order:
            return wanted.value in self.orders
        if wanted.percent:
            return bool({wanted.value, wanted.value / _PERCENT} & self.numbers)
        return wanted.value in self.numbers

    def missing_of(self, wanted: Dating, *, about: bool = False) -> str:
        """What the words lack of a date; empty where they have it. `about`: the year or its decade will do."""
        if wanted.decade is not None:
            return "" if self._has_decade(wanted.decade) else f"{wanted.decade}s"
        if wanted.century is not None:
            return (
                "" if self._has_century(wanted.century) else years_label(wanted.century, wanted.century + 99)
            )
        if wanted.year is not None and not self._has_year(wanted.year, about=about):
            return year_label(wanted.year)
        if about:
            return ""
        if wanted.season is not None:
            return "" if self._has_season(wanted.season) else SEASONS[wanted.season]
        return self._missing_day(wanted, wanted.month) if wanted.month is not None else ""

    def _missing_day(self, wanted: Dating, month: int) -> str:
        """What the words lack of a month and a day of it."""
        same_month = [
            dating for dating in self.datings if dating.month == month and _agree(dating.year, wanted.year)
        ]
        name = MONTHS[month]
        if not same_month:
            other_year = any(dating.month == month for dating in self.datings)
            return f"{name} {wanted.year}" if other_year else name
        if wanted.day is None or any(dating.day == wanted.day for dating in same_month):
            return ""
        return "" if self._has_ordinal(wanted.day) else f"{wanted.day} {name}"

    def _has_year(self, year: int, *, about: bool) -> bool:
        printed = year if year > 0 else 1 - year  # -999 is 1000 BCE
        if any(dating.year == year for dating in self.datings) or Fraction(printed) in self.numbers:
            return True
        return about and self._has_decade(year - year % 10)

    def _has_decade(self, decade: int) -> bool:
        return any(dating.decade == decade for dating in self.datings)

    def _has_century(self, century: int) -> bool:
        """“The 1800s” may be a century or a decade."""
        return self._has_decade(century) or any(dating.century == century for dating in self.datings)

    def _has_season(self, season: int) -> bool:
        return any(dating.season == season for dating in self.datings)

    def _has_ordinal(self, day: int) -> bool:
        """“On the 23rd”, with the month elsewhere."""
        return any(f"{day}{ending}" in self.text for ending in self.ordinal_endings)


def support_of(passages: Sequence[str], language: Language) -> Support:
    """What supports a claim: the exact words of its quote and of each passage of context."""
    text = plain("\n".join(folded_text(passage) for passage in passages), language)
    datings = find_datings(text, language)
    days = {
        offset for dating in datings if dating.day is not None for offset in range(dating.start, dating.end)
    }
    numerals = [
        numeral
        for numeral in find_numerals(text, language)
        if numeral.start not in days or numeral.value > _DAYS
    ]
    numbers = {numeral.value for numeral in numerals if not numeral.code}
    numbers |= {numeral.value / _PERCENT for numeral in numerals if numeral.percent}
    numbers |= {numeral.value * _PERCENT for numeral in numerals if numeral.value.denominator > 1}
    numbers |= _values(text, language.numbers.implied, language)
    orders = frozenset(numeral.value for numeral in numerals if numeral.order)
    several = _values(text, language.numbers.scales, language)
    endings = language.numbers.ordinal_endings
    return Support(text, frozenset(numbers) | orders, orders | several, tuple(datings), endings)


def _values(text: str, values: Mapping[str, int], language: Language) -> frozenset[Fraction]:
    """The values of the words in a plain text."""
    return frozenset(Fraction(values[match["word"]]) for match in words_in(text, values, language))


def _agree(one: int | None, other: int | None) -> bool:
    return one is None or other is None or one == other
