from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dossier.link import link
from dossier.model.corpus import Corpus
from dossier.model.kinds import RecordKind
from dossier.model.problem import Problem, Problems, Related
from tests.corpus_builder import build_corpus


def problems_of(corpus: Corpus) -> list[Problem]:
    problems = Problems()
    link(corpus, problems)
    return list(problems)


BASE: dict[str, Any] = {
    "entities": [{"id": "rainfall"}, {"id": "jane-doe", "kind": "person"}],
    "topics": [{"id": "weather"}],
    "questions": [{"id": "first-rain"}],
    "works": [{"key": "beta2019"}],
}


def claim(**fields: object) -> dict[str, Any]:
    return {"id": "alpha2020-rain", **fields}


@pytest.mark.parametrize(
    ("fields", "path", "code", "help_"),
    [
        ({"about": ["rainfal"]}, ("about", 0), "unknown-entity", "did you mean `rainfall`?"),
        (
            {"about": ["qqq"]},
            ("about", 0),
            "unknown-entity",
            "add it to the file of its kind (`sources/index/",
        ),
        ({"speaker": ["jane-do"]}, ("speaker", 0), "unknown-entity", "did you mean `jane-doe`?"),
        ({"topics": ["weather", "wether"]}, ("topics", 1), "unknown-topic", "did you mean `weather`?"),
        ({"via": ["beta2018, p. 3"]}, ("via", 0), "unknown-work", "did you mean `beta2019`?"),
        (
            {"answers": [{"question": "last-rain", "value": "2001"}]},
            ("answers", 0, "question"),
            "unknown-question",
            "did you mean `first-rain`?",
        ),
    ],
)
def test_a_claim_that_refers_to_nothing_is_reported_at_the_id_with_the_nearest(
    fields: dict[str, Any], path: tuple[str | int, ...], code: str, help_: str
) -> None:
    corpus = build_corpus(**BASE, claims=[claim(**fields)])
    (problem,) = problems_of(corpus)
    place = corpus.place(RecordKind.CLAIM, "alpha2020-rain", *path)
    assert (problem.place, problem.code) == (place, code)
    assert problem.help.startswith(help_)
    assert "add it to " in problem.help
    assert problem.related == ()


def test_an_id_of_another_kind_is_reported_with_the_place_of_its_record() -> None:
    corpus = build_corpus(**BASE, claims=[claim(about=["weather"])])
    (problem,) = problems_of(corpus)
    assert (problem.code, problem.help) == ("unknown-entity", "")
    assert problem.related == (Related(corpus.place(RecordKind.TOPIC, "weather"), "`weather` is a topic"),)


def test_references_that_lead_somewhere_are_silent() -> None:
    fields = {
        "about": ["rainfall"],
        "speaker": ["jane-doe"],
        "topics": ["weather"],
        "via": ["beta2019"],
        "answers": [{"question": "first-rain", "value": "2001"}],
    }
    assert problems_of(build_corpus(**BASE, claims=[claim(**fields)])) == []


def test_a_reference_to_a_broken_record_is_silent() -> None:
    fields = {
        "about": ["torn"],
        "topics": ["torn"],
        "via": ["torn"],
        "answers": [{"question": "torn", "value": "x"}],
    }
    assert problems_of(build_corpus(**BASE, claims=[claim(**fields)], broken=frozenset({"torn"}))) == []


def test_relations_and_their_claims_are_checked_where_they_are_typed() -> None:
    entity = {
        "id": "snowfall",
        "part_of": [
            {"id": "rainfall", "claims": ["alpha2020-rain"]},
            {"id": "wheather", "claims": ["alpha2020-ran"]},
        ],
        "see": ["sleet"],
    }
    corpus = build_corpus(entities=[{"id": "rainfall"}, entity], claims=[claim()])
    assert [(problem.place, problem.code) for problem in problems_of(corpus)] == [
        (corpus.place(RecordKind.ENTITY, "snowfall", "part_of", 1, "id"), "unknown-entity"),
        (corpus.place(RecordKind.ENTITY, "snowfall", "part_of", 1, "claims", 0), "unknown-claim"),
        (corpus.place(RecordKind.ENTITY, "snowfall", "see", 0), "unknown-entity"),
    ]


def test_a_source_needs_its_work() -> None:
    corpus = build_corpus()
    bare = build_corpus(sources=[{"citation": "alpha2020"}])
    assert problems_of(corpus) == []
    (problem,) = problems_of(replace(bare, works={}))
    assert (problem.place, problem.code) == (
        bare.place(RecordKind.SOURCE, "alpha2020", "citation"),
        "unknown-work",
    )


@pytest.mark.parametrize(
    ("kind", "value", "path"),
    [
        ("choice", "hale", ("answers", 0, "value")),
        ("set", ["rain", "hale"], ("answers", 0, "value", 1)),
    ],
)
def test_a_value_that_is_no_choice_is_reported(kind: str, value: object, path: tuple[str | int, ...]) -> None:
    corpus = build_corpus(
        questions=[{"id": "fell", "type": kind, "choices": ["rain", "hail"]}],
        claims=[claim(answers=[{"question": "fell", "value": value}])],
    )
    (problem,) = problems_of(corpus)
    assert (problem.place, problem.code) == (
        corpus.place(RecordKind.CLAIM, "alpha2020-rain", *path),
        "unknown-choice",
    )


def test_choices_and_the_mark_of_an_open_list_are_fine() -> None:
    corpus = build_corpus(
        questions=[{"id": "fell", "type": "set", "choices": ["rain", "hail"]}],
        claims=[claim(answers=[{"question": "fell", "value": ["hail", "…"]}])],
    )
    assert problems_of(corpus) == []


def test_a_question_of_choice_needs_choices() -> None:
    corpus = build_corpus(questions=[{"id": "fell", "type": "choice"}])
    (problem,) = problems_of(corpus)
    assert (problem.place, problem.code) == (
        corpus.place(RecordKind.QUESTION, "fell", "type"),
        "choices-missing",
    )


def test_questions_and_pages_name_entities_and_topics_that_exist() -> None:
    corpus = build_corpus(
        questions=[{"id": "fell", "about": ["rain"]}],
        pages=[{"path": "notes/rain.md", "body": "", "topics": ["weather"]}],
    )
    assert [(problem.place, problem.code) for problem in problems_of(corpus)] == [
        (corpus.place(RecordKind.PAGE, "notes/rain.md", "topics", 0), "unknown-topic"),
        (corpus.place(RecordKind.QUESTION, "fell", "about", 0), "unknown-entity"),
    ]


def test_a_speaker_in_about_is_a_warning() -> None:
    corpus = build_corpus(**BASE, claims=[claim(about=["rainfall", "jane-doe"], speaker=["jane-doe"])])
    (problem,) = problems_of(corpus)
    assert (problem.code, problem.severity) == ("speaker-in-about", "warning")
    assert problem.place == corpus.place(RecordKind.CLAIM, "alpha2020-rain", "about", 1)
