"""The invented corpus, checked once."""

from pathlib import Path

import pytest

from dossier.model.checked import Checked
from dossier.model.problem import Problems
from dossier.pipeline import check


@pytest.fixture(scope="session")
def whole(root: Path) -> Checked:
    return check(root / "tests/golden_corpus", Problems())
