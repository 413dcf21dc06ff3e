"""The site that was replaced is where the next build begins, unless it is no folder of ours."""

from pathlib import Path

import pytest

from dossier.model.usage_error import UsageError
from dossier.site.filled_folder import FilledFolder
from dossier.site.spare import look_at_spare, spare_site


def end_at_a_mistake(root: Path) -> None:
    with spare_site(look_at_spare(root), root / "new") as folder:
        folder.write("index.html", b"page")
        raise UsageError("MkDocs has warnings")


def test_what_a_build_made_that_ended_at_a_mistake_is_where_the_next_one_begins(tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    with pytest.raises(UsageError):
        end_at_a_mistake(tmp_path)
    with spare_site(look_at_spare(tmp_path), tmp_path / "new") as folder:
        assert folder == FilledFolder.look(tmp_path / "new")
        assert [*folder.held] == ["index.html"]


@pytest.mark.parametrize("kind", ["none", "file", "link"])
def test_where_none_is_kept_a_build_begins_with_nothing(tmp_path: Path, kind: str) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "others").mkdir()
    (tmp_path / "others/file").touch()
    if kind == "file":
        (tmp_path / "build/spare").touch()
    if kind == "link":
        (tmp_path / "build/spare").symlink_to(tmp_path / "others")
    with spare_site(look_at_spare(tmp_path), tmp_path / "new") as folder:
        assert folder.held == {}
        folder.write("index.html", b"page")
    assert (tmp_path / "others/file").is_file()
