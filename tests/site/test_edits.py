"""After each edit, a build with what was kept makes the site that one without makes."""

from pathlib import Path

import pytest

from tests.edits import EDITS, edited_builds
from tests.sites import small_project

pytestmark = pytest.mark.slow


def test_after_edits_of_all_kinds_the_site_is_as_if_nothing_had_been_kept(root: Path, tmp_path: Path) -> None:
    project = small_project(root, tmp_path / "notes")
    builds = list(edited_builds(root, project, len(EDITS), seed=1))
    assert [(done.edit, done.different) for done in builds if done.different] == []
    assert sum(done.published for done in builds) > len(EDITS) * 2 // 3, builds
