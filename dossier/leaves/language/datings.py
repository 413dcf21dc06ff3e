"""Dates in a text, no more exact than given: 23 March 2013 · March and April 2007 · 24/02/2006 · 2015–16 · the 1990s.

The text is folded beforehand. Comparing them with a claim is left to `verify`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dossier.leaves.language.vocabulary import Vocabulary, whole_words

_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")
_NUMERIC = re.compile(r"(?<![\d/.])(\d{1,2})([/.])(\d{1,2})\2(\d{4})(?!\d)")
_RANGE = re.compile(r"(?<![\d.,])(1\d|20|21)(\d\d)[-/](\d\d)(?![\d-])")
_DECADE = re.compile(
    r"(?<![\d.,])(1\d\d|20\d)0'?s\b|(?<![\w'])'(\d)0s\b|\b(?:décennie|années) (1\d\d|20\d)0\b"
)
_YEAR = re.compile(r"(?<![\d.,/])(?:1\d|20|21)\d\d(?![\d]|,\d{3}|\.\d)")
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTHS = 12
_DAYS = 31


@dataclass(frozen=True, slots=True)
class Dating:
    """A date at `[start, end)` as far as it is given; `season` is EDTF 21–24, `decade` its first year."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    decade: int | None = None


def find_datings(text: str, words: Vocabulary) -> list[Dating]:
    """Every date of a folded text in order; a numeric one whose order is not plain both ways, at the same place."""
    found = [*_numeric(text), *_with_month(text, words), *_with_season(text, words), *_decades(text, words)]
    for match in _RANGE.finditer(text):
        first, last = int(match[1] + match[2]), int(match[1] + match[3])
        if last > first:
            found += [Dating(match.start(), match.end(), first), Dating(match.start(), match.end(), last)]
    taken = {offset for dating in found for offset in range(dating.start, dating.end)}
    found += [
        Dating(match.start(), match.end(), int(match.group()))
        for match in _YEAR.finditer(text)
        if match.start() not in taken
    ]
    return sorted(found, key=lambda one: (one.start, one.end))


def _numeric(text: str) -> Iterator[Dating]:
    for match in _ISO.finditer(text):
        yield from _valid(match, int(match["year"]), int(match["month"]), int(match["day"]))
    for match in _NUMERIC.finditer(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        yield from _valid(match, year, second, first)
        if first != second:
            yield from _valid(match, year, first, second)


def _valid(match: re.Match[str], year: int, month: int, day: int) -> Iterator[Dating]:
    if 1 <= month <= _MONTHS and 1 <= day <= _DAYS:
        yield Dating(match.start(), match.end(), year, month, day)


def _with_month(text: str, words: Vocabulary) -> Iterator[Dating]:
    """A month with the days and the year beside it; months that share a year each get it."""
    shapes = _shapes(words)
    months = [
        match for match in whole_words(tuple(words.months)).finditer(text) if _is_month(match.group(), words)
    ]
    following_year: int | None = None
    following_start = len(text)
    datings: list[Dating] = []
    for match in reversed(months):
        month = words.months[match.group().lower()]
        before = shapes.days_before.search(text, 0, match.start())
        after = None if before else shapes.days_after.match(text, match.end())
        beside = before or after
        days = re.findall(r"\d+", beside.group()) if beside else []
        start, end = before.start() if before else match.start(), after.end() if after else match.end()
        year_there = shapes.year_after.match(text, end)
        year: int | None = None
        if year_there:
            year, end = int(year_there[1]), year_there.end()
        elif shapes.between.fullmatch(text, end, following_start):
            year = following_year
        datings += [Dating(start, end, year, month, int(day)) for day in days] or [
            Dating(start, end, year, month)
        ]
        following_year, following_start = year, start
    yield from datings


@dataclass(frozen=True, slots=True)
class _Shapes:
    days_before: re.Pattern[str]
    days_after: re.Pattern[str]
    year_after: re.Pattern[str]
    between: re.Pattern[str]


@cache
def _shapes(words: Vocabulary) -> _Shapes:
    suffix = "|".join(map(re.escape, words.forms["ordinal_suffixes"]))
    connector = "|".join(
        re.escape(word) if not word.isalpha() else rf"\b{re.escape(word)}\b" for word in words.connectors
    )
    of = "|".join(map(re.escape, words.of))
    day = rf"{_DAY}(?:{suffix})?"
    days = rf"{day}(?:\s*(?:{connector})\s*(?:(?:{of})\s+)?{day})*"
    return _Shapes(
        days_before=re.compile(rf"(?<![\d.,/-])(?<!\w){days}(?:\s+(?:{of}))*\s*-?\s*$"),
        days_after=re.compile(rf"\.?\s+{days}(?![\d%]|[.,]\d|\s+(?!(?:{connector})\b)[a-z])"),
        year_after=re.compile(rf"\.?\s*,?\s*(?:(?:{of})\s+)*((?:1\d|20|21)\d\d)(?!\d|,\d)"),
        between=re.compile(rf"(?:\s|,|\b(?:from|of|{of})\b|{connector})*"),
    )


def _is_month(word: str, words: Vocabulary) -> bool:
    return word.lower() not in words.month_capitals or word[0].isupper()


def _with_season(text: str, words: Vocabulary) -> Iterator[Dating]:
    of = "|".join(map(re.escape, words.of))
    for match in whole_words(tuple(words.seasons)).finditer(text):
        year = re.compile(rf",?\s+(?:(?:{of})\s+)*((?:1\d|20|21)\d\d)(?!\d)").match(text, match.end())
        season = words.seasons[match.group().lower()]
        yield Dating(
            match.start(), year.end() if year else match.end(), int(year[1]) if year else None, season=season
        )


def _decades(text: str, words: Vocabulary) -> Iterator[Dating]:
    for match in _DECADE.finditer(text):
        first = 1900 + 10 * int(match[2]) if match[2] else 10 * int(match[1] or match[3])
        yield Dating(match.start(), match.end(), decade=first)
    for match in whole_words(tuple(words.decades)).finditer(text):
        yield Dating(match.start(), match.end(), decade=1900 + words.decades[match.group().lower()])
    for match in whole_words(tuple(words.years)).finditer(text):
        yield Dating(match.start(), match.end(), words.years[match.group().lower()])
