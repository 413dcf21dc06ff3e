"""What is taken off a site keeps its address, says why, and is in the list of changes and in the feed."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from dossier.leaves.changes import ChangeSort, changes
from dossier.model.problem import Problems
from dossier.pipeline import check, make_files

OLD = """\
---
title: Old Light
summary: Its claims were about another lamp.
{fields}
---

See [the about page]({up}about.md).
"""


@pytest.fixture
def project(root: Path, tmp_path: Path) -> Path:
    return Path(copytree(root / "tests/golden_corpus", tmp_path / "project"))


@pytest.mark.parametrize(
    "address", ["people/old-light", "questions/old-light", "sources/old1999", "topics/old", "notes/old-light"]
)
def test_a_withdrawn_record_keeps_its_address_and_says_why(project: Path, address: str) -> None:
    fields = "withdrawn: 2024-05-06" + ("\ndate: 2021-01-01" if address.startswith("notes/") else "")
    file = project / f"docs/{address}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(OLD.format(fields=fields, up="../"), encoding="utf-8")
    problems = Problems()
    checked = check(project, problems)
    assert [problem.message for problem in problems] == []
    files = {made.path: made.content.decode(errors="replace") for made in make_files(checked, None)}
    page = files[f"{address}/index.md"]
    assert "6 May 2024" in page
    assert "robots: noindex" in page
    assert "Its claims were about another lamp." in files["changes/index.md"].replace("&#46;", ".")
    assert "<title>Withdrawn: Old Light</title>" in files["changes/feed.xml"]
    told = [entry for entry in changes(checked.corpus) if entry.address == f"{address}/"]
    assert [entry.sort for entry in told] == [ChangeSort.WITHDRAWN]


def test_a_withdrawn_note_is_no_note_any_more(project: Path) -> None:
    (project / "docs/notes/old-light.md").write_text(
        OLD.format(fields="withdrawn: 2024-05-06\ndate: 2021-01-01", up="../"), encoding="utf-8"
    )
    corpus = check(project, Problems()).corpus
    assert not corpus.pages["notes/old-light.md"].is_note
