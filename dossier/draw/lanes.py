"""Dated moments over some years, in lanes of rows; years are as wide as they are full, and it says so.

On narrow screens they are in `narrow_lanes`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from dossier.draw import svg
from dossier.draw.moment_rows import AXIS_HEIGHT, LETTER, MARGIN, MomentLane, MomentMark, apart, stacked
from dossier.draw.moments import Moment, shape_of
from dossier.draw.narrow_lanes import ToYear, draw_narrow
from dossier.draw.time_axis import Axis

WIDTH = 1160
LINE = 15
LABEL = 240
"""The width that a name has beside its mark: a claim's label fits."""
EMPTY_YEAR, PER_MOMENT = 5, 11
"""How wide a year is for itself, and for each moment that begins in it; the sum is fitted to the picture."""


def draw_lanes(name: str, lanes: Sequence[MomentLane], span: tuple[int, int], to_year: ToYear) -> Markup:
    """The years of `span`; `to_year` links to the list of what begins in a year."""
    moments = [moment for lane in lanes for rows in lane.rows for moment in rows.moments]
    axis = Axis.spread(span, MARGIN, WIDTH - 2 * MARGIN, _weights(moments, span))
    labels = svg.fitted_apart((moment.label for moment in moments), LABEL)
    drawn = tuple(
        stacked(
            lanes,
            lambda _, rows: apart(
                [_mark(moment, labels[moment.label], axis) for moment in rows.moments], LINE
            ),
        )
    )
    note = "" if axis.even else "Not to scale: a year is as wide as it is full."
    values = {"axis": axis, "bottom": drawn[-1].bottom, "drawn": drawn}
    height = drawn[-1].bottom + AXIS_HEIGHT + (LINE if note else 0)
    wide = svg.Drawing(WIDTH, height, values, note)
    return svg.picture("timeline", "lanes.svg", name, wide, draw_narrow(lanes, labels, span, to_year))


def _weights(moments: Sequence[Moment], span: tuple[int, int]) -> dict[int, int]:
    begun = Counter(moment.date.year for moment in moments)
    return {year: EMPTY_YEAR + PER_MOMENT * begun[year] for year in range(span[0], span[1] + 1)}


def _mark(moment: Moment, label: str, axis: Axis) -> MomentMark:
    """A moment with its name behind it, or before it where there is no room."""
    shape = shape_of(moment.date, axis)
    end = shape.x + shape.width + 4
    before = end + len(label) * LETTER > WIDTH
    return MomentMark(moment, shape, label, shape.x - 4 if before else end, before)
