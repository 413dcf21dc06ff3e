"""Values one below the other on one scale: dates on an axis of years, numbers from zero, with bounds and periods."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from dossier.draw import svg
from dossier.draw.moments import DOT, FADE, MomentShape, shape_of
from dossier.draw.number_axis import NumberAxis
from dossier.draw.time_axis import Axis, fits, years_of
from dossier.model.date import Date
from dossier.model.kinds import Bound
from dossier.model.quantity import Quantity

WIDTHS = (640, 340)
MARGIN = 8
ROW = 40
GUTTER = 28
"""Between the scale of numbers and the axis of their periods."""
BEYOND = 2
"""How many years an axis goes on where a date is open."""


@dataclass(frozen=True, slots=True)
class Value:
    """A link, its words in the picture and in full, the value, and the period for which it holds."""

    href: Markup
    words: str
    title: str
    value: Date | Quantity
    period: Date | None = None


@dataclass(frozen=True, slots=True)
class ScaleRow:
    """A value drawn: `shape` on the scale, `period` on the axis of periods."""

    value: Value
    label: str
    y: int
    shape: MomentShape
    period: MomentShape | None = None


def draw_scale(name: str, values: Sequence[Value]) -> Markup:
    """Some values, one or more, all of them dates or all of them numbers; the earliest or least first."""
    ordered = sorted(values, key=_by_value)
    return svg.picture("scale", "scale.svg", name, *(_drawing(ordered, width) for width in WIDTHS))


def _by_value(value: Value) -> tuple[float | Decimal, ...]:
    return value.value.order if isinstance(value.value, Date) else (value.value.value,)


def _drawing(values: Sequence[Value], width: int) -> svg.Drawing:
    room = width - 2 * MARGIN
    drawn = _dates(values, room) if isinstance(values[0].value, Date) else _numbers(values, room)
    bottom = ROW * len(values)
    return svg.Drawing(width, bottom + 34, {"bottom": bottom, **drawn})


def _dates(values: Sequence[Value], room: int) -> dict[str, object]:
    dates = [value.value for value in values if isinstance(value.value, Date)]
    axis = Axis.spread(_span(dates) or (0, 0), MARGIN, room, {})
    rows = [
        _row(value, number, room, shape_of(date, axis, room))
        for number, (value, date) in enumerate(zip(values, dates, strict=True))
    ]
    return {"rows": rows, "years": axis, "scale": None, "periods": None}


def _numbers(values: Sequence[Value], room: int) -> dict[str, object]:
    periods = [value.period if value.period and fits(value.period) else None for value in values]
    span = _span([period for period in periods if period])
    part = room * 3 // 5 - GUTTER if span else room - GUTTER
    numbers = [value.value for value in values if isinstance(value.value, Quantity)]
    scale = NumberAxis.spanning((number.value for number in numbers), MARGIN, part)
    axis = Axis.spread(span, MARGIN + part + GUTTER, room - part - GUTTER, {}) if span else None
    rows = [
        _row(
            value,
            place,
            room,
            number_shape(number, scale),
            shape_of(period, axis, room) if period and axis else None,
        )
        for place, (value, number, period) in enumerate(zip(values, numbers, periods, strict=True))
    ]
    return {"rows": rows, "years": None, "scale": scale, "periods": axis}


def _row(
    value: Value, place: int, room: int, shape: MomentShape, period: MomentShape | None = None
) -> ScaleRow:
    return ScaleRow(value, svg.fitted(value.words, room), ROW * place, shape, period)


def _span(dates: Sequence[Date]) -> tuple[int, int] | None:
    """The years of some dates, and some beyond where one goes on or began before."""
    span = years_of(dates)
    if span is None:
        return None
    before = BEYOND if any(date.earliest is None for date in dates) else 0
    after = BEYOND if any(date.latest is None for date in dates) else 0
    return max(span[0] - before, 1), min(span[1] + after, 9999)


def number_shape(quantity: Quantity, scale: NumberAxis) -> MomentShape:
    """A number on its scale: a dot, dashed where it is about; a bound fades away to where the number may be."""
    left, reach = scale.at(quantity.value) - DOT // 2, 2 * FADE
    if quantity.bound is Bound.AT_LEAST:
        return MomentShape(left, DOT + reach, dot=False, span=True, uncertain=False, fade_out=True)
    if quantity.bound is Bound.AT_MOST:
        return MomentShape(left - reach, DOT + reach, dot=False, span=True, uncertain=False, fade_in=True)
    return MomentShape(left, DOT, dot=True, span=False, uncertain=quantity.bound is Bound.ABOUT)
