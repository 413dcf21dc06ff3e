"""A small timeline of one thing: its dated moments on the years that they need, in a lane for each sort of date."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from dossier.draw import svg
from dossier.draw.moments import Moment, rows_of, shape_of
from dossier.draw.time_axis import Axis

WIDTHS = (640, 340)
MARGIN = 6
ROW = 13
TOP = 6
LANE_HEAD = 16

Lanes = Sequence[tuple[str, Sequence[Moment]]]
"""The name of each lane, and its moments, one or more."""


def draw_strip(name: str, lanes: Lanes, span: tuple[int, int]) -> Markup:
    """The moments on the years of `span`; a lane alone is not named."""
    return svg.picture("strip", "strip.svg", name, *(_drawing(lanes, span, width) for width in WIDTHS))


def _drawing(lanes: Lanes, span: tuple[int, int], width: int) -> svg.Drawing:
    axis = Axis.spread(span, MARGIN, width - 2 * MARGIN, {})
    names, marks = [], []
    bottom = TOP
    for name, moments in lanes:
        if len(lanes) > 1:
            names.append((name, bottom + LANE_HEAD - 5))
            bottom += LANE_HEAD
        shapes = [shape_of(moment.date, axis) for moment in moments]
        rows = rows_of([(shape.x, shape.x + shape.width) for shape in shapes])
        marks += [
            (moment, shape, bottom + ROW * row)
            for moment, shape, row in zip(moments, shapes, rows, strict=True)
        ]
        bottom += ROW * (max(rows) + 1) + 2
    return svg.Drawing(width, bottom + 16, {"bottom": bottom, "axis": axis, "names": names, "marks": marks})
