"""The axis of numbers: from zero (or the least, where that is less) to a round number beyond the greatest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import count

from dossier.draw.svg import CHARACTER

_LEAST_STEPS = 4
"""How many steps an axis has at the least, where its numbers have room."""


@dataclass(frozen=True, slots=True)
class NumberAxis:
    """Numbers from `low` to `high` in steps of `step`, on `width` units from `start`."""

    low: Decimal
    high: Decimal
    step: Decimal
    start: int
    width: int

    @classmethod
    def spanning(cls, values: Iterable[Decimal], start: int, width: int) -> NumberAxis:
        """An axis that holds all values and zero."""
        found = [Decimal(0), *values]
        least, greatest = min(found), max(found)
        greatest = greatest if greatest > least else least + 1
        extent = greatest - least
        step = next(
            step for step in _steps(extent) if _fits(extent, step, width, len(f"{int(greatest):,}") + 1)
        )
        low = (least / step).to_integral_value(rounding="ROUND_FLOOR") * step
        high = (greatest / step).to_integral_value(rounding="ROUND_CEILING") * step
        return cls(low, high, step, start, width)

    @property
    def end(self) -> int:
        return self.start + self.width

    def at(self, value: Decimal) -> int:
        """Where a value is."""
        return self.start + int((value - self.low) * self.width / (self.high - self.low))

    def ticks(self) -> Iterator[tuple[int, str]]:
        """Where each step is, and its number."""
        value = self.low
        while value <= self.high:
            yield self.at(value), f"{value.normalize() if value else value:,f}"
            value += self.step


def _steps(extent: Decimal) -> Iterator[Decimal]:
    """1, 2 and 5 times powers of ten, from one that is far too small."""
    for power in count(extent.adjusted() - 1):
        for digit in (1, 2, 5):
            yield Decimal(digit).scaleb(power)


def _fits(extent: Decimal, step: Decimal, width: int, digits: int) -> bool:
    steps = extent / step
    return steps <= max(width // (digits * CHARACTER + 16), 1) and (steps <= 2 * _LEAST_STEPS or width == 0)
