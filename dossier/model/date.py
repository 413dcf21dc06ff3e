"""The date: one date or an interval of ISO 8601-2 (EDTF), levels 0 and 1, as it compares and as readers read it.

The grammar of the dates in it is left to `edtf`. Which dates compare with which is left to `analyze`.
"""

from __future__ import annotations

import re
from dataclasses import astuple, dataclass
from math import inf
from typing import Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema

from dossier.model.day import Day, years_label
from dossier.model.edtf import SingleDate, in_phrase, parse_single, refusal
from dossier.model.from_text import schema_from_text

_NO_DATE = {"..", ""}
"""The ends that are open or not known."""
_YEAR = re.compile(r"Y?-?[0-9]+")


@dataclass(frozen=True, slots=True)
class Date:
    """A date as typed (`edtf`), and a `label` for readers that says no more.

    `start` and `end` are the two dates of an interval, None where it is open (`..`) or not known (empty); of a date
    that is no interval both are that date.
    """

    edtf: str
    label: str
    start: SingleDate | None
    end: SingleDate | None
    interval: bool

    @classmethod
    def parse(cls, typed: str) -> Self:
        """Read EDTF; raises `UnreadableValueError`."""
        if "/" not in typed or typed.startswith(("[", "{")):
            date = parse_single(typed)
            return cls(typed, date.label, date, date, interval=False)
        first, _, last = typed.partition("/")
        if "/" in last:
            help_ = "write a day with hyphens, 2013-03-23, and an interval with one slash, 2006/2007"
            raise refusal(typed, "has two slashes", help_)
        if "T" in typed:
            raise refusal(
                typed, "is an interval with a time of day", "write its days alone: 1985-04-12/1985-04-13"
            )
        start, end = (None if part in _NO_DATE else parse_single(part) for part in (first, last))
        if start is None and end is None:
            raise refusal(
                typed, "is an interval without any date", "give at least one end: 2011/.. or ../2015"
            )
        if start and end and start.first > end.last:
            raise refusal(typed, "ends before it begins", "put the earlier date first: 2006/2007")
        return cls(typed, _interval_label(first, last, start, end), start, end, interval=True)

    def __str__(self) -> str:
        """As typed."""
        return self.edtf

    @property
    def earliest(self) -> Day | None:
        """The strict lower bound; None where the start is open or not known."""
        return self.start.first if self.start else None

    @property
    def latest(self) -> Day | None:
        """The strict upper bound; None where the end is open or not known."""
        return self.end.last if self.end else None

    @property
    def year(self) -> int:
        """The year under which it is listed: that of its beginning, else of its end."""
        return next(day.year for day in (self.earliest, self.latest) if day)

    @property
    def uncertain(self) -> bool:
        """Whether it carries `~`, `?` or `%`."""
        return any(date.uncertain for date in (self.start, self.end) if date)

    @property
    def spans(self) -> bool:
        """Whether it is a stretch of time: an interval, or more than one year."""
        return self.interval or [day.year for day in (self.earliest, self.latest) if day] != [self.year] * 2

    @property
    def order(self) -> tuple[float, ...]:
        """Sort key: earliest first, open starts before all, then latest, open ends after all."""
        begin, end = self.earliest, self.latest
        return (*(astuple(begin) if begin else (-inf,)), *(astuple(end) if end else (inf,)))

    @property
    def listing(self) -> tuple[float, ...]:
        """Sort key where dates are listed year by year."""
        return (self.year, *self.order)

    def overlaps(self, other: Self) -> bool:
        """Whether the two have a day in common, as far as their bounds tell."""
        return not (_is_before(self.latest, other.earliest) or _is_before(other.latest, self.earliest))

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Records read it from text."""
        return schema_from_text(cls, cls.parse, handler)


def _is_before(latest: Day | None, earliest: Day | None) -> bool:
    return latest is not None and earliest is not None and latest < earliest


def _interval_label(first: str, last: str, start: SingleDate | None, end: SingleDate | None) -> str:
    if start and end:
        if _YEAR.fullmatch(first) and _YEAR.fullmatch(last):
            return years_label(start.first.year, end.first.year)
        return f"{start.label} – {end.label}"
    if start:
        begin = f"from {in_phrase(start.label)}"
        return f"{begin} on" if last == ".." else f"{begin}, end not known"
    finish = in_phrase(end.label) if end else ""
    return f"by {finish}" if first == ".." else f"to {finish}, start not known"
