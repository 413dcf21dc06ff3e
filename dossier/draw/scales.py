"""Values one below the other on one scale: dates on an axis of years, numbers from nought, with bounds and periods."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from dossier.draw import svg
from dossier.draw.axis import Axis, years_of
from dossier.draw.moments import DOT, FADE, Shape, shape_of
from dossier.draw.scale import Scale
from dossier.model.date import Date
from dossier.model.kinds import Bound
from dossier.model.picture import Picture
from dossier.model.quantity import Quantity

MARGIN = 8
ROW = 40
GUTTER = 28
"""Between the scale of numbers and the axis of their periods."""
BEYOND = 2
"""How many years an axis goes on where a date is open."""


@dataclass(frozen=True, slots=True)
class Stand:
    """One value: where it leads, its words in the picture and in full, and the period for which it holds."""

    href: Markup
    words: str
    title: str
    value: Date | Quantity
    period: Date | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A value drawn: `shape` on the scale, `period` on the axis of periods."""

    stand: Stand
    label: str
    y: int
    shape: Shape
    period: Shape | None = None


def scale_pictures(name: str, words: str, stands: Sequence[Stand]) -> Iterator[Picture]:
    """The drawings `name` and `name`-narrow of some values, all of them dates or all of them numbers."""
    for width, suffix in ((640, ""), (340, "-narrow")):
        room = width - 2 * MARGIN
        drawn = _dates(stands, room) if isinstance(stands[0].value, Date) else _numbers(stands, room)
        bottom = ROW * len(stands)
        yield svg.picture(
            f"{name}{suffix}",
            "scale.svg",
            name=words,
            narrow=bool(suffix),
            width=width,
            bottom=bottom,
            **drawn,
        )


def by_value(stand: Stand) -> tuple[float | Decimal, ...]:
    """The key that puts the earliest or least first."""
    return stand.value.order if isinstance(stand.value, Date) else (stand.value.value,)


def _dates(stands: Sequence[Stand], room: int) -> dict[str, object]:
    dates = [stand.value for stand in stands if isinstance(stand.value, Date)]
    axis = Axis.spread(_span(dates) or (0, 0), MARGIN, room, {})
    rows = [
        _row(stand, number, room, shape_of(date, axis, room))
        for number, (stand, date) in enumerate(zip(stands, dates, strict=True))
    ]
    return {"rows": rows, "years": axis, "scale": None, "periods": None}


def _numbers(stands: Sequence[Stand], room: int) -> dict[str, object]:
    span = _span([stand.period for stand in stands if stand.period])
    part = room * 3 // 5 - GUTTER if span else room - GUTTER
    values = [stand.value for stand in stands if isinstance(stand.value, Quantity)]
    scale = Scale.spanning((quantity.value for quantity in values), MARGIN, part)
    axis = Axis.spread(span, MARGIN + part + GUTTER, room - part - GUTTER, {}) if span else None
    rows = [
        _row(
            stand,
            number,
            room,
            number_shape(value, scale),
            shape_of(stand.period, axis, room) if stand.period and axis else None,
        )
        for number, (stand, value) in enumerate(zip(stands, values, strict=True))
    ]
    return {"rows": rows, "years": None, "scale": scale, "periods": axis}


def _row(stand: Stand, number: int, room: int, shape: Shape, period: Shape | None = None) -> Row:
    return Row(stand, svg.fitted(stand.words, room), ROW * number, shape, period)


def _span(dates: Sequence[Date]) -> tuple[int, int] | None:
    """The years of some dates, and some beyond where one goes on or began before."""
    span = years_of(dates)
    if span is None:
        return None
    before = BEYOND if any(date.earliest is None for date in dates) else 0
    after = BEYOND if any(date.latest is None for date in dates) else 0
    return max(span[0] - before, 1), min(span[1] + after, 9999)


def number_shape(quantity: Quantity, scale: Scale) -> Shape:
    """A number on its scale: a dot, dashed where it is about; a bound fades away to where the number may be."""
    left, reach = scale.at(quantity.value) - DOT // 2, 2 * FADE
    if quantity.bound is Bound.AT_LEAST:
        return Shape(left, DOT + reach, dot=False, span=True, uncertain=False, fade_out=True)
    if quantity.bound is Bound.AT_MOST:
        return Shape(left - reach, DOT + reach, dot=False, span=True, uncertain=False, fade_in=True)
    return Shape(left, DOT, dot=True, span=False, uncertain=quantity.bound is Bound.ABOUT)
