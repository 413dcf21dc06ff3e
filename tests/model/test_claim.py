"""What a claim says of itself."""

from typing import Any

import pytest

from dossier.model.claim import Answer, Claim, Via
from dossier.model.ids import SourceKey
from dossier.model.kinds import Bound
from dossier.model.quantity import Quantity
from tests.words import CLAIM


def claim(**more: object) -> Claim:
    typed = {"id": "a-b", "statement": "x", "quote": "y", "kind": "figure", "about": [], "topics": ["t"]}
    return CLAIM.of_source(SourceKey("a"), typed | more)


FIGURE = {"value": "341", "unit": "attacks", "bound": "about", "period": "2002/.."}


@pytest.mark.parametrize(
    ("answer", "value", "bound", "period"),
    [
        ({}, "341", Bound.ABOUT, "2002/.."),
        ({"value": "341"}, "341", Bound.ABOUT, "2002/.."),
        ({"bound": "exact"}, "341", Bound.EXACT, "2002/.."),
        ({"period": "2001/.."}, "341", Bound.ABOUT, "2001/.."),
        ({"value": "16"}, "16", Bound.EXACT, None),
        ({"value": ["syria", "iraq"]}, ("syria", "iraq"), Bound.EXACT, None),
    ],
)
def test_an_answer_takes_from_the_figure_what_is_not_typed_but_only_where_it_is_that_figure(
    answer: dict[str, Any], value: object, bound: Bound, period: str | None
) -> None:
    plain = claim(figure=FIGURE, answers=[{"question": "q"} | answer])
    typed = [
        item.model_copy(update={"value": Quantity.parse(item.value)}) if isinstance(item.value, str) else item
        for item in plain.answers
    ]
    filled = plain.model_copy(update={"answers": tuple(typed)}).answer_to("q")
    assert filled is not None
    value_of = filled.value if isinstance(filled.value, tuple) else str(filled.value)
    assert (value_of, filled.bound, filled.period and str(filled.period)) == (value, bound, period)


def test_without_a_figure_an_answer_is_exact_and_of_no_period() -> None:
    filled = claim(answers=[{"question": "q", "value": "2013-03-23"}]).answer_to("q")
    assert filled == Answer(question="q", value="2013-03-23", bound=Bound.EXACT)  # type: ignore[arg-type]
    assert claim().answer_to("q") is None


def test_a_work_is_cited_with_or_without_a_locator() -> None:
    assert claim(via=["ennaji2016, p. 7", "igmena2016"]).via == (
        Via.model_validate({"work": "ennaji2016", "locator": "p. 7"}),
        Via.model_validate({"work": "igmena2016"}),
    )
