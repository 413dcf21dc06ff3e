"""Years at a glance: a bar for each year, or for some years, that has something, as high as it has much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from dossier.draw import svg
from dossier.draw.time_axis import Axis
from dossier.leaves.numbers import counted
from dossier.model.day import year_label, years_label

WIDE, NARROW = 1160, 340
MARGIN = 4
TALLEST = 72
TOP = 14
NUMBERED = 14
"""How wide a bar is that shows its number."""
FINGER = 26
"""How wide a bar is at least on a narrow screen: there it may be of several years."""


@dataclass(frozen=True, slots=True)
class Bar:
    """How much a year has, one or more, and the link to it."""

    href: Markup
    year: int
    count: int


@dataclass(frozen=True, slots=True)
class DrawnBar:
    """A bar drawn, with its words in full."""

    href: Markup
    title: str
    count: int
    x: int
    y: int
    width: int
    height: int


def draw_bars(name: str, noun: str, bars: Sequence[Bar]) -> Markup:
    """Some bars, one or more, in the order of their years; `noun` is what they count."""
    first, last = bars[0].year, bars[-1].year
    wide = 1, Axis.spread((first, last), MARGIN, WIDE - 2 * MARGIN, {})
    narrow = Axis.stepped(first, last, MARGIN, NARROW - 2 * MARGIN, FINGER)
    drawings = (_drawing(bars, noun, *wide, WIDE), _drawing(bars, noun, *narrow, NARROW))
    return svg.picture("years", "bars.svg", name, *drawings)


def _drawing(bars: Sequence[Bar], noun: str, step: int, axis: Axis, width: int) -> svg.Drawing:
    bottom = TOP + TALLEST
    drawn = list(_drawn(bars, noun, step, axis))
    return svg.Drawing(
        width, bottom + 18, {"bottom": bottom, "axis": axis, "bars": drawn, "numbered": NUMBERED}
    )


def _drawn(bars: Sequence[Bar], noun: str, step: int, axis: Axis) -> Iterator[DrawnBar]:
    """A bar for every `step` years that have something; it leads to the first of them."""
    grouped = groupby(bars, key=lambda bar: bar.year // step * step)
    spans = [(first, list(found)) for first, found in grouped]
    most = max(sum(bar.count for bar in found) for _, found in spans)
    for first, found in spans:
        count = sum(bar.count for bar in found)
        left, right = (axis.edges[year - axis.first] for year in (first, first + step))
        height = max(TALLEST * count // most, 2)
        years = years_label(first, first + step - 1) if step > 1 else year_label(first)
        title = f"{years}: {counted(count, noun)}"
        yield DrawnBar(
            found[0].href, title, count, left, TOP + TALLEST - height, max(right - left - 2, 2), height
        )
