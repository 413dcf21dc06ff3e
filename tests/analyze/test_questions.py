from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from dossier.analyze import analyze
from dossier.link import link
from dossier.model.analysis import Analysis, Disagreement, Position, QuestionResult
from dossier.model.corpus import Corpus
from dossier.model.ids import QuestionId
from dossier.model.kinds import RecordKind
from dossier.model.problem import Problem, Problems
from tests.corpus_builder import build_corpus

Q = QuestionId("q")


def analyzed(corpus: Corpus) -> tuple[Analysis, list[Problem]]:
    links = link(corpus, Problems())
    problems = Problems()
    return analyze(corpus, {}, {}, links, problems), list(problems)


def answered(
    kind: str, *answers: Mapping[str, Any], **question: object
) -> tuple[QuestionResult, list[Problem], Corpus]:
    """Claims `c1`, `c2` … of the sources given, each with one answer; other keys of an answer are the claim's."""
    claims = []
    for number, answer in enumerate(answers, 1):
        typed = {key: answer[key] for key in ("value", "bound", "period") if key in answer}
        rest = {key: value for key, value in answer.items() if key not in typed}
        claims.append({"id": f"c{number}", "source": "a", "answers": [{"question": "q", **typed}], **rest})
    corpus = build_corpus(claims=claims, questions=[{"id": "q", "type": kind, **question}])
    analysis, problems = analyzed(corpus)
    return analysis.questions[Q], problems, corpus


def shown(positions: Sequence[Position]) -> list[tuple[object, ...]]:
    return [
        (_plain(each.value), each.bound.value, _plain(each.period), each.claims, each.sources)
        for each in positions
    ]


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, tuple) else str(value)


def test_equal_value_bound_and_period_form_one_position_most_claims_first() -> None:
    found, _, _ = answered(
        "number",
        {"value": "900", "source": "a"},
        {"value": "1,122", "source": "a"},
        {"value": "1122", "source": "b"},
        {"value": "1122", "bound": "about", "source": "b"},
        {"value": "1122", "period": "2014", "source": "b"},
    )
    assert shown(found.positions) == [
        ("1,122", "exact", None, ("c2", "c3"), ("a", "b")),
        ("900", "exact", None, ("c1",), ("a",)),
        ("1122", "exact", "2014", ("c5",), ("b",)),
        ("1122", "about", None, ("c4",), ("b",)),
    ]


@pytest.mark.parametrize(
    ("kind", "answers", "status"),
    [
        ("date", [], "single"),
        ("date", [{"value": "2013"}], "single"),
        ("date", [{"value": "2013"}, {"value": "2013-03"}], "single"),
        ("date", [{"value": "2013"}, {"value": "2013-03", "source": "b"}], "agree"),
        ("date", [{"value": "2013"}, {"value": "2014"}], "differ"),
        ("date", [{"value": "2013"}, {"value": "2014", "source": "b"}], "differ"),
        ("date", [{"value": "2013"}, {"value": "2014", "source": "b", "status": "withdrawn"}], "single"),
        ("date", [{"value": "2013"}, {"value": "2104", "source": "b", "status": "misprint"}], "differ"),
        ("number", [{"value": "5"}, {"value": "5", "source": "b", "period": "2014"}], "differ"),
        ("set", [{"value": ["x"]}, {"value": ["y"]}, {"value": ["y", "x"], "source": "b"}], "agree"),
        ("set", [{"value": ["x"]}, {"value": ["y"]}, {"value": ["y"], "source": "b"}], "differ"),
        ("set", [{"value": ["x", "…"]}, {"value": ["y"], "source": "b"}], "differ"),
        ("set", [{"value": ["x", "…"]}, {"value": ["x", "y"], "source": "b"}], "agree"),
    ],
)
def test_sources_agree_when_all_positions_are_compatible(
    kind: str, answers: list[dict[str, Any]], status: str
) -> None:
    assert answered(kind, *answers)[0].status == status


def test_the_values_of_one_source_are_joined_before_sets_are_compared() -> None:
    found, _, _ = answered(
        "set",
        {"value": ["mali", "chad"]},
        {"value": ["niger", "…"]},
        {"value": ["chad", "mali", "niger", "…"], "source": "b"},
        choices=["niger", "mali", "chad"],
    )
    assert shown(found.positions) == [
        (("niger", "mali", "chad", "…"), "exact", None, ("c1", "c2", "c3"), ("a", "b"))
    ]


def test_value_bound_and_period_default_to_the_figures() -> None:
    figure = {"value": "1122", "unit": "people", "bound": "at-least", "period": "2002/.."}
    found, _, _ = answered("number", {"figure": figure})
    assert shown(found.positions) == [("1122", "at-least", "2002/..", ("c1",), ("a",))]


def test_a_value_that_is_no_choice_is_left_out_in_silence() -> None:
    found, problems, _ = answered(
        "choice", {"value": "hale"}, choices=["hail", "rain"], verdict="contradiction"
    )
    assert found.positions == ()
    assert problems == []


DIFFERING = ({"value": "2013"}, {"value": "2014"})


@pytest.mark.parametrize(
    ("answers", "fields", "codes"),
    [
        (DIFFERING, {}, ["note-missing", "verdict-missing"]),
        (DIFFERING, {"verdict": "contradiction"}, ["note-missing"]),
        (DIFFERING, {"note": "Why [@c1; @c2]."}, ["verdict-missing"]),
        (DIFFERING, {"verdict": "self-contradiction", "note": "Why [@c1; @c2]."}, []),
        (DIFFERING[:1], {}, []),
        (DIFFERING[:1], {"note": "Good to know [@c1]."}, []),
        (DIFFERING[:1], {"verdict": "contradiction"}, ["verdict-needless"]),
        ((), {}, ["question-unanswered"]),
        ((), {"verdict": "contradiction"}, ["question-unanswered"]),
    ],
)
def test_a_question_says_why_its_answers_differ_and_only_then(
    answers: tuple[dict[str, str], ...], fields: dict[str, str], codes: list[str]
) -> None:
    _, problems, corpus = answered("date", *answers, **fields)
    assert [problem.code for problem in problems] == codes
    for problem in problems:
        assert problem.place == corpus.place(
            RecordKind.QUESTION, "q", *(["verdict"] if problem.code == "verdict-needless" else [])
        )


def test_nothing_is_called_absent_while_a_record_is_broken() -> None:
    corpus = build_corpus(questions=[{"id": "q", "verdict": "contradiction"}], broken=frozenset({"c1"}))
    assert analyzed(corpus)[1] == []


def test_questions_are_counted_by_what_it_means_that_answers_differ() -> None:
    verdicts = (
        *("contradiction", "contradiction", "contradiction", "self-contradiction", "different-scope"),
        *("different-wording", "different-judgment", "misprint", None),
    )
    questions = [
        {"id": f"q{number}", "type": "number", **({"verdict": verdict} if verdict else {})}
        for number, verdict in enumerate(verdicts)
    ]
    differing = [{"id": "c1", "source": "a", "value": "3"}, {"id": "c2", "source": "b", "value": "4"}]
    agreeing = {"id": "agreed", "type": "number"}
    claims = [
        {
            "id": claim["id"],
            "source": claim["source"],
            "answers": [
                *({"question": question["id"], "value": claim["value"]} for question in questions),
                {"question": "agreed", "value": "5"},
            ],
        }
        for claim in differing
    ]
    analysis, _ = analyzed(build_corpus(claims=claims, questions=[*questions, agreeing]))
    assert analysis.disagreement == Disagreement(between_sources=3, within_one=1, otherwise=3, misprints=1)
