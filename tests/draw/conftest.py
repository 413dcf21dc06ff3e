"""The pages of the invented corpus with their pictures, and those of corpora that lack something."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from dossier.model.checked import Checked
from dossier.model.problem import Problems
from dossier.model.public import Public
from dossier.pipeline import check, examine
from dossier.redact import redact
from dossier.render import render
from tests.citations import made_up
from tests.corpus_builder import build_corpus
from tests.draw.reader import drawings


@dataclass(frozen=True, slots=True)
class Drawn:
    """What may be shown, and its pages by their addresses."""

    public: Public
    pages: dict[str, str]

    def pictures(self, page: str, sort: str = "") -> list[str]:
        """The drawings of a page, wide and narrow, of one sort where it is given."""
        return [svg for svg in drawings(self.pages[page]) if f"drawing--{sort}" in svg]


MakeDrawn = Callable[..., Drawn]


def drawn_from(checked: Checked) -> Drawn:
    """The pages of what was checked; works go by their labels."""
    public = redact(checked)
    pages = {
        file.path.removesuffix("index.md"): file.content.decode()
        for file in render(public, made_up())
        if file.path.endswith("index.md")
    }
    return Drawn(public, pages)


@pytest.fixture(scope="session")
def dossier(root: Path) -> Drawn:
    """The invented corpus."""
    return drawn_from(check(root / "tests/golden_corpus", Problems()))


@pytest.fixture(scope="session")
def pages(dossier: Drawn) -> dict[str, str]:
    """Every page of the invented corpus by its address."""
    return dossier.pages


@pytest.fixture(scope="session")
def drawn(pages: dict[str, str]) -> dict[str, list[str]]:
    """The drawings of the pages that have some."""
    return {page: found for page, text in pages.items() if (found := drawings(text))}


@pytest.fixture
def make() -> MakeDrawn:
    """Makes pages of a few records."""

    def made(**records: Any) -> Drawn:  # noqa: ANN401 - records as `build_corpus` takes them
        return drawn_from(examine(build_corpus(**records), Problems()))

    return made
