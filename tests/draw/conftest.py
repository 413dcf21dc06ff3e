"""The pictures of the invented corpus, and of corpora that lack something."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dossier.analyze import analyze
from dossier.draw import draw
from dossier.link import link
from dossier.load import load
from dossier.model.corpus import Corpus
from dossier.model.dossier import Dossier
from dossier.model.picture import Pictures
from dossier.model.problem import Problems
from dossier.read import publish_view, read
from dossier.render import render
from dossier.verify import verify
from tests.corpus_builder import build_corpus

MakeDossier = Callable[..., Dossier]


def dossier_of(corpus: Corpus) -> Dossier:
    """A corpus through the stages before `draw`, with its pictures; works go by their labels."""
    problems = Problems()
    readings = read(corpus, problems)
    evidence = verify(corpus, readings, problems)
    links = link(corpus, problems)
    analysis = analyze(corpus, readings, evidence, links, problems)
    readings, evidence = publish_view(corpus, readings, evidence)
    dossier = Dossier(corpus, readings, evidence, links, analysis, {})
    return replace(dossier, pictures=draw(dossier))


@pytest.fixture(scope="session")
def dossier(root: Path) -> Dossier:
    """The invented corpus with its pictures."""
    return dossier_of(load(root / "tests/golden_corpus", Problems()))


@pytest.fixture(scope="session")
def drawn(dossier: Dossier) -> Pictures:
    return dossier.pictures


@pytest.fixture(scope="session")
def pages(dossier: Dossier) -> dict[str, str]:
    """Every page of the invented corpus by its address, with its pictures."""
    return pages_of(dossier)


@pytest.fixture
def make() -> MakeDossier:
    """Makes a dossier of a few records."""

    def made(**records: Any) -> Dossier:  # noqa: ANN401 - records as `build_corpus` takes them
        return dossier_of(build_corpus(**records))

    return made


def pages_of(dossier: Dossier) -> dict[str, str]:
    return {
        file.path.removesuffix("index.md"): file.content.decode()
        for file in render(dossier)
        if file.path.endswith("index.md")
    }
