"""Which figures are brought together, and which of them may stand on one scale."""

from __future__ import annotations

from typing import Any

from dossier.analyze.figures import group_figures
from tests.corpus_builder import build_corpus
from tests.draw.conftest import MakeDrawn
from tests.draw.reader import marks, parse

COUNT = {"id": "cells", "type": "number", "verdict": "different-scope", "note": "They count differently."}


def figure(name: str, value: str, unit: str = "cells", **more: Any) -> dict[str, Any]:  # noqa: ANN401 - fields of a claim
    return {"id": f"alpha2020-{name}", "kind": "figure", "figure": {"value": value, "unit": unit}, **more}


def test_figures_go_by_unit_the_greatest_number_first() -> None:
    corpus = build_corpus(claims=[figure("a", "3"), figure("b", "1122"), figure("c", "7", "people")])
    groups = group_figures(corpus)
    assert [(group.unit, group.claims) for group in groups] == [
        ("cells", ("alpha2020-b", "alpha2020-a")),
        ("people", ("alpha2020-c",)),
    ]


def test_only_answers_to_one_question_are_compared() -> None:
    """One unit and one subject are not enough: those killed and those arrested are both people."""
    answer: dict[str, Any] = {"answers": [{"question": "cells"}]}
    other: dict[str, Any] = {"answers": [{"question": "cells", "value": "9"}]}
    odd: dict[str, Any] = {"status": "misprint", "remark": "Impossible.", **answer}
    claims = [
        figure("a", "3", **answer),
        figure("b", "4", **answer),
        figure("c", "5"),
        figure("d", "6", **other),
        figure("e", "7", **odd),
    ]
    (group,) = group_figures(build_corpus(claims=claims, questions=[COUNT]))
    assert group.comparable == (("cells", ("alpha2020-a", "alpha2020-b")),)


def test_figures_that_compare_are_drawn_on_one_scale(make: MakeDrawn) -> None:
    answer: dict[str, Any] = {"answers": [{"question": "cells"}]}
    claims = [figure("a", "40", as_of="2015", **answer), figure("b", "36", **answer)]
    scale, _ = make(claims=claims, questions=[COUNT]).pictures("figures/")
    assert "What of cells?" in (parse(scale).get("aria-label") or "")
    assert [mark.name for mark in marks(scale)] == [
        "36: Alpha2020. Something happened.",
        "40, as of 2015: Alpha2020. Something happened.",
    ]
