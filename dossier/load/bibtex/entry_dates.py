"""When a work appeared: `date`, or `year`, `month` and `day`, as one date. How dates are written is left to `Date`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dossier.load.bibtex.terms import DATES
from dossier.load.bibtex.typed_entry import TypedField, tell
from dossier.model.codes import Code
from dossier.model.date import Date
from dossier.model.day import MONTHS as MONTH_NAMES
from dossier.model.from_text import UnreadableValueError
from dossier.model.problem import Problems, Related

_BRACES = str.maketrans("", "", "{}")
_YEAR = re.compile(r"-?\d{4}[?~%]?")
_YEARS = re.compile(r"(\d{4})\s*(?:-{1,3}|–|/)\s*(\d{4})")
_MONTH = re.compile(
    r"(?:(?P<before>\d{1,2})[\s~.]+)?(?P<month>[A-Za-z]+|\d{1,2})\.?(?:[\s~,]+(?P<after>\d{1,2})(?:st|nd|rd|th)?)?"
)
_TO = re.compile(r"\s*(?:-{1,3}|–|/)\s*")
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_IN_NOTE = "a date that can't be right as printed belongs in `note`"


def read_date(fields: Mapping[str, TypedField], problems: Problems) -> Date | None:
    """The date of a work, or `None` where none is stated or what is stated is no date."""
    date = _typed(fields, "date")
    parts = _of_parts(_typed(fields, "year") or (date or "")[:4], fields, problems)
    if date and parts and not _agree(date, parts):
        first, *_, last = sorted(fields[name].place for name in DATES if name in fields)
        other = "year" if "year" in fields else "month"
        message = f"`date` says {date}, and `{other}` says {parts}"
        related = [Related(first, "the first of them")]
        tell(problems, last, Code.CONTRADICTING_DATES, message, "keep the right one", related)
        return None
    whole = max(date or "", parts or "", key=len)
    if not whole:
        return None
    try:
        return Date.parse(whole)
    except UnreadableValueError as error:
        place = fields["date" if date else "year"].place
        tell(problems, place, error.code, str(error), f"{error.help}; {_IN_NOTE}")
        return None


def _agree(date: str, parts: str) -> bool:
    """Whether one of the two is the other one, or more of it."""
    less, more = sorted((date.rstrip("?~%"), parts.rstrip("?~%")), key=len)
    return less == more or more.startswith((f"{less}-", f"{less}/"))


def _typed(fields: Mapping[str, TypedField], name: str) -> str | None:
    """A field as typed, without braces; its other signs (`1985~`) are the date's own."""
    typed = " ".join(fields[name].value.translate(_BRACES).split()) if name in fields else ""
    return typed or None


def _of_parts(year: str, fields: Mapping[str, TypedField], problems: Problems) -> str | None:
    """Year, month and day as EDTF; months may be numbers, names, or a name with a day: `July 4`."""
    month, day = _typed(fields, "month"), _typed(fields, "day")
    if not (month or day):
        return _years(year) if "year" in fields else None
    if not _YEAR.fullmatch(year):
        place = fields["month" if month else "day"].place
        message = "a month or a day needs a year of four digits"
        tell(problems, place, Code.BAD_DATE, message, f"give the year as well; {_IN_NOTE}")
        return None
    dates = [_with_month(year, part, day) for part in _TO.split(month or "")]
    if None in dates:
        help_ = f"write its number or its English name; {_IN_NOTE}"
        place = fields["month" if month else "day"].place
        tell(problems, place, Code.BAD_DATE, f"`{month or day}` is not a month", help_)
        return year
    return "/".join(date for date in dates if date)


def _years(year: str) -> str:
    years = _YEARS.fullmatch(year)
    return f"{years[1]}/{years[2]}" if years else year


def _with_month(year: str, typed: str, day: str | None) -> str | None:
    match = _MONTH.fullmatch(typed)
    if match is None:
        return None
    name = match["month"].lower()
    number = int(name) if name.isdigit() else _SEASONS.get(name) or _month_number(name)
    days = {typed_day.zfill(2) for typed_day in (match["before"], match["after"], day) if typed_day}
    if number is None or len(days) > 1:
        return None
    bare = year.rstrip("?~%")
    return "-".join([bare, f"{number:02}", *days]) + year[len(bare) :]


def _month_number(name: str) -> int | None:
    """The number of a month by its English name, of which three letters do."""
    named = (number for number, month in enumerate(MONTH_NAMES) if month and month.lower().startswith(name))
    return next(named, None) if len(name) >= len("jan") else None
