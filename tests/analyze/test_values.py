from __future__ import annotations

import pytest

from dossier.analyze.values import Value, by_value, canonical
from dossier.model.kinds import QuestionType
from dossier.model.question import Question


def question(kind: str) -> Question:
    return Question.model_validate(
        {"id": "q", "asks": "What?", "type": kind, "choices": ("rain", "hail", "snow")}
    )


@pytest.mark.parametrize(
    ("kind", "typed", "expected"),
    [
        ("number", "1122", "1122"),
        ("number", "1,122", "1122"),
        ("number", "1 122 000", "1122000"),
        ("number", "1\u202f122", "1122"),
        ("number", "3.50", "3.5"),
        ("number", "0", "0"),
        ("number", "0.0", "0"),
        ("number", "007", "7"),
        ("number", "-5", "-5"),
        ("number", "100", "100"),
        ("number", "1,000,000.5", "1000000.5"),
        ("date", "1985~", "1985~"),
        ("choice", "hail", "hail"),
        ("set", ("snow", "rain"), ("rain", "snow")),
        ("set", ("snow", "rain", "…"), ("rain", "snow", "…")),
        ("set", ("wind", "air", "rain"), ("rain", "air", "wind")),
        ("set", ("rain", "rain"), ("rain",)),
    ],
)
def test_a_value_has_one_spelling(kind: str, typed: Value, expected: Value) -> None:
    assert canonical(question(kind), typed) == expected


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("number", "many"),
        ("number", "3,5"),
        ("number", "1,12,000"),
        ("number", "1,122 000"),
        ("number", "٣"),
        ("number", "1e5"),
        ("number", "NaN"),
        ("number", ""),
        ("number", ("1", "2")),
        ("date", "March 2013"),
        ("date", ("2013",)),
        ("choice", ("rain", "hail")),
        ("set", "rain"),
        ("set", ("…",)),
        ("set", ("…", "rain")),
        ("set", ()),
        ("date", None),
        ("number", None),
    ],
)
def test_a_value_that_cannot_be_compared_is_refused(kind: str, typed: Value | None) -> None:
    with pytest.raises(ValueError, match=r"\w+"):
        canonical(question(kind), typed)


def test_numbers_order_by_size_and_dates_by_time() -> None:
    numbers: list[Value] = ["1000", "9", "-3", "9.5"]
    assert sorted(numbers, key=lambda value: by_value(QuestionType.NUMBER, value)) == [
        "-3",
        "9",
        "9.5",
        "1000",
    ]
    dates: list[Value] = ["2013", "../2020", "2013-01", "1985~"]
    assert sorted(dates, key=lambda value: by_value(QuestionType.DATE, value)) == [
        "../2020",
        "1985~",
        "2013-01",
        "2013",
    ]
