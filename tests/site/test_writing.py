"""The folder of pages holds exactly what was made, and what did not change is not touched."""

from pathlib import Path

import pytest

from dossier.model.output import OutputFile
from dossier.model.usage_error import UsageError
from dossier.site.writing import write_files

ONE = OutputFile.of_text("index.md", "one")
TWO = OutputFile.of_text("a/b/index.md", "two")


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    assert write_files(tmp_path, [ONE, TWO]) == 2
    before = (tmp_path / TWO.path).stat()
    assert write_files(tmp_path, [OutputFile.of_text("index.md", "other"), TWO]) == 1
    assert (tmp_path / TWO.path).stat() == before
    assert (tmp_path / "index.md").read_text() == "other"


def test_what_is_no_longer_made_goes_with_its_empty_folders(tmp_path: Path) -> None:
    write_files(tmp_path, [ONE, TWO])
    write_files(tmp_path, [ONE])
    assert [path.name for path in tmp_path.iterdir()] == ["index.md"]


def test_a_file_may_become_a_folder_and_a_folder_a_file(tmp_path: Path) -> None:
    write_files(tmp_path, [OutputFile.of_text("a", "file"), OutputFile.of_text("b/c", "deep")])
    write_files(tmp_path, [OutputFile.of_text("a/b", "deep"), OutputFile.of_text("b", "file")])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]
    assert (tmp_path / "a/b").read_text() == "deep"


def test_links_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious/b.md").write_text("mine")
    (tmp_path / "pages").symlink_to(tmp_path / "precious")
    with pytest.raises(UsageError, match="symbolic link"):
        write_files(tmp_path / "pages", [ONE])
    (tmp_path / "pages").unlink()
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/a").symlink_to(tmp_path / "precious")
    write_files(tmp_path / "pages", [OutputFile.of_text("a/b.md", "ours")])
    assert (tmp_path / "precious/b.md").read_text() == "mine"


def test_two_producers_of_one_path_are_our_bug(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"produced twice: index\.md"):
        write_files(tmp_path, [ONE, OutputFile.of_text("index.md", "other")])
    assert list(tmp_path.iterdir()) == []
