"""These notes, checked once, and their site, built and served once for the tests that look at it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.model.checked import Checked
from dossier.model.problem import Problems
from dossier.pipeline import check
from tests.sites import PATH, Built, build_apart, served


@pytest.fixture(scope="session")
def whole(root: Path) -> Checked:
    return check(root, Problems())


@pytest.fixture(scope="session")
def built(root: Path, pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Built:
    given: Path | None = pytestconfig.getoption("--site")
    if given is not None:
        return Built(root, root / given, 0, "")
    return build_apart(root, root, tmp_path_factory.mktemp("built") / "site")


@pytest.fixture(scope="session")
def address(built: Built) -> Iterator[str]:
    with served(built.folder, PATH) as host:
        yield host + PATH
