"""Dated moments over the whole span of years, in lanes; years are as wide as they are full."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dossier.draw import svg
from dossier.draw.moments import Moment, MomentShape, rows_of, shape_of
from dossier.draw.time_axis import Axis

WIDTH = 1160
MARGIN = 8
ROW = 15
LANE_HEAD = 22
AXIS_HEIGHT = 24
LABEL = 156
"""The width that a name has beside its mark."""
EMPTY_YEAR, PER_MOMENT = 5, 11
"""How wide a year is for itself, and for each moment that begins in it; the sum is fitted to the picture."""

Lanes = Sequence[tuple[str, Sequence[Moment]]]
"""The name of each lane, and its moments."""


@dataclass(frozen=True, slots=True)
class MomentMark:
    """A moment drawn; `label` is behind it, or `before` it."""

    moment: Moment
    shape: MomentShape
    label: str
    before: bool

    @property
    def claims(self) -> Markup:
        """The ids of its claims, as an attribute lists them."""
        return Markup(" ".join(self.moment.claims))

    @property
    def label_x(self) -> int:
        """Where its label begins, or ends where it is before the mark."""
        return self.shape.x - 4 if self.before else self.shape.x + self.shape.width + 4

    @property
    def extent(self) -> tuple[int, int]:
        """From where to where it reaches with its label."""
        words = len(self.label) * svg.CHARACTER + 6 if self.label else 0
        left, right = self.shape.x, self.shape.x + self.shape.width
        return (left - words, right) if self.before else (left, right + words)


@dataclass(frozen=True, slots=True)
class DrawnLane:
    """The marks of a lane, each with its `y`; the lane begins at `y`."""

    name: str
    y: int
    height: int
    marks: tuple[tuple[MomentMark, int], ...]


def draw_lanes(name: str, lanes: Lanes, span: tuple[int, int]) -> Markup:
    """One drawing of the years of `span`, with a lane for each that has moments."""
    axis = Axis.spread(span, MARGIN, WIDTH - 2 * MARGIN, _weights(lanes, span))
    drawn = tuple(_lanes(lanes, axis))
    bottom = AXIS_HEIGHT + sum(lane.height for lane in drawn)
    values = {
        "axis": axis,
        "bottom": bottom,
        "lanes": drawn,
        "heads": (axis.start, WIDTH // 3, 2 * WIDTH // 3),
    }
    return svg.picture("timeline", "lanes.svg", name, svg.Drawing(WIDTH, bottom + AXIS_HEIGHT, values))


def _weights(lanes: Lanes, span: tuple[int, int]) -> dict[int, int]:
    begun = Counter(moment.date.year for _, moments in lanes for moment in moments)
    return {year: EMPTY_YEAR + PER_MOMENT * begun[year] for year in range(span[0], span[1] + 1)}


def _lanes(lanes: Lanes, axis: Axis) -> Iterator[DrawnLane]:
    y = AXIS_HEIGHT
    for name, moments in lanes:
        if not moments:
            continue
        marks = [_mark(moment, axis) for moment in moments]
        rows = rows_of([mark.extent for mark in marks])
        height = LANE_HEAD + ROW * (max(rows) + 1) + 4
        ys = (y + LANE_HEAD + ROW * row for row in rows)
        yield DrawnLane(name, y, height, tuple(zip(marks, ys, strict=True)))
        y += height


def _mark(moment: Moment, axis: Axis) -> MomentMark:
    shape = shape_of(moment.date, axis)
    label = svg.fitted(moment.label, LABEL)
    before = bool(label) and shape.x + shape.width + len(label) * svg.CHARACTER + 4 > WIDTH
    return MomentMark(moment, shape, label, before)
