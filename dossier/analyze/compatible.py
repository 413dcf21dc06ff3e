"""Whether two positions on a question can both be true.

Their periods are equal, and: dates: their strict bounds overlap; numbers: their ranges meet (`about N` counts as N);
choices: equal; sets: each closed one contains the other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from dossier.leaves.dates import parse_date
from dossier.model.analysis import Position
from dossier.model.kinds import Bound, QuestionType
from dossier.model.question import OPEN_LIST

_ENDLESS = Decimal("Infinity")


def compatible(kind: QuestionType, one: Position, other: Position) -> bool:
    """Whether two positions on a question of this type are compatible."""
    return one.period == other.period and _BY_TYPE[kind](one, other)


def _dates_overlap(one: Position, other: Position) -> bool:
    a, b = parse_date(str(one.value)), parse_date(str(other.value))
    return not (_before(a.latest, b.earliest) or _before(b.latest, a.earliest))


def _before(latest: str | None, earliest: str | None) -> bool:
    return latest is not None and earliest is not None and latest < earliest


def _ranges_meet(one: Position, other: Position) -> bool:
    (low, high), (other_low, other_high) = _range(one), _range(other)
    return low <= other_high and other_low <= high


def _range(position: Position) -> tuple[Decimal, Decimal]:
    number = Decimal(str(position.value))
    return (
        -_ENDLESS if position.bound is Bound.AT_MOST else number,
        _ENDLESS if position.bound is Bound.AT_LEAST else number,
    )


def _equal(one: Position, other: Position) -> bool:
    return one.value == other.value


def _sets_contain(one: Position, other: Position) -> bool:
    return _fits(one, other) and _fits(other, one)


def _fits(inner: Position, outer: Position) -> bool:
    return OPEN_LIST in outer.value or set(inner.value) - {OPEN_LIST} <= set(outer.value)


_BY_TYPE: Mapping[QuestionType, Callable[[Position, Position], bool]] = {
    QuestionType.DATE: _dates_overlap,
    QuestionType.NUMBER: _ranges_meet,
    QuestionType.CHOICE: _equal,
    QuestionType.SET: _sets_contain,
}
