from __future__ import annotations

import pytest

from dossier.link import link
from dossier.model.kinds import RecordKind
from dossier.model.problem import Problems
from tests.corpus_builder import build_corpus


@pytest.mark.parametrize(
    ("intro", "uncited"),
    [
        ("It rained [@c].", []),
        ("It rained. [@c]", []),
        ("It rained.[@c] Then it snowed. [@c] [@c]", []),
        ("It rained [@c] and it snowed.", []),
        ("It rained.", ["It rained."]),
        ("It rained", ["It rained"]),
        ("It rained [@c]. Then it snowed. And hailed [@c].", ["Then it snowed. And"]),
        ("It rained [@c]. Then it snowed.", ["Then it snowed."]),
        ("It rained [@beta2019].", ["It rained"]),
        ("Mr. Doe of the U.S. Weather Bureau, e.g. on No. 4, said so [@c].", []),
        ("It fell 3.5 mm [@c]; see [[weather|Weather. Rain]].", []),
        ("“It rained.” Then `x. Y` snowed [@c].", ["“It rained.” Then"]),
        ("It rained [@unknown].", []),
        ("[@c]", []),
        ("It rained [@c]. …", []),
        ("[@c] It rained.", []),
        ("It rained [@c]. [[weather]] was bad.", ["[[weather]] was bad."]),
        ("Sen. Doe said so [@c]. *It rained.* So it did [@c].", ["It rained.* So"]),
        ("It rained (Doe 2015). [@c]", []),
    ],
)
def test_every_sentence_of_an_introduction_cites_a_claim(intro: str, uncited: list[str]) -> None:
    corpus = build_corpus(
        claims=[{"id": "c"}], works=[{"key": "beta2019"}], topics=[{"id": "weather", "intro": intro}]
    )
    problems = Problems()
    link(corpus, problems)
    start = corpus.place(RecordKind.TOPIC, "weather", "intro").column
    places = [problem.place.column - start for problem in problems if problem.code == "uncited-sentence"]
    assert len(places) == len(uncited)
    for column, words in zip(places, uncited, strict=True):
        assert intro[column:].startswith(words)


def test_pages_and_notes_of_questions_need_no_citations() -> None:
    corpus = build_corpus(
        pages=[{"path": "about.md", "body": "It rained."}], questions=[{"id": "q", "note": "It rained."}]
    )
    problems = Problems()
    link(corpus, problems)
    assert list(problems) == []
