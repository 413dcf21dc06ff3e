"""The site of the invented corpus, built and served once for the tests that look at it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sites import PATH, Built, build, served, small_project


@pytest.fixture(scope="session")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("built")
    project = small_project(root, folder / "project")
    return build(project, folder / "site", SITE_URL=f"https://example.org{PATH}")


@pytest.fixture(scope="session")
def address(built: Built) -> Iterator[str]:
    with served(built.folder, PATH) as host:
        yield host + PATH
