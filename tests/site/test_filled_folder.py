"""A folder that builds fill: nothing in it is taken on trust, and what is there already as it is to be is not touched."""

import os
import stat
import sys
from functools import partial
from pathlib import Path

import pytest

from dossier.leaves.kept import digest_of
from dossier.leaves.processes import spread
from dossier.site.filled_folder import FilledFolder


def test_what_is_there_is_told_by_path_and_digest(tmp_path: Path) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/c").write_text("c")
    (tmp_path / "d").write_text("d")
    assert FilledFolder.look(tmp_path).held == {"a/b/c": digest_of(b"c"), "d": digest_of(b"d")}
    assert FilledFolder.look(tmp_path / "none").held == {}


def test_what_is_no_file_and_what_is_empty_is_removed(tmp_path: Path) -> None:
    (tmp_path / "folder/empty/inner").mkdir(parents=True)
    (tmp_path / "folder/file").touch()
    (tmp_path / "only/link").mkdir(parents=True)
    (tmp_path / "only/link/file").symlink_to(tmp_path / "folder/file")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "folder/pipe")
    assert FilledFolder.look(tmp_path).held == {"folder/file": digest_of(b"")}
    assert sorted(tmp_path.rglob("*")) == [tmp_path / "folder", tmp_path / "folder/file"]


def test_everybody_may_read_what_is_there_and_what_comes_to_it(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        (tmp_path / "a").mkdir()
        for name in ("a/old", "a/kept", "a/made"):
            (tmp_path / name).write_text(name)
        folder = FilledFolder.look(tmp_path)
        folder.write("a/old", b"new")
        folder.write("a/b/c/new", b"new")
        (tmp_path / "made").write_text("made")
        folder.take_in(["made"])
    finally:
        os.umask(before)
    for path in tmp_path.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o755 if path.is_dir() else 0o644)


def test_a_file_that_changes_is_another_and_one_that_does_not_is_not_touched(tmp_path: Path) -> None:
    for name in ("changed", "same"):
        (tmp_path / name).write_text(name)
        (tmp_path / f"{name} of others").hardlink_to(tmp_path / name)
    folder = FilledFolder.look(tmp_path)
    assert folder.write("changed", b"else") == digest_of(b"else")
    assert folder.write("same", b"same") == digest_of(b"same")
    assert (tmp_path / "changed").read_text() == "else"
    assert (tmp_path / "changed of others").read_text() == "changed"
    assert (tmp_path / "same").samefile(tmp_path / "same of others")


def test_of_files_that_others_wrote_those_that_are_there_are_told(tmp_path: Path) -> None:
    (tmp_path / "made").write_text("made")
    assert FilledFolder(tmp_path, {}).take_in(["made", "none"]) == {"made": digest_of(b"made")}


def test_all_but_what_is_wanted_goes_with_the_folders_that_are_then_empty(tmp_path: Path) -> None:
    for name in ("a/b/one", "a/two", "c/d/three", "four"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    FilledFolder.look(tmp_path).remove_others({"a/two", "five"})
    assert sorted(tmp_path.rglob("*")) == [tmp_path / "a", tmp_path / "a/two"]


def test_what_was_removed_can_be_written_again_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("same")
    folder = FilledFolder.look(tmp_path)
    folder.remove_others(())
    folder.write("file", b"same")
    assert (tmp_path / "file").read_text() == "same"
    assert folder.held == FilledFolder.look(tmp_path).held


def test_what_was_written_over_can_be_written_again_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("same")
    folder = FilledFolder.look(tmp_path)
    for content in (b"else", b"same"):
        folder.write("file", content)
        assert (tmp_path / "file").read_bytes() == content


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is one process")
def test_several_processes_make_the_same_folders_at_once(tmp_path: Path) -> None:
    for number in range(20):
        folder = FilledFolder(tmp_path / str(number), {})
        (tmp_path / str(number)).mkdir()
        (tmp_path / str(number) / "a").write_text("a file where a folder is to be")
        paths = [f"a/{name % 3}/b/{name}" for name in range(24)]
        spread(partial(FilledFolder.write, folder, content=b""), paths, 4)
        assert FilledFolder.look(folder.path).held.keys() == set(paths)
