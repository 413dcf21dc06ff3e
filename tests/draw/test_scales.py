"""Numbers on a scale, and labels that keep their distance."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.draw.labels import Board, Label
from dossier.draw.number_axis import NumberAxis
from dossier.draw.scale import number_shape
from dossier.draw.svg import CHARACTER, fitted
from dossier.model.kinds import Bound
from dossier.model.quantity import Quantity


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        (["865", "2000"], ["0", "500", "1,000", "1,500", "2,000"]),
        (["11", "12"], ["0", "2", "4", "6", "8", "10", "12"]),
        (["0"], ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
        (["0.5", "2.5"], ["0", "0.5", "1", "1.5", "2", "2.5"]),
        (["-3", "4"], ["-3", "-2", "-1", "0", "1", "2", "3", "4"]),
    ],
)
def test_a_scale_begins_at_zero_and_steps_in_round_numbers(values: list[str], ticks: list[str]) -> None:
    scale = NumberAxis.spanning([Decimal(value) for value in values], 0, 400)
    assert [words for _, words in scale.ticks()] == ticks


@pytest.mark.parametrize(("width", "steps"), [(8 * 28, 8), (8 * 28 - 1, 4)])
def test_numbers_on_a_scale_have_room_for_a_digit_more_and_sixteen_units(width: int, steps: int) -> None:
    axis = NumberAxis.spanning([Decimal(8)], 0, width)
    assert len(list(axis.ticks())) == steps + 1


@given(st.lists(st.decimals(0, 10**9, places=2), min_size=1, max_size=5), st.integers(60, 800))
def test_every_value_is_on_its_scale_in_order(values: list[Decimal], width: int) -> None:
    scale = NumberAxis.spanning(values, 8, width)
    places = [scale.at(value) for value in sorted(values)]
    assert places == sorted(places)
    assert all(8 <= place <= 8 + width for place in places)
    assert len(list(scale.ticks())) >= 2


@pytest.mark.parametrize(
    ("bound", "dot", "uncertain", "fade_in", "fade_out"),
    [
        (Bound.EXACT, True, False, False, False),
        (Bound.ABOUT, True, True, False, False),
        (Bound.AT_LEAST, False, False, False, True),
        (Bound.AT_MOST, False, False, True, False),
    ],
)
def test_a_bound_fades_to_where_the_number_may_be(
    bound: Bound, dot: bool, uncertain: bool, fade_in: bool, fade_out: bool
) -> None:
    shape = number_shape(Quantity("5", Decimal(5), bound), NumberAxis.spanning([Decimal(10)], 0, 400))
    assert (shape.dot, shape.uncertain, shape.fade_in, shape.fade_out) == (dot, uncertain, fade_in, fade_out)


@pytest.mark.parametrize(
    ("words", "width", "shown"),
    [
        ("Spain", 30, "Spain"),
        ("Spain", 24, "Spa…"),
        ("Casablanca bombings of 2003", 130, "Casablanca bombings…"),
        ("Restructuring and modernization", 120, "Restructuring and…"),
        ("Mohammed VI", 0, "…"),
    ],
)
def test_words_are_cut_to_their_room(words: str, width: int, shown: str) -> None:
    assert fitted(words, width) == shown


@given(st.text("abc -", min_size=1, max_size=60), st.integers(12, 300))
def test_cut_words_never_leave_their_room(words: str, width: int) -> None:
    assert len(fitted(words, width)) * CHARACTER <= max(width, CHARACTER)


def test_a_label_is_to_the_right_of_its_mark_else_to_the_left_above_or_below() -> None:
    board = Board(200, 60)
    labels = [board.beside("name", 100, 30, 14) for _ in range(5)]
    assert labels == [
        Label("name", 114, 34, "start"),
        Label("name", 86, 34, "end"),
        Label("name", 100, 14, "middle"),
        Label("name", 100, 54, "middle"),
        None,
    ]


def test_a_label_stays_in_the_picture() -> None:
    label = Board(200, 60).beside("name", 195, 50, 6)
    assert label is not None
    assert label.anchor == "end"
    assert Board(20, 20).beside("far too long", 10, 10, 6) is None


def test_a_label_that_finds_no_room_gives_way_to_a_shorter_one() -> None:
    board = Board(200, 60)
    assert board.centered(["long name"], 100, 30) is not None
    shorter = board.centered(["long name", "9"], 100, 44)
    assert shorter is not None
    assert shorter.words == "long name"
    last = board.centered(["long name", "9"], 140, 36)
    assert last is not None
    assert last.words == "9"
