"""A timeline on a narrow screen: each moment below its name, or where they are many, how many begin when.

Every mark is large enough for a finger.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from dossier.draw import svg
from dossier.draw.moment_rows import (
    AXIS_HEIGHT,
    LETTER,
    MARGIN,
    Filled,
    MomentCell,
    MomentLane,
    MomentMark,
    MomentRows,
    apart,
    stacked,
)
from dossier.draw.moments import Moment, shape_of
from dossier.draw.time_axis import Axis
from dossier.leaves.numbers import counted
from dossier.model.day import year_label, years_label

WIDTH = 340
MOST = 24
"""How many moments are drawn one by one."""
LINE, LABEL_LINE = 30, 13
"""How high a moment is with its name, and how much of that is the name's."""
CELL = 26
"""How high a number is, and how wide at least."""
LEVELS = (1, 3, 8)
"""How many moments make a number darker."""

ToYear = Callable[[int], Markup]
"""The link to the list of what begins in a year."""


def draw_narrow(
    lanes: Sequence[MomentLane], labels: Mapping[str, str], span: tuple[int, int], to_year: ToYear
) -> svg.Drawing:
    """The years of `span`, or of them those in which moments begin."""
    years = [moment.date.year for lane in lanes for rows in lane.rows for moment in rows.moments]
    if len(years) <= MOST:
        axis = Axis.spread(span, MARGIN, WIDTH - 2 * MARGIN, {})
        drawn = tuple(stacked(lanes, lambda _, rows: _named(rows, labels, axis)))
    else:
        numbers = _Numbers.over(years, to_year)
        axis = numbers.axis
        drawn = tuple(stacked(lanes, numbers.of))
    bottom = drawn[-1].bottom
    return svg.Drawing(WIDTH, bottom + AXIS_HEIGHT, {"axis": axis, "bottom": bottom, "drawn": drawn})


def _named(rows: MomentRows, labels: Mapping[str, str], axis: Axis) -> Filled:
    return apart([_mark(moment, labels[moment.label], axis) for moment in rows.moments], LINE)


def _mark(moment: Moment, label: str, axis: Axis) -> MomentMark:
    """A moment with its name above it: from where it begins, or as far to the left as the name needs."""
    shape = shape_of(moment.date, axis)
    x = max(0, min(shape.x, WIDTH - len(label) * LETTER))
    return MomentMark(moment, shape, label, x, below=LABEL_LINE)


@dataclass(frozen=True, slots=True)
class _Numbers:
    """How many moments begin in every `step` years."""

    axis: Axis
    step: int
    to_year: ToYear

    @classmethod
    def over(cls, years: Sequence[int], to_year: ToYear) -> _Numbers:
        """As few years for a number as leave each room."""
        step, axis = Axis.stepped(min(years), max(years), MARGIN, WIDTH - 2 * MARGIN, CELL)
        return cls(axis, step, to_year)

    def of(self, lane: MomentLane, rows: MomentRows) -> Filled:
        """The numbers of some rows."""
        begun = sorted(rows.moments, key=lambda moment: moment.date.year)
        spans = groupby(begun, key=lambda moment: moment.date.year // self.step * self.step)
        name = rows.name or lane.name
        return Filled(CELL, cells=tuple(self._cell(name, first, list(found)) for first, found in spans))

    def _cell(self, name: str, first: int, moments: Sequence[Moment]) -> MomentCell:
        years = years_label(first, first + self.step - 1) if self.step > 1 else year_label(first)
        left, right = (self.axis.edges[year - self.axis.first] for year in (first, first + self.step))
        return MomentCell(
            self.to_year(moments[0].date.year),
            f"{name}, {years}: {counted(len(moments), 'moment')}",
            moments,
            left,
            right - left - 2,
            level=sum(len(moments) >= least for least in LEVELS),
        )
