"""Moments on an axis of time: a dot is a day, a pale bar one moment within a month or year, a full bar a span of time.

Dashed outlines are uncertain dates, ends that are open or not known fade. Rows keep marks apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dossier.draw.time_axis import Axis
from dossier.model.date import Date

DOT = 9
"""The diameter of a day."""
GAP = 3
"""What stays free between two marks of a row."""
FADE = 18
"""The length over which an open end fades."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Something dated: a link, its words in full, and a `label` for where there is room.

    Scripts find it by the ids of its `claims`.
    """

    href: Markup
    title: str
    date: Date
    label: str = ""
    claims: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class MomentShape:
    """A date on an axis, from `x` for `width`; `dot` where it is a day. `fade_in`, `fade_out`: ends that are open."""

    x: int
    width: int
    dot: bool
    span: bool
    uncertain: bool
    fade_in: bool = False
    fade_out: bool = False

    @property
    def middle(self) -> int:
        return self.x + self.width // 2

    @property
    def sort(self) -> str:
        """Its class."""
        return "day" if self.dot else "span" if self.span else "within"


def shape_of(date: Date, axis: Axis, reach: int = 4 * FADE) -> MomentShape:
    """How a date looks on an axis; an open end is drawn `reach` units far."""
    left, right = axis.begin(date.earliest), axis.finish(date.latest)
    if date.earliest == date.latest and date.earliest is not None:
        x = min(max((left + right) // 2 - DOT // 2, axis.start), axis.end - DOT)
        return MomentShape(x, DOT, dot=True, span=False, uncertain=date.uncertain)
    fade_in, fade_out = date.earliest is None, date.latest is None
    if fade_in and not fade_out:
        left = max(axis.start, right - reach)
    if fade_out and not fade_in:
        right = min(axis.end, left + reach)
    width = max(right - left, DOT)
    x = max(axis.start, min(left, axis.end - width))
    return MomentShape(
        x,
        width,
        dot=False,
        span=date.interval,
        uncertain=date.uncertain,
        fade_in=fade_in,
        fade_out=fade_out,
    )


def rows_of(extents: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """The row of each extent (start, end), so that none meets another: from the left, the first that is free there."""
    ends: list[int] = []
    rows = [0] * len(extents)
    for number in sorted(range(len(extents)), key=lambda number: (extents[number], number)):
        start, end = extents[number]
        row = next((row for row, taken in enumerate(ends) if taken + GAP <= start), len(ends))
        ends[row : row + 1] = [end]
        rows[number] = row
    return tuple(rows)
