"""Answers are typed by their questions, or told at their value."""

from __future__ import annotations

from typing import Any

import pytest

from dossier.load.answers import type_answer
from dossier.model.claim import Answer
from dossier.model.date import Date
from dossier.model.from_text import UnreadableValueError
from dossier.model.ids import SourceKey
from dossier.model.quantity import Quantity
from dossier.model.question import Question
from tests.words import CLAIM

TYPED = {"id": "a-b", "statement": "s", "quote": "q", "kind": "figure", "about": [], "topics": ["t"]}
FIGURE = {"value": "5", "unit": "lamps"}


def typed(kind: str, value: object, **claim: object) -> Answer:
    question = Question.model_validate({"id": "q", "asks": "What?", "type": kind})
    answer = {"question": "q"} | ({} if value is None else {"value": value})
    record = CLAIM.of_source(SourceKey("a"), TYPED | {"answers": [answer]} | claim)
    return type_answer(record.answers[0], record, question)


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("date", "1985~", Date.parse("1985~")),
        ("number", "9’999", Quantity.parse("9999")),
        ("number", "9\u202f999", Quantity.parse("9999")),
        ("choice", "hail", "hail"),
        ("set", ["snow", "rain", "…"], ("snow", "rain", "…")),
    ],
)
def test_an_answer_is_what_its_question_compares(kind: str, value: object, expected: object) -> None:
    assert typed(kind, value).value == expected


def test_a_number_may_be_the_figures() -> None:
    assert typed("number", None, figure=FIGURE).value is None


@pytest.mark.parametrize(
    ("kind", "value", "claim", "help_"),
    [
        ("number", "many", {}, "write digits alone, such as `1122` or `0.5`"),
        ("number", "3,5", {}, "write `35`"),
        ("number", ["1", "2"], {}, "write the value without brackets"),
        ("number", None, {}, "add `value: …`"),
        ("date", "2013-02-30", {}, "write for example 2013-03-23"),
        ("date", ["2013"], {}, "write the value without brackets"),
        ("date", None, {"figure": FIGURE}, "add `value: …`"),
        ("choice", ["rain", "hail"], {}, "write the value without brackets"),
        ("set", "rain", {}, "write `[one, another]`"),
        ("set", ["…"], {}, "name what the source names, before `…`"),
        ("set", ["…", "rain"], {}, "move it to the end"),
    ],
)
def test_a_value_that_cannot_be_compared_is_refused_with_the_fix(
    kind: str, value: object, claim: dict[str, Any], help_: str
) -> None:
    with pytest.raises(UnreadableValueError) as refused:
        typed(kind, value, **claim)
    assert refused.value.help.startswith(help_)
