"""The folder of pages is filled part by part; at the end it holds what was written, and nothing else."""

from pathlib import Path

import pytest

from dossier.model.output import OutputFile
from dossier.model.usage_error import UsageError
from dossier.site.filled_folder import FilledFolder
from dossier.site.pages_folder import PagesFolder

HOME = OutputFile.of_text("index.md", "home")
PAGE = OutputFile.of_text("a/b/index.md", "page")
TEXT = OutputFile.of_text("a/b.md", "text")


def filled(root: Path, *parts: tuple[OutputFile, ...]) -> tuple[OutputFile, ...]:
    folder = PagesFolder.begin(root)
    pages = folder.end([folder.write(part) for part in parts])
    assert pages.digests == FilledFolder.look(root / "build/pages").held
    return pages.beside


def contents(root: Path) -> dict[str, str]:
    folder = root / "build/pages"
    return {
        path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()
    }


def test_what_is_not_for_mkdocs_is_handed_back(tmp_path: Path) -> None:
    assert filled(tmp_path, (HOME, TEXT), (PAGE,)) == (TEXT,)
    assert contents(tmp_path) == {"index.md": "home", "a/b/index.md": "page"}


def test_what_did_not_change_is_not_touched_and_what_is_no_longer_made_goes(tmp_path: Path) -> None:
    filled(tmp_path, (HOME, PAGE))
    before = (tmp_path / "build/pages/index.md").stat()
    filled(tmp_path, (HOME,))
    assert (tmp_path / "build/pages/index.md").stat() == before
    assert contents(tmp_path) == {"index.md": "home"}
    assert [path.name for path in (tmp_path / "build/pages").iterdir()] == ["index.md"]


def test_a_file_may_become_a_folder_and_a_folder_a_file(tmp_path: Path) -> None:
    filled(tmp_path, (OutputFile.of_text("a", "file"), OutputFile.of_text("b/c/d", "deep")))
    filled(tmp_path, (OutputFile.of_text("a/b/c", "deep"), OutputFile.of_text("b", "file")))
    assert contents(tmp_path) == {"a/b/c": "deep", "b": "file"}


def test_links_are_not_followed(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "index.md").write_text("mine")
    pages = tmp_path / "build/pages"
    pages.mkdir(parents=True)
    (pages / "a").symlink_to(precious)
    (pages / "index.md").symlink_to(precious / "index.md")
    filled(tmp_path, (HOME, OutputFile.of_text("a/index.md", "ours")))
    assert contents(tmp_path) == {"index.md": "home", "a/index.md": "ours"}
    assert [path.read_text() for path in precious.iterdir()] == ["mine"]


def test_a_link_in_its_place_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "build/pages").symlink_to(tmp_path)
    with pytest.raises(UsageError, match="symbolic link"):
        PagesFolder.begin(tmp_path)


def test_two_producers_of_one_path_are_our_bug(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"produced twice: index\.md"):
        filled(tmp_path, (HOME,), (HOME, PAGE))
