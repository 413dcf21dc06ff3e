"""Years at a glance: a bar for each year that has something, as high as it has much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dossier.draw import svg
from dossier.draw.time_axis import Axis

WIDTHS = (1160, 340)
MARGIN = 4
TALLEST = 72
TOP = 14
NUMBERED = 14
"""How wide a bar is that shows its number."""


@dataclass(frozen=True, slots=True)
class Bar:
    """How much a year has, one or more: a link, with its words in full."""

    href: Markup
    title: str
    year: int
    count: int


@dataclass(frozen=True, slots=True)
class DrawnBar:
    """A bar drawn."""

    bar: Bar
    x: int
    y: int
    width: int
    height: int


def draw_bars(name: str, bars: Sequence[Bar]) -> Markup:
    """Some bars, one or more, in the order of their years."""
    return svg.picture("years", "bars.svg", name, *(_drawing(bars, width) for width in WIDTHS))


def _drawing(bars: Sequence[Bar], width: int) -> svg.Drawing:
    axis = Axis.spread((bars[0].year, bars[-1].year), MARGIN, width - 2 * MARGIN, {})
    bottom = TOP + TALLEST
    values = {"bottom": bottom, "axis": axis, "bars": list(_drawn(bars, axis)), "numbered": NUMBERED}
    return svg.Drawing(width, bottom + 18, values)


def _drawn(bars: Sequence[Bar], axis: Axis) -> Iterator[DrawnBar]:
    most = max(bar.count for bar in bars)
    for bar in bars:
        left, right = axis.edges[bar.year - axis.first : bar.year - axis.first + 2]
        height = max(TALLEST * bar.count // most, 2)
        yield DrawnBar(bar, left, TOP + TALLEST - height, max(right - left - 2, 2), height)
