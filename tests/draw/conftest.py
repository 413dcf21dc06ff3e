"""The pictures of the invented corpus, and of corpora that lack something."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dossier.draw import draw
from dossier.model.checked import Checked
from dossier.model.picture import Pictures
from dossier.model.problem import Problems
from dossier.model.public import Public
from dossier.pipeline import check, examine
from dossier.redact import redact
from dossier.render import render
from tests.corpus_builder import build_corpus

MakeDossier = Callable[..., Public]


def drawn_from(checked: Checked) -> Public:
    """What may be shown, with its pictures; works go by their labels."""
    public = redact(checked, {})
    return replace(public, pictures=draw(public))


@pytest.fixture(scope="session")
def dossier(root: Path) -> Public:
    """The invented corpus with its pictures."""
    return drawn_from(check(root / "tests/golden_corpus", Problems()))


@pytest.fixture(scope="session")
def drawn(dossier: Public) -> Pictures:
    return dossier.pictures


@pytest.fixture(scope="session")
def pages(dossier: Public) -> dict[str, str]:
    """Every page of the invented corpus by its address, with its pictures."""
    return pages_of(dossier)


@pytest.fixture
def make() -> MakeDossier:
    """Makes a dossier of a few records."""

    def made(**records: Any) -> Public:  # noqa: ANN401 - records as `build_corpus` takes them
        return drawn_from(examine(build_corpus(**records), Problems()))

    return made


def pages_of(dossier: Public) -> dict[str, str]:
    return {
        file.path.removesuffix("index.md"): file.content.decode()
        for file in render(dossier)
        if file.path.endswith("index.md")
    }
