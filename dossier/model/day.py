"""The calendar day: a bound of dates, and in records the day of what editors did themselves."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from typing import Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema

from dossier.model.codes import Code
from dossier.model.from_text import UnreadableValueError, schema_from_text

LAST_YEAR = 9999
"""The last year that four digits can write."""
MONTHS = tuple(calendar.month_name)
"""The names of the months, January at 1."""
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_THREE_DIGITS = 999


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A day of the proleptic Gregorian calendar, compared as numbers. Year 0 is 1 BCE, as in ISO 8601."""

    year: int
    month: int
    day: int

    @classmethod
    def parse(cls, typed: str) -> Self:
        """Read `2026-11-21`; raises `UnreadableValueError`."""
        match = _DAY.fullmatch(typed)
        if match is None or not in_calendar(*(parts := tuple(map(int, match.groups())))):
            wrong = f"“{typed}” is {'not a calendar day' if match is None else 'not in the calendar'}"
            raise UnreadableValueError(Code.BAD_DATE, wrong, "write year, month and day: 2026-11-21")
        return cls(*parts)

    def __str__(self) -> str:
        """As EDTF writes it: `2013-03-23`, `-0999-01-01`; years of more than four digits as `Y170000002-01-01`."""
        sign, digits = "-" if self.year < 0 else "", abs(self.year)
        year = f"{sign}{digits:04}" if digits <= LAST_YEAR else f"Y{sign}{digits}"
        return f"{year}-{self.month:02}-{self.day:02}"

    @property
    def label(self) -> str:
        """For readers: `23 March 2013`."""
        return f"{self.day} {MONTHS[self.month]} {year_label(self.year)}"

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Records read it from text."""
        return schema_from_text(cls, cls.parse, handler)


def in_calendar(year: int, month: int, day: int) -> bool:
    """Whether there is such a day."""
    return 1 <= month < len(MONTHS) and 1 <= day <= days_in(year, month)


def days_in(year: int, month: int) -> int:
    """How many days a month has, in any year."""
    return calendar.monthrange(year, month)[1]


def year_label(year: int) -> str:
    """A year for readers: `2013`, `850 CE`, `1000 BCE`, `the year 12,000`."""
    if year <= 0:
        before = 1 - year
        return f"{before} BCE" if before <= LAST_YEAR else f"{before:,} BCE"
    if year > LAST_YEAR:
        return f"the year {year:,}"
    return str(year) if year > _THREE_DIGITS else f"{year} CE"


def years_label(first: int, last: int) -> str:
    """A range of years for readers: `2006–2007`, `1000–900 BCE`, `10 BCE – 5 CE`."""
    begin, end = year_label(first), year_label(last)
    for era in ("", " CE", " BCE"):
        if begin.removesuffix(era).isdigit() and end.removesuffix(era).isdigit():
            return f"{begin.removesuffix(era)}–{end}"
    return f"{begin} – {end}"
