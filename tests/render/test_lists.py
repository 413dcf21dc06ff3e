"""What lists hold, and in which order."""

from __future__ import annotations

import re
from typing import Any

from dossier.model.problem import Problems
from dossier.pipeline import examine
from dossier.redact import redact
from dossier.render import render
from tests.citations import made_up
from tests.corpus_builder import build_corpus


def page(path: str, **records: Any) -> str:  # noqa: ANN401 - records as `build_corpus` takes them
    files = render(redact(examine(build_corpus(**records), Problems())), made_up())
    return next(file.content.decode() for file in files if file.path == path)


def test_names_are_under_their_letter_whatever_its_case_or_accent_and_all_others_are_last() -> None:
    names = {"a": "Salé", "b": "Sale", "c": "9 March Forum", "d": "دليل", "e": "école", "f": "Élan"}
    text = page("explore/index.md", entities=[{"id": id_, "name": name} for id_, name in names.items()])
    names_alone = text[text.index("## By name") :]
    listed = re.findall(
        r"^### (\S+)|<li><a href=\"\.\.[^>]*>(?:<bdi[^>]*>)?([^<]+)<", names_alone, re.MULTILINE
    )
    assert [letter or name for letter, name in listed] == [
        *("0–9", "9 March Forum"),
        *("E", "école", "Élan"),
        *("O", "On alpha2020"),
        *("S", "Sale", "Salé"),
        *("Other", "دليل"),
    ]


def test_a_work_tells_its_claims_once_and_beside_them_the_pages_that_cite_it() -> None:
    works = [{"key": "beta2019", "label": "Beta 2019"}]
    claim = {"id": "alpha2020-rain", "via": ["beta2019"], "remark": "So says [@beta2019]."}
    note = {"path": "notes/rain.md", "title": "Rain", "body": "It rained [@beta2019]."}
    text = page("bibliography/index.md", works=works, claims=[claim], pages=[note])
    entry = text[text.index('id="beta2019"') :]
    assert "Cited on 1 page" in entry
    assert "notes/rain/" in entry
