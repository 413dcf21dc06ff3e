"""Dated moments over some years, in lanes of rows; years are as wide as they are full, and it says so.

Moments have their names where the screen is wide; on a narrow one the list of the page names them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dossier.draw import svg
from dossier.draw.moments import Moment, MomentShape, rows_of, shape_of
from dossier.draw.time_axis import Axis

WIDTH, NARROW = 1160, 340
MARGIN = 8
ROW = 15
LANE_HEAD, ROWS_HEAD = 24, 18
AXIS_HEIGHT = 24
LABEL = 240
"""The width that a name has beside its mark: a claim's label fits."""
LETTER = 7
"""How wide a letter of a name may be: marks stay clear of it, and it of the edge, in the wider fonts of systems too."""
EMPTY_YEAR, PER_MOMENT = 5, 11
"""How wide a year is for itself, and for each moment that begins in it; the sum is fitted to the picture."""


@dataclass(frozen=True, slots=True)
class MomentRows:
    """Moments that stay together in a lane, one or more; `name` says what they are, where the lane does not."""

    name: str
    words: str
    """The same with how many there are, for those who do not see them."""
    moments: Sequence[Moment]


@dataclass(frozen=True, slots=True)
class MomentLane:
    """A lane with its rows, one or more."""

    name: str
    rows: Sequence[MomentRows]


@dataclass(frozen=True, slots=True)
class MomentMark:
    """A moment drawn; `label`, if it has one, is behind it, or `before` it."""

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
        words = len(self.label) * LETTER + 6 if self.label else 0
        left, right = self.shape.x, self.shape.x + self.shape.width
        return (left - words, right) if self.before else (left, right + words)


@dataclass(frozen=True, slots=True)
class DrawnRows:
    """The marks of some rows, each with its `y`. They begin at `y`, with the lane's name if they are its first."""

    lane: str
    rows: MomentRows
    y: int
    height: int
    marks: tuple[tuple[MomentMark, int], ...]

    @property
    def name_y(self) -> int:
        """Where the name of the rows stands."""
        return self.y + (LANE_HEAD if self.lane else 0) + 14


def draw_lanes(name: str, lanes: Sequence[MomentLane], span: tuple[int, int]) -> Markup:
    """The years of `span`."""
    moments = [moment for lane in lanes for rows in lane.rows for moment in rows.moments]
    weights = _weights(moments, span)
    wide, narrow = (Axis.spread(span, MARGIN, width - 2 * MARGIN, weights) for width in (WIDTH, NARROW))
    labels = svg.fitted_apart((moment.label for moment in moments), LABEL)
    note = "" if wide.even else "Not to scale: a year is as wide as it is full."
    drawings = (
        _drawing(lanes, labels, wide, WIDTH, note),
        _drawing(lanes, dict.fromkeys(labels, ""), narrow, NARROW, note),
    )
    return svg.picture("timeline", "lanes.svg", f"{name}. {note}" if note else name, *drawings)


def _drawing(
    lanes: Sequence[MomentLane], labels: Mapping[str, str], axis: Axis, width: int, note: str
) -> svg.Drawing:
    drawn = tuple(_rows(lanes, labels, axis))
    bottom = AXIS_HEIGHT + sum(rows.height for rows in drawn)
    values = {"axis": axis, "bottom": bottom, "drawn": drawn, "note": note}
    return svg.Drawing(width, bottom + AXIS_HEIGHT + (ROW if note else 0), values)


def _weights(moments: Sequence[Moment], span: tuple[int, int]) -> dict[int, int]:
    begun = Counter(moment.date.year for moment in moments)
    return {year: EMPTY_YEAR + PER_MOMENT * begun[year] for year in range(span[0], span[1] + 1)}


def _rows(lanes: Sequence[MomentLane], labels: Mapping[str, str], axis: Axis) -> Iterator[DrawnRows]:
    y = AXIS_HEIGHT
    for lane in lanes:
        for number, rows in enumerate(lane.rows):
            marks = [_mark(moment, labels[moment.label], axis) for moment in rows.moments]
            places = rows_of([mark.extent for mark in marks])
            head = (0 if number else LANE_HEAD) + (ROWS_HEAD if rows.name else 0)
            ys = (y + head + ROW * place for place in places)
            height = head + ROW * (max(places) + 1) + 4
            yield DrawnRows("" if number else lane.name, rows, y, height, tuple(zip(marks, ys, strict=True)))
            y += height


def _mark(moment: Moment, label: str, axis: Axis) -> MomentMark:
    shape = shape_of(moment.date, axis)
    before = bool(label) and shape.x + shape.width + len(label) * LETTER + 4 > WIDTH
    return MomentMark(moment, shape, label, before)
