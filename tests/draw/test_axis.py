"""Where days stand on an axis, and how dates look on it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.draw.moments import GAP, rows_of, shape_of
from dossier.draw.time_axis import Axis, years_of
from dossier.model.date import Date
from dossier.model.day import Day

AXIS = Axis.spread((2000, 2009), 10, 3650, {})


@pytest.mark.parametrize(
    ("day", "begins", "ends"),
    [
        ("2000-01-01", 10, 10),
        ("2001-01-01", 375, 376),
        ("2001-12-31", 739, 740),
        ("2009-12-31", 3659, 3660),
        ("1999-05-05", 10, 10),
        ("2010-05-05", 3660, 3660),
        (None, 10, 3660),
    ],
)
def test_a_day_stands_in_its_year(day: str | None, begins: int, ends: int) -> None:
    bound = Day.parse(day) if day else None
    assert (AXIS.begin(bound), AXIS.finish(bound)) == (begins, ends)


def test_years_share_the_width_by_their_weights() -> None:
    axis = Axis.spread((2000, 2002), 0, 100, {2001: 8})
    assert axis.edges == (0, 10, 90, 100)


@given(st.integers(1, 9990), st.integers(0, 9), st.integers(40, 1200))
def test_edges_never_go_back_and_fill_the_width(first: int, more: int, width: int) -> None:
    axis = Axis.spread((first, first + more), 0, width, {first: 7})
    assert axis.edges == tuple(sorted(axis.edges))
    assert (axis.start, axis.end) == (0, width)


@pytest.mark.parametrize("weights", [{}, {2003: 40, 2004: 2, 2009: 12}])
@pytest.mark.parametrize("width", [120, 340, 1160])
def test_named_years_leave_each_other_room(weights: dict[int, int], width: int) -> None:
    axis = Axis.spread((1960, 2020), 0, width, weights)
    named = [tick.x for tick in axis.ticks() if tick.named]
    assert named
    assert all(later - earlier >= 30 for earlier, later in pairwise(named))
    assert all(x + 30 <= axis.end for x in named) or named == [axis.start]


def test_a_wide_year_shows_its_months() -> None:
    assert [name for _, name in Axis.spread((2001, 2001), 0, 120, {}).months() if name] == [
        "Apr",
        "Jul",
        "Oct",
    ]
    assert len(list(Axis.spread((2001, 2001), 0, 400, {}).months())) == 11
    assert list(Axis.spread((2001, 2001), 0, 100, {}).months()) == []


def test_the_years_of_dates_are_those_that_their_bounds_name() -> None:
    dates = [Date.parse(edtf) for edtf in ("199X", "2014-22", "../2016", "2003/..")]
    assert years_of(dates) == (1990, 2016)
    assert years_of([]) is None


@pytest.mark.parametrize(
    ("edtf", "dot", "span", "uncertain", "fades"),
    [
        ("2003-05-16", True, False, False, ""),
        ("2003-05-16?", True, False, True, ""),
        ("2003-05", False, False, False, ""),
        ("2003~", False, False, True, ""),
        ("200X", False, False, False, ""),
        ("2003/2004", False, True, False, ""),
        ("2003/..", False, True, False, "out"),
        ("2003/", False, True, False, "out"),
        ("../2003", False, True, False, "in"),
        ("2003~/..", False, True, True, "out"),
    ],
)
def test_a_date_looks_as_precise_as_it_is(
    edtf: str, dot: bool, span: bool, uncertain: bool, fades: str
) -> None:
    shape = shape_of(Date.parse(edtf), AXIS)
    assert (shape.dot, shape.span, shape.uncertain) == (dot, span, uncertain)
    assert (shape.fade_in, shape.fade_out) == (fades == "in", fades == "out")


def test_a_month_is_a_bar_of_a_month() -> None:
    shape = shape_of(Date.parse("2001-04"), AXIS)
    assert (shape.x, shape.width) == (AXIS.begin(Day(2001, 4, 1)), 30)


def test_an_open_span_reaches_as_far_as_it_is_asked_to() -> None:
    assert shape_of(Date.parse("2003/.."), AXIS, 100).width == 100
    assert (
        shape_of(Date.parse("2003/.."), AXIS, 99999).x + shape_of(Date.parse("2003/.."), AXIS, 99999).width
        == 3660
    )
    left = shape_of(Date.parse("../2003"), AXIS, 99999)
    assert (left.x, left.x + left.width) == (10, AXIS.finish(Day(2003, 12, 31)))


@given(
    st.sampled_from(["1990", "2000-01-01", "2009-12-31", "2020", "../2000", "2009/..", "19XX", "1985/2030"])
)
def test_no_date_leaves_the_axis(edtf: str) -> None:
    shape = shape_of(Date.parse(edtf), AXIS)
    assert shape.x >= AXIS.start
    assert shape.x + shape.width <= AXIS.end
    assert shape.width > 0


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(1, 80)), max_size=30))
def test_no_two_marks_of_a_row_meet(drawn: list[tuple[int, int]]) -> None:
    extents = [(start, start + width) for start, width in drawn]
    rows = rows_of(extents)
    for number, (start, end) in enumerate(extents):
        for other in range(number):
            if rows[other] == rows[number]:
                assert end + GAP <= extents[other][0] or extents[other][1] + GAP <= start


def test_the_first_free_row_is_taken() -> None:
    assert rows_of([(0, 10), (5, 15), (20, 30), (12, 18)]) == (0, 1, 0, 2)
