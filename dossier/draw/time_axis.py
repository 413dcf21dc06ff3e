"""The axis of time: where a day is, and which years are named. What is drawn on it is left to the pictures."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, pairwise

from dossier.model.date import Date
from dossier.model.day import LAST_YEAR, Day

_LABEL = 30
"""The width of a year's number, with the space around it."""
_MONTHS = 120
"""The width from which a year shows its months."""
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, slots=True)
class Tick:
    """The beginning of a year: a grid line, named where there is room."""

    x: int
    year: int
    named: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """Years from `first` on; `edges[n]` is where year `first + n` begins, the last edge where the last one ends."""

    first: int
    edges: tuple[int, ...]

    @classmethod
    def spread(cls, span: tuple[int, int], start: int, width: int, weights: Mapping[int, int]) -> Axis:
        """Years share `width` by their weights (1 unless given), in whole units."""
        first, last = span
        sums = [0, *accumulate(weights.get(year, 1) for year in range(first, last + 1))]
        return cls(first, tuple(start + width * part // sums[-1] for part in sums))

    @classmethod
    def stepped(cls, first: int, last: int, start: int, width: int, room: int) -> tuple[int, Axis]:
        """Even years, `step` of which have `room` together, from the first of such steps to the last: step and axis."""
        step = next(step for step in _STEPS if (last // step - first // step + 1) * room <= width)
        span = (first // step * step, last // step * step + step - 1)
        return step, cls.spread(span, start, width, {})

    @property
    def start(self) -> int:
        return self.edges[0]

    @property
    def end(self) -> int:
        return self.edges[-1]

    @property
    def even(self) -> bool:
        """Whether all years are equally wide, but for what rounding takes."""
        widths = [right - left for left, right in pairwise(self.edges)]
        return max(widths) - min(widths) <= 1

    def begin(self, day: Day | None) -> int:
        """Where a day begins; the start of the axis for an open one."""
        return self.start if day is None else self._at(day, 0)

    def finish(self, day: Day | None) -> int:
        """Where a day ends; the end of the axis for an open one."""
        return self.end if day is None else self._at(day, 1)

    def ticks(self) -> Iterator[Tick]:
        """The years with a grid line, those wide enough for one and those that are named; the rest would be a smear."""
        named = self._named()
        for year, (left, right) in enumerate(pairwise(self.edges), self.first):
            if year in named or right - left >= _LABEL // 3:
                yield Tick(left, year, year in named)

    def months(self) -> Iterator[tuple[int, str]]:
        """Where each month but January begins, in years that are wide enough; named where there is room."""
        for year, (left, right) in enumerate(pairwise(self.edges), self.first):
            width = right - left
            for month in range(2, 13) if width >= _MONTHS else ():
                named = width >= 12 * _LABEL or (month % 3 == 1 and width >= 4 * _LABEL)
                x = self._at(Day(year, month, 1), 0)
                yield x, calendar.month_abbr[month] if named else ""

    def _named(self) -> frozenset[int]:
        """Of years of one width every n-th; else the wide ones, then every tenth and fifth, then those with room.

        A year whose number would not end on the axis is not named, unless it is the only one.
        """
        widths = [right - left for left, right in pairwise(self.edges)]
        years = [
            year for year, left in enumerate(self.edges[:-1], self.first) if left + _LABEL <= self.end
        ] or [self.first]
        if self.even:
            step = next((step for step in _STEPS if step * min(widths) >= _LABEL), len(widths))
            return frozenset(year for year in years if year % step == 0) or frozenset({self.first})
        wide = [year for year in years if widths[year - self.first] >= _LABEL]
        taken: dict[int, int] = {}
        for group in (wide, *([year for year in years if year % step == 0] for step in (10, 5, 1))):
            for year in group:
                left = self.edges[year - self.first]
                if all(abs(left - other) >= _LABEL for other in taken.values()):
                    taken[year] = left
        return frozenset(taken)

    def _at(self, day: Day, after: int) -> int:
        year = min(max(day.year, self.first), self.first + len(self.edges) - 2)
        left, right = self.edges[year - self.first : year - self.first + 2]
        if day.year != year:
            return left if day.year < year else right
        passed = (datetime.date(year, day.month, day.day) - datetime.date(year, 1, 1)).days + after
        length = 365 + calendar.isleap(year)
        return left + (right - left) * passed // length


def fits(date: Date) -> bool:
    """Whether an axis can show a date: it has the years 1 to 9999."""
    return all(1 <= day.year <= LAST_YEAR for day in (date.earliest, date.latest) if day)


def years_of(dates: Iterable[Date]) -> tuple[int, int] | None:
    """The first and the last year that any bound of the dates names; nothing where none does."""
    years = [day.year for date in dates for day in (date.earliest, date.latest) if day]
    return (min(years), max(years)) if years else None
