"""Dates of ISO 8601-2 / EDTF level 1: what they say for readers, and their strict bounds in days.

The forms, bounds and labels of level 1 are read here: the package `edtf` answers an open interval with infinities,
reads `2001/` as ending in 2011, pads `1985~`, and takes 5 ms a date. It is asked about what is none of these
forms, to tell EDTF of a higher level from what is no EDTF at all. Comparing answers is left to `analyze`.
"""

from __future__ import annotations

import calendar
import datetime
import re

from edtf import EDTFParseException, parse_edtf

from dossier.model.dates import EdtfDate

_POINT = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?(?P<qualifier>[?~%]?)"
)
_SEASONS = {"21": ("spring", 3), "22": ("summer", 6), "23": ("autumn", 9), "24": ("winter", 12)}
_EXAMPLES = "write for example 2013-03-23, 2014-07, 2011, 1985~, 199X, 2014-22 (summer), 2006/2007, ../2015 or 2011/.."


def parse_date(edtf: str) -> EdtfDate:
    """Parse an EDTF level 1 date; raises `ValueError` with a sentence for authors.

    A season has the bounds of the northern meteorological one (`2014-22`: 1 June to 31 August; winter runs into
    the next year). `..` leaves a bound open, an empty end (`2001/`) says that it is not known: both give None.
    """
    if "/" not in edtf:
        return _point(edtf)
    first, _, last = edtf.partition("/")
    start = _point(first) if first not in {"", ".."} else None
    end = _point(last) if last not in {"", ".."} else None
    earliest = start.earliest if start else None
    latest = end.latest if end else None
    if earliest and latest and earliest > latest:
        raise ValueError(f"“{edtf}” ends before it begins; put the earlier date first")
    uncertain = bool((start and start.uncertain) or (end and end.uncertain))
    return EdtfDate(
        edtf, earliest, latest, _interval_label(first, last, start, end), uncertain, interval=True
    )


def _point(edtf: str) -> EdtfDate:
    match = _POINT.fullmatch(edtf)
    if match is None:
        raise ValueError(f"“{edtf}” {_objection(edtf)}; {_EXAMPLES}")
    year, month, day, qualifier = match["year"], match["month"], match["day"], match["qualifier"]
    if "X" in year and month:
        raise ValueError(f"“{edtf}” has a month in an unknown year; {_EXAMPLES}")
    if month in _SEASONS and day is None:
        earliest, latest = _season_bounds(int(year), _SEASONS[month][1])
    else:
        earliest, latest = _bounds(edtf, year, month, day)
    return EdtfDate(edtf, earliest, latest, _qualified(_label(year, month, day), qualifier), bool(qualifier))


def _objection(typed: str) -> str:
    try:
        parse_edtf(typed)
    except EDTFParseException:
        return "is no EDTF date"
    return "is beyond EDTF level 1 of the common era"


def _bounds(edtf: str, year: str, month: str | None, day: str | None) -> tuple[str, str]:
    known_month = month if month and month != "XX" else None
    known_day = day if day and day != "XX" else None
    first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    try:
        last_month = int(known_month or 12)
        last_day = int(known_day or calendar.monthrange(last_year, last_month)[1])
        first = datetime.date(first_year, int(known_month or 1), int(known_day or 1))
        last = datetime.date(last_year, last_month, last_day)
    except ValueError:
        raise ValueError(f"“{edtf}” is no day of the calendar") from None
    return first.isoformat(), last.isoformat()


def _season_bounds(year: int, month: int) -> tuple[str, str]:
    end_year, end_month = (year, month + 2) if month < 12 else (year + 1, 2)  # noqa: PLR2004 - December
    end_day = calendar.monthrange(end_year, end_month)[1]
    return datetime.date(year, month, 1).isoformat(), datetime.date(end_year, end_month, end_day).isoformat()


def _label(year: str, month: str | None, day: str | None) -> str:
    if year.endswith("XX"):
        return f"{year[:2]}00–{year[:2]}99"
    if year.endswith("X"):
        return f"{year[:3]}0s"
    if month in _SEASONS:
        return f"{_SEASONS[month][0]} {year}"
    if month is None:
        return year
    if month == "XX":
        return f"{year} (month not known)"
    name = f"{calendar.month_name[int(month)]} {year}"
    if day is None:
        return name
    return f"{name} (day not known)" if day == "XX" else f"{int(day)} {name}"


def _qualified(label: str, qualifier: str) -> str:
    match qualifier:
        case "~":
            return f"about {label}"
        case "?":
            return f"{label} (uncertain)"
        case "%":
            return f"about {label} (uncertain)"
        case _:
            return label


def _interval_label(first: str, last: str, start: EdtfDate | None, end: EdtfDate | None) -> str:
    if start and end:
        years = re.fullmatch(r"[0-9]{4}/[0-9]{4}", f"{first}/{last}")
        return f"{first}–{last}" if years else f"{start.label} – {end.label}"
    if start:
        return f"since {start.label}" if last == ".." else f"from {start.label}, end not known"
    if end:
        return f"by {end.label}" if first == ".." else f"until {end.label}, start not known"
    return "at an unknown time"
