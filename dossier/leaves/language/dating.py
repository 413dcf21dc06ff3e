"""A date in a text as far as it is given, and the dates in digits alone: 2013-03-23 · 24/02/2006 · 2015–16 · 1999.

They are the same in every language; those with words are left to `datings`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")
_NUMERIC = re.compile(r"(?<![\d/.])(\d{1,2})([/.])(\d{1,2})\2(\d{4})(?!\d)")
_RANGE = re.compile(r"(?<![\d.,])(1\d|20|21)(\d\d)[-/](\d\d)(?![\d-])")
_YEAR = re.compile(r"(?<![\d.,/])(?:1\d|20|21)\d\d(?![\d]|,\d{3}|\.\d)")
_MONTHS = 12
_DAYS = 31


@dataclass(frozen=True, slots=True)
class Dating:
    """A date at `[start, end)` as far as it is given.

    `season` is EDTF 21–24, `decade` and `century` their first years.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    decade: int | None = None
    century: int | None = None


def numeric(text: str) -> Iterator[Dating]:
    """The days of a plain text; one whose order is not plain both ways."""
    for match in _ISO.finditer(text):
        yield from _valid(match, int(match["year"]), int(match["month"]), int(match["day"]))
    for match in _NUMERIC.finditer(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        yield from _valid(match, year, second, first)
        if first != second:
            yield from _valid(match, year, first, second)


def ranges(text: str) -> Iterator[Dating]:
    """Both years of 2015-16."""
    for match in _RANGE.finditer(text):
        first, last = int(match[1] + match[2]), int(match[1] + match[3])
        if last > first:
            yield Dating(match.start(), match.end(), first)
            yield Dating(match.start(), match.end(), last)


def years(text: str, datings: Sequence[Dating]) -> list[Dating]:
    """The years that are in none of these dates."""
    taken = {offset for dating in datings for offset in range(dating.start, dating.end)}
    return [
        Dating(match.start(), match.end(), int(match.group()))
        for match in _YEAR.finditer(text)
        if match.start() not in taken
    ]


def _valid(match: re.Match[str], year: int, month: int, day: int) -> Iterator[Dating]:
    if 1 <= month <= _MONTHS and 1 <= day <= _DAYS:
        yield Dating(match.start(), match.end(), year, month, day)
