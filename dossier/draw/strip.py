"""A small timeline: dated moments on even years, so that strips with the same years compare from page to page."""

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


def draw_strip(name: str, moments: Sequence[Moment], span: tuple[int, int]) -> Markup:
    """The moments, one or more, on the years of `span`."""
    return svg.picture("strip", "strip.svg", name, *(_drawing(moments, span, width) for width in WIDTHS))


def _drawing(moments: Sequence[Moment], span: tuple[int, int], width: int) -> svg.Drawing:
    axis = Axis.spread(span, MARGIN, width - 2 * MARGIN, {})
    shapes = [shape_of(moment.date, axis) for moment in moments]
    rows = rows_of([(shape.x, shape.x + shape.width) for shape in shapes])
    bottom = TOP + ROW * (max(rows) + 1) + 2
    marks = [
        (moment, shape, TOP + ROW * row) for moment, shape, row in zip(moments, shapes, rows, strict=True)
    ]
    return svg.Drawing(width, bottom + 16, {"bottom": bottom, "axis": axis, "marks": marks})
