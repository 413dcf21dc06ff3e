"""Whether two positions on a question can both be true.

Their periods are equal, and: dates: their strict bounds overlap; numbers: their ranges meet (`about N` counts as N);
choices: equal; sets: each closed one contains the other.
"""

from __future__ import annotations

from collections.abc import Collection

from dossier.model.analysis import Position
from dossier.model.claim import AnswerValue
from dossier.model.date import Date
from dossier.model.quantity import Quantity
from dossier.model.question import OPEN_LIST


def compatible(one: Position, other: Position) -> bool:
    """Whether two positions on one question are compatible."""
    return one.period == other.period and _agree(one.value, other.value)


def _agree(one: AnswerValue, other: AnswerValue) -> bool:
    match one, other:
        case Date(), Date():
            return one.overlaps(other)
        case Quantity(), Quantity():
            return one.meets(other)
        case tuple(), tuple():
            return _fits(one, other) and _fits(other, one)
        case _:
            return one == other


def _fits(inner: Collection[str], outer: Collection[str]) -> bool:
    return OPEN_LIST in outer or set(inner) - {OPEN_LIST} <= set(outer)
