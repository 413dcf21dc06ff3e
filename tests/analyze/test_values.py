from __future__ import annotations

import pytest

from dossier.analyze.values import by_value, in_order
from dossier.model.date import Date
from dossier.model.quantity import Quantity
from dossier.model.question import Question


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (("snow", "rain"), ("rain", "snow")),
        (("…", "snow", "rain"), ("rain", "snow", "…")),
        (("wind", "air", "rain"), ("rain", "air", "wind")),
        (("rain", "rain"), ("rain",)),
    ],
)
def test_the_members_of_a_set_are_in_the_order_of_the_choices(
    typed: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    question = {"id": "q", "asks": "What?", "type": "set", "choices": ("rain", "hail", "snow")}
    assert in_order(Question.model_validate(question), typed) == expected


def test_numbers_order_by_size_and_dates_by_time() -> None:
    numbers = sorted(map(Quantity.parse, ("1,000", "9", "-3", "9.5")), key=by_value)
    assert [number.typed for number in numbers] == ["-3", "9", "9.5", "1,000"]
    dates = sorted(map(Date.parse, ("2013", "../2020", "2013-01", "1985~", "-0999")), key=by_value)
    assert [date.edtf for date in dates] == ["../2020", "-0999", "1985~", "2013-01", "2013"]
