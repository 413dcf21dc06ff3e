from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.analyze.compatible import compatible
from dossier.model.analysis import Position
from dossier.model.claim import AnswerValue
from dossier.model.date import Date
from dossier.model.kinds import Bound
from dossier.model.quantity import Quantity


def position(
    kind: str, value: str | tuple[str, ...], bound: str = "exact", period: str | None = None
) -> Position:
    return Position(typed(kind, value, bound), Bound(bound), Date.parse(period) if period else None, (), ())


def typed(kind: str, value: str | tuple[str, ...], bound: str) -> AnswerValue:
    if kind == "number":
        return replace(Quantity.parse(str(value)), bound=Bound(bound))
    return Date.parse(str(value)) if kind == "date" else value


@pytest.mark.parametrize(
    ("kind", "one", "other", "expected"),
    [
        ("date", ("2013-03-23",), ("2013",), True),
        ("date", ("2013-03-23",), ("2014",), False),
        ("date", ("2013",), ("2012-06/2013-01",), True),
        ("date", ("../2012",), ("2013",), False),
        ("date", ("2011/..",), ("2013",), True),
        ("date", ("2013-12-31",), ("2013-12-31/..",), True),
        ("date", ("2014-22",), ("2014-06-01",), True),
        ("date", ("2014-22",), ("2014-05-31",), False),
        ("number", ("10",), ("10",), True),
        ("number", ("10",), ("11",), False),
        ("number", ("10", "about"), ("10",), True),
        ("number", ("10", "about"), ("11",), False),
        ("number", ("10", "at-least"), ("12",), True),
        ("number", ("10", "at-least"), ("9",), False),
        ("number", ("10", "at-least"), ("10",), True),
        ("number", ("10", "at-most"), ("9",), True),
        ("number", ("10", "at-most"), ("11",), False),
        ("number", ("10", "at-most"), ("10", "at-least"), True),
        ("number", ("9", "at-most"), ("10", "at-least"), False),
        ("number", ("9", "at-least"), ("500", "at-least"), True),
        ("number", ("10", "exact", "2002/.."), ("10", "exact", "2002/.."), True),
        ("number", ("10", "exact", "2002/.."), ("10", "exact", None), False),
        ("choice", ("killed",), ("killed",), True),
        ("choice", ("killed",), ("captured",), False),
        ("set", (("a", "b"),), (("a", "b"),), True),
        ("set", (("a", "b"),), (("a",),), False),
        ("set", (("a", "…"),), (("a", "b"),), True),
        ("set", (("a", "c", "…"),), (("a", "b"),), False),
        ("set", (("a", "…"),), (("b", "…"),), True),
        ("set", (("a",),), (("b",),), False),
    ],
)
def test_positions_are_compatible_by_the_rule_of_their_type(
    kind: str, one: tuple[str, ...], other: tuple[str, ...], expected: bool
) -> None:
    assert compatible(position(kind, *one), position(kind, *other)) is expected
    assert compatible(position(kind, *other), position(kind, *one)) is expected
