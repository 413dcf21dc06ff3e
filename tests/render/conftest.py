"""The invented corpus, through all stages, once for a run."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.cite import Citations, cite
from dossier.export import export
from dossier.model.problem import Problems
from dossier.model.public import Public
from dossier.pipeline import check
from dossier.redact import redact
from dossier.render import render
from dossier.render.catalog import Catalog


@pytest.fixture(scope="session")
def dossier(root: Path) -> Public:
    """The invented corpus as `render` receives it; it has no problems."""
    problems = Problems()
    checked = check(root / "tests/golden_corpus", problems)
    assert list(problems) == []
    return redact(checked)


@pytest.fixture(scope="session")
def citations(dossier: Public) -> Citations:
    return cite(dossier.corpus, None)


@pytest.fixture(scope="session")
def catalog(dossier: Public, citations: Citations) -> Catalog:
    return Catalog(dossier, citations)


@pytest.fixture(scope="session")
def pages(dossier: Public, citations: Citations) -> dict[str, str]:
    """Every rendered Markdown page by its path."""
    files = render(dossier, citations, [made.description for made in export(dossier, citations)])
    return {file.path: file.content.decode() for file in files if file.path.endswith(".md")}
