"""The axis of time: where a day stands, and which years are named. What stands on it is left to the pictures."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from dossier.model.dates import EdtfDate

_LABEL = 30
"""The width of a year's number, with the space around it."""


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

    @property
    def start(self) -> int:
        return self.edges[0]

    @property
    def end(self) -> int:
        return self.edges[-1]

    def begin(self, day: str | None) -> int:
        """Where an ISO day begins; the start of the axis for an open one."""
        return self.start if day is None else self._at(datetime.date.fromisoformat(day), 0)

    def finish(self, day: str | None) -> int:
        """Where an ISO day ends; the end of the axis for an open one."""
        return self.end if day is None else self._at(datetime.date.fromisoformat(day), 1)

    def year_at(self, x: int) -> int:
        """The year that stands at `x`."""
        return self.first + min(max(bisect_right(self.edges, x) - 1, 0), len(self.edges) - 2)

    def ticks(self) -> Iterator[Tick]:
        """Every year that is wide enough for a line of its own, and those between that begin a decade."""
        last_named = self.start - _LABEL
        for year, (left, right) in enumerate(zip(self.edges, self.edges[1:], strict=False), self.first):
            wide = right - left >= _LABEL
            named = wide or (year % 5 == 0 and left - last_named >= _LABEL)
            if named and left - last_named < _LABEL:
                named = False
            if named:
                last_named = left
            if named or right - left >= _LABEL // 3:
                yield Tick(left, year, named)

    def _at(self, day: datetime.date, after: int) -> int:
        year = min(max(day.year, self.first), self.first + len(self.edges) - 2)
        left, right = self.edges[year - self.first : year - self.first + 2]
        if day.year != year:
            return left if day.year < year else right
        passed = day.timetuple().tm_yday - 1 + after
        length = datetime.date(day.year, 12, 31).timetuple().tm_yday
        return left + (right - left) * passed // length


def years_of(dates: Iterable[EdtfDate]) -> tuple[int, int] | None:
    """The first and the last year that any bound of the dates names; nothing where none does."""
    years = [int(day[:4]) for date in dates for day in (date.earliest, date.latest) if day]
    return (min(years), max(years)) if years else None
