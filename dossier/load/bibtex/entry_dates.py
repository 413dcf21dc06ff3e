"""When a work appeared: `date`, or `year`, `month` and `day`, as one date. How dates are written is left to `Date`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dossier.load.bibtex.string_values import MONTHS
from dossier.load.bibtex.typed_entry import TypedField, tell
from dossier.model.codes import Code
from dossier.model.date import Date
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
    date, year = _typed(fields, "date"), _typed(fields, "year")
    if date is None and year is None:
        _check_alone(fields, problems)
        return None
    if date is not None and year is not None and not _agree(date, year):
        earlier, later = sorted((fields["date"], fields["year"]), key=lambda field: field.place)
        message = f"`date` says {date}, and `year` says {year}"
        related = [Related(earlier.place, "the other one")]
        tell(problems, later.place, Code.CONTRADICTING_DATES, message, "keep the right one", related)
        return None
    whole = (
        date
        if date is not None and not _YEAR.fullmatch(date)
        else _whole(date or year or "", fields, problems)
    )
    if whole is None:
        return None
    try:
        return Date.parse(whole)
    except UnreadableValueError as error:
        place = fields["date" if date else "year"].place
        tell(problems, place, error.code, str(error), f"{error.help}; {_IN_NOTE}")
        return None


def _typed(fields: Mapping[str, TypedField], name: str) -> str | None:
    """A field as typed, without braces; its other signs (`1985~`) are the date's own."""
    typed = " ".join(fields[name].value.translate(_BRACES).split()) if name in fields else ""
    return typed or None


def _agree(date: str, year: str) -> bool:
    return date == year or date.startswith((f"{year}-", f"{year}/")) or year == date.rstrip("?~%")


def _check_alone(fields: Mapping[str, TypedField], problems: Problems) -> None:
    for name in ("month", "day"):
        if name in fields:
            message = f"a `{name}` without a `year` is no date"
            tell(problems, fields[name].place, Code.BAD_DATE, message, "give the year as well, or use `note`")
            return


def _whole(year: str, fields: Mapping[str, TypedField], problems: Problems) -> str | None:
    """Year, month and day as EDTF; months may be numbers, names, or a name with a day: `July 4`."""
    if (years := _YEARS.fullmatch(year)) is not None:
        year = f"{years[1]}/{years[2]}"
    month = _typed(fields, "month")
    if month is None:
        return year
    day = _typed(fields, "day")
    dates = [_with_month(year, part, day) for part in _TO.split(month)]
    if not _YEAR.fullmatch(year) or None in dates:
        message = f"`{month}` is not a month" if _YEAR.fullmatch(year) else f"`{year}` has no months"
        help_ = f"write its number or its English name; {_IN_NOTE}"
        tell(problems, fields["month"].place, Code.BAD_DATE, message, help_)
        return year if _YEAR.fullmatch(year) else None
    return "/".join(date for date in dates if date)


def _with_month(year: str, typed: str, day: str | None) -> str | None:
    match = _MONTH.fullmatch(typed)
    if match is None:
        return None
    name = match["month"].lower()
    number = int(name) if name.isdigit() else _SEASONS.get(name) or _month_number(name)
    days = [each for each in (match["before"], match["after"], day) if each]
    if number is None or len(set(days)) > 1:
        return None
    sign = year[4:] if year[4:] in {"?", "~", "%"} else ""
    return (
        "-".join(
            [
                year.removesuffix(sign),
                f"{number:02}",
                *(f"{int(each):02}" if each.isdigit() else each for each in days[:1]),
            ]
        )
        + sign
    )


def _month_number(name: str) -> int | None:
    """The number of a month by its English name, of which three letters do."""
    full = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
    return next(
        (
            at
            for at, month in enumerate(full, 1)
            if name[:3] in MONTHS and month.startswith(name.removesuffix("t") if name == "sept" else name)
        ),
        None,
    )
