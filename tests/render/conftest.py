"""The invented corpus, through all stages, once for a run."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.analyze import analyze
from dossier.cite import cite
from dossier.link import link
from dossier.load import load
from dossier.model.dossier import Dossier
from dossier.model.problem import Problems
from dossier.read import publish_view, read
from dossier.render import render
from dossier.render.catalog import Catalog
from dossier.verify import verify


@pytest.fixture(scope="session")
def dossier(root: Path) -> Dossier:
    """The invented corpus as `render` receives it; it has no problems."""
    problems = Problems()
    corpus = load(root / "tests/golden_corpus", problems)
    readings = read(corpus, problems)
    evidence = verify(corpus, readings, problems)
    links = link(corpus, problems)
    analysis = analyze(corpus, readings, evidence, links, problems)
    readings, evidence = publish_view(corpus, readings, evidence)
    assert list(problems) == []
    return Dossier(corpus, readings, evidence, links, analysis, cite(corpus.works, None))


@pytest.fixture(scope="session")
def catalog(dossier: Dossier) -> Catalog:
    return Catalog(dossier)


@pytest.fixture(scope="session")
def pages(dossier: Dossier) -> dict[str, str]:
    """Every rendered Markdown page by its path."""
    return {file.path: file.content.decode() for file in render(dossier) if file.path.endswith(".md")}
