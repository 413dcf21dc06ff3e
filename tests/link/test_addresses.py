from __future__ import annotations

import pytest

from dossier.link import link
from dossier.model.problem import Problems
from tests.corpus_builder import build_corpus


@pytest.mark.parametrize(
    ("paths", "reported", "address"),
    [
        (["index.md", "about.md", "guide.md", "notes/timeline.md"], [], ""),
        (["timeline.md"], ["timeline.md"], "/timeline/"),
        (["notes/index.md"], ["notes/index.md"], "/notes/"),
        (["notes/x.md", "notes/x/index.md"], ["notes/x/index.md"], "/notes/x/"),
        (["notes/x.md", "notes/X.md"], ["notes/x.md"], "/notes/x/"),
        (["programs/rainfall.md"], ["programs/rainfall.md"], "/programs/rainfall/"),
        (["places/rainfall.md"], [], ""),
        (["claims/alpha2020-rain.md"], ["claims/alpha2020-rain.md"], "/claims/alpha2020-rain/"),
    ],
)
def test_two_producers_of_one_address_are_a_problem(
    paths: list[str], reported: list[str], address: str
) -> None:
    corpus = build_corpus(
        claims=[{"id": "alpha2020-rain"}],
        entities=[{"id": "rainfall", "also": ["place"]}],
        pages=[{"path": path, "body": ""} for path in paths],
    )
    problems = Problems()
    link(corpus, problems)
    assert [problem.place.file for problem in problems] == [f"docs/{path}" for path in reported]
    for problem in problems:
        assert problem.code == "same-address"
        assert address in problem.message
