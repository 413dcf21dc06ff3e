"""One date of ISO 8601-2 (EDTF), levels 0 and 1: grammar, strict bounds, label. Intervals are left to `date`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dossier.model.codes import Code
from dossier.model.day import MONTHS, Day, days_in, in_calendar, year_label, years_label
from dossier.model.from_text import UnreadableValueError

_DATE = re.compile(
    r"""
    (?: Y (?P<long> -? [1-9] [0-9]{4,4000} )
      | (?P<rough> -? [0-9]{2} [0-9X] X )
      | (?P<year> (?! -0000 ) -? [0-9]{4} )
        (?: - (?P<month> [0-9]{2} ) (?: - (?P<day> [0-9]{2} | XX ) )? | - (?P<unknown> XX (?: -XX )? ) )?
    )
    (?P<qualifier> [?~%]? )
    """,
    re.VERBOSE,
)
_TIMED = re.compile(
    r"""
    (?P<date> -? [0-9]{4} - [0-9]{2} - [0-9]{2} )
    T (?P<time> (?: [01][0-9] | 2[0-3] ) (?: : [0-5][0-9] ){2} )
    (?P<zone> Z | (?P<sign> [+-] ) (?P<hours> [01][0-9] | 2[0-3] ) (?: : (?P<minutes> [0-5][0-9] ) )? )?
    """,
    re.VERBOSE,
)
_LEVEL_2 = re.compile(
    r"""
    [\[{] .* [\]}]                                                     # a set of dates
    | Y -? [0-9]+ (?: E [0-9]+ | S [0-9]+ ){1,2} | -? [0-9]{4} S [0-9]+       # an exponent, significant digits
    | [?~%]? -? [0-9X]{4} [?~%]? (?: - [?~%]? [0-9X]{2} [?~%]? ){0,2}       # X or a qualifier in any part
    """,
    re.VERBOSE,
)
_DECADE = re.compile(r"[0-9]+s(?: CE)?")
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
"""By their codes in EDTF."""
_QUARTERS = range(25, 42)
"""Codes of level 2 in the place of a month: seasons of a hemisphere, quarters, halves."""
_MONTHS = 12
_EXAMPLES = "write for example 2013-03-23, 2014-07, 2011, 1985~, 199X, 2014-22 (summer), 2006/2007, ../2015 or 2011/.."
_OBJECTIONS = (
    (
        re.compile(r"\s.*|.*\s", re.DOTALL),
        "has a blank before or after it",
        "write the date alone: 2013-03-23",
    ),
    (
        re.compile(r"[^T]+T[0-9].*"),
        "has a time of day that EDTF does not allow",
        "write 1985-04-12T23:20:30, with Z or a shift such as +04:30 after it where known; or write the day alone",
    ),
    (
        re.compile(r"Y-?(?:0[0-9]*|[0-9]{1,4})"),
        "has a Y, which only years of more than four digits have",
        "write the year alone, such as 2013 or -0999",
    ),
    (re.compile(r"-0000.*"), "has no year", "write 0000 for 1 BCE, -0001 for 2 BCE"),
    (_LEVEL_2, "is EDTF level 2; dates here are level 0 or 1", _EXAMPLES),
    (re.compile(r".*", re.DOTALL), "is not an EDTF date", _EXAMPLES),
)
"""What is wrong with a text and how to fix it: the first whose pattern it has."""


@dataclass(frozen=True, slots=True)
class SingleDate:
    """A day, month, season, year, decade or century.

    `first` and `last` are its strict bounds. `unspecified` counts the digits of the year that are not known: 1 in a
    decade, 2 in a century. A `season` (21 spring to 24 winter) has the bounds of the northern meteorological one;
    winter runs into the next year. Of a time of day only `edtf` and `label` tell.
    """

    edtf: str
    first: Day
    last: Day
    label: str
    unspecified: int
    month: int | None
    day: int | None
    season: int | None
    uncertain: bool


def parse_single(typed: str) -> SingleDate:
    """Read a date that is no interval; raises `UnreadableValueError`."""
    if timed := _TIMED.fullmatch(typed):
        date = parse_single(timed["date"])
        return replace(date, edtf=typed, label=f"{date.label}, {timed['time']}{_zone(timed)}")
    match = _DATE.fullmatch(typed)
    if match is None:
        raise _refused_form(typed)
    years = match["long"] or match["rough"] or match["year"]
    first_year, last_year = sorted(int(years.replace("X", digit)) for digit in "09")
    month = int(match["month"]) if match["month"] else None
    day = int(match["day"]) if match["day"] not in {None, "XX"} else None
    season = month if month in SEASONS and match["day"] is None else None
    if month in _QUARTERS and match["day"] is None:
        raise _refused_form(typed)
    if season:
        first, last = _season(first_year, season)
    elif in_calendar(first_year, month or 1, day or 1):
        first, last = Day(first_year, month or 1, day or 1), _end(last_year, month or _MONTHS, day)
    else:
        raise refusal(typed, "is not in the calendar")
    label = _qualified(_label(match, first, last, season), match["qualifier"])
    uncertain = bool(match["qualifier"])
    return SingleDate(
        typed, first, last, label, years.count("X"), None if season else month, day, season, uncertain
    )


def refusal(typed: str, wrong: str, fix: str = _EXAMPLES) -> UnreadableValueError:
    """What to raise about a date."""
    return UnreadableValueError(Code.BAD_DATE, f"“{typed}” {wrong}", fix)


def _refused_form(typed: str) -> UnreadableValueError:
    return next(refusal(typed, wrong, fix) for form, wrong, fix in _OBJECTIONS if form.fullmatch(typed))


def in_phrase(label: str) -> str:
    """A label as it follows another word: from `the 1990s` on."""
    return f"the {label}" if _DECADE.fullmatch(label) else label


def _end(year: int, month: int, day: int | None) -> Day:
    return Day(year, month, day or days_in(year, month))


def _season(year: int, season: int) -> tuple[Day, Day]:
    month = 3 * (season - 20)  # spring begins in March
    last = _end(year, month + 2, None) if month < _MONTHS else _end(year + 1, 2, None)
    return Day(year, month, 1), last


def _label(match: re.Match[str], first: Day, last: Day, season: int | None) -> str:
    """The date for readers, without its qualifier."""
    year = year_label(first.year)
    if match["rough"]:
        number, _, era = year.partition(" ")
        is_decade = match["rough"].count("X") == 1 and first.year > 0
        return f"{number}s {era}".rstrip() if is_decade else years_label(first.year, last.year)
    if season:
        return f"{SEASONS[season]} {year}"
    if match["unknown"]:
        return f"{year} ({'month' if match['unknown'] == 'XX' else 'month and day'} not known)"
    if match["month"] is None:
        return year
    if match["day"] is None or match["day"] == "XX":
        name = f"{MONTHS[first.month]} {year}"
        return f"{name} (day not known)" if match["day"] else name
    return first.label


def _qualified(label: str, qualifier: str) -> str:
    if qualifier in {"~", "%"}:
        label = f"about {in_phrase(label)}"
    return f"{label} (uncertain)" if qualifier in {"?", "%"} else label


def _zone(timed: re.Match[str]) -> str:
    """The time zone for readers: ` UTC`, ` UTC+4:30`; empty where none is given."""
    if timed["sign"] is None:
        return " UTC" if timed["zone"] else ""
    minutes = f":{timed['minutes']}" if timed["minutes"] not in {None, "00"} else ""
    return f" UTC{timed['sign'].replace('-', '−')}{int(timed['hours'])}{minutes}"
