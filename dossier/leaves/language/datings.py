"""Dates in a text, no more exact than given: 23 March 2013 · March and April 2007 · 24/02/2006 · 2015–16 · the 1990s.

The text is folded beforehand. Comparing them with a claim is left to `verify`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dossier.leaves.language.dating import Dating, numeric, ranges, years
from dossier.leaves.language.facts import Language
from dossier.leaves.language.numerals import find_numerals
from dossier.leaves.language.tables import Calendar
from dossier.leaves.language.words import alternatives, has_digit, may_have, plain, starts_word, words_in

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_ROMAN = r"(?<!\w)(?P<roman>[IVX]{1,5})"
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}
_DAYS_WITHIN = 200
"""So many characters before a month its days are looked for: more than a whole month of them."""
_NUMBER_WITHIN = 20


def find_datings(text: str, language: Language) -> list[Dating]:
    """Every date of a folded text in order; a numeric one whose order is not plain both ways, at the same place."""
    text = plain(text, language)
    in_digits = has_digit(text)
    found = list(numeric(text)) if in_digits else []
    if may_have(text, _words(language), language):
        found += [*_with_month(text, language), *_with_season(text, language), *_in_words(text, language)]
        found += _centuries(text, language)
    if in_digits:
        found += [*_decades(text, language.calendar), *ranges(text)]
        found += years(text, found)
    return sorted(found, key=lambda dating: (dating.start, dating.end))


@cache
def _words(language: Language) -> tuple[str, ...]:
    """All words by which a date may be found: none of them is in most texts."""
    calendar = language.calendar
    lists = calendar.month_numbers, calendar.season_numbers, calendar.decades, calendar.years
    return tuple(word for words in (*lists, calendar.centuries, calendar.century_words) for word in words)


def _with_month(text: str, language: Language) -> Iterator[Dating]:
    """A month with the days and the year beside it; months that share a year each get it."""
    calendar = language.calendar
    months = [
        match
        for match in words_in(text, calendar.month_numbers, language)
        if _is_month(text[slice(*match.span("word"))], calendar)
    ]
    if not months:
        return
    shapes = _shapes(language)
    following_year: int | None = None
    following_start = len(text)
    datings: list[Dating] = []
    for match in reversed(months):
        month = calendar.month_numbers[match["word"]]
        before = shapes.days_before.search(text, max(0, match.start() - _DAYS_WITHIN), match.start())
        after = None if before else shapes.days_after.match(text, match.end())
        beside = before or after
        days = re.findall(r"\d+", beside.group()) if beside else []
        start = before.start() if before else match.start("word")
        end = after.end() if after else match.end()
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
    year_after_season: re.Pattern[str]


@cache
def _shapes(language: Language) -> _Shapes:
    calendar = language.calendar
    ending, of = alternatives(language.numbers.ordinal_endings), alternatives(calendar.of)
    opening = alternatives(calendar.openings)
    connector = "|".join(_connector(word, language) for word in calendar.connectors) or r"(?!)"
    day = rf"{_DAY}(?:{ending})?"
    days = rf"{day}(?:\s*(?:{connector})\s*(?:(?:{of})\s+)?{day})*"
    return _Shapes(
        days_before=re.compile(rf"(?<![\d.,/-])(?:{starts_word(language)}){days}(?:\s+(?:{of}))*\s*-?\s*$"),
        days_after=re.compile(rf"\.?\s+{days}(?![\d%]|[.,]\d|\s+(?!(?:{connector})\b)[a-z])"),
        year_after=re.compile(rf"\.?\s*,?\s*(?:(?:{of})\s+)*((?:1\d|20|21)\d\d)(?!\d|,\d)"),
        between=re.compile(rf"(?:\s|,|\b(?:{opening}|{of})\b|{connector})*"),
        year_after_season=re.compile(rf",?\s+(?:(?:{of})\s+)*((?:1\d|20|21)\d\d)(?!\d)"),
    )


def _connector(word: str, language: Language) -> str:
    """A word that joins dates; a particle may be written on to what follows it."""
    if not word.isalpha():
        return re.escape(word)
    return rf"\b{re.escape(word)}" + ("" if word in language.prefixes else r"\b")


def _is_month(word: str, calendar: Calendar) -> bool:
    return word[0].isupper() or all(word.lower() != name.lower() for name in calendar.capital_counts)


def _with_season(text: str, language: Language) -> Iterator[Dating]:
    seasons = language.calendar.season_numbers
    for match in words_in(text, seasons, language):
        year = _shapes(language).year_after_season.match(text, match.end())
        yield Dating(
            match.start("word"),
            year.end() if year else match.end(),
            int(year[1]) if year else None,
            season=seasons[match["word"]],
        )


def _decades(text: str, calendar: Calendar) -> Iterator[Dating]:
    for match in _decade(calendar).finditer(text):
        first = 1900 + 10 * int(match[2]) if match[2] else 10 * int(match[1] or match[3])
        yield Dating(match.start(), match.end(), decade=first)


def _in_words(text: str, language: Language) -> Iterator[Dating]:
    """The nineties; last year."""
    calendar = language.calendar
    for match in words_in(text, calendar.decades, language):
        yield Dating(match.start("word"), match.end(), decade=1900 + calendar.decades[match["word"]])
    for match in words_in(text, calendar.years, language):
        yield Dating(match.start("word"), match.end(), calendar.years[match["word"]])


@cache
def _decade(calendar: Calendar) -> re.Pattern[str]:
    """1990s, '90s, années 1990."""
    ending, word = alternatives(calendar.decade_endings), alternatives(calendar.decade_words)
    return re.compile(
        rf"(?<![\d.,])(1\d\d|20\d)0(?:{ending})\b|(?<![\w'])'(\d)0(?:{ending})\b"
        rf"|\b(?:{word}) (1\d\d|20\d)0\b"
    )


def _centuries(text: str, language: Language) -> Iterator[Dating]:
    """The 19th century, the nineteenth and twentieth centuries, le XIXe siècle; el siglo XIX."""
    names = [match.span("word") for match in words_in(text, language.calendar.centuries, language)]
    heads = words_in(text, language.calendar.century_words, language)
    if not names and not heads:
        return
    numerals = find_numerals(text, language)
    ordinals = [(numeral.start, numeral.end, int(numeral.value)) for numeral in numerals if numeral.ordinal]
    ending = alternatives(language.numbers.ordinal_endings)
    ordinals += _romans(rf"{_ROMAN}(?:{ending})(?!\w)", text)
    between, ends = _shapes(language).between, dict(names)
    starts = sorted(ends)
    for start, end, number in sorted(ordinals, reverse=True):
        after = bisect_left(starts, end)
        if after < len(starts) and between.fullmatch(text, end, starts[after]):
            ends[start] = ends[starts[after]]
            insort(starts, start)
            yield Dating(start, ends[start], century=100 * (number - 1))
    numbers = [(numeral.start, numeral.end, int(numeral.value)) for numeral in numerals] + _romans(
        rf"{_ROMAN}(?!\w)", text
    )
    numbers.sort()
    for head in heads:
        first = bisect_right(numbers, (head.end(), len(text), 0))
        for start, end, number in numbers[first : bisect_right(numbers, (head.end() + _NUMBER_WITHIN,))]:
            if text[head.end() : start].strip() in {"", *language.prefixes}:
                yield Dating(head.start("word"), end, century=100 * (number - 1))


def _romans(pattern: str, text: str) -> list[tuple[int, int, int]]:
    """Roman numerals, with their places."""
    return [(*match.span(), _roman(match["roman"])) for match in re.finditer(pattern, text)]


def _roman(numeral: str) -> int:
    digits = [_ROMAN_DIGITS[letter] for letter in numeral]
    return sum(-one if one < after else one for one, after in zip(digits, [*digits[1:], 0], strict=True))
