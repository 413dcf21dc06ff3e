"""A command that is killed while it writes, or finds the disk full, leaves each file that people keep as it was."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="files are limited as on Unix")

BASE = Path(__file__).parents[1] / "cases" / "_base"
SETTINGS = "site_name: Lights\nnav: [index.md]\ndocs_dir: build/pages\ntheme: {name: material, custom_dir: build/theme}\n"
WORDS = "The lamp was lit in the spring of 1901, and the keeper wrote it into his book with great care.\n"
QUOTED = "It rang for the first time in fog."
COMMANDS = {
    "add": ("add", "doe2020", "diary.txt"),
    "add --again": ("add", "again2020", "diary.txt", "--again", "--yes"),
    "works": ("works", "library.bib", "--yes"),
    "highlights": ("highlights", "lights1901", "marked.md"),
    "rename": ("rename", "lights-board", "harbor-board"),
    "fmt": ("fmt",),
    "check --fix": ("check", "--fix", "--yes"),
    "pin": ("pin", "parish1934"),
    "schema": ("schema",),
}


def run(root: Path, *arguments: str) -> Result:
    typed = [str(root.parent / part) if "." in part else part for part in arguments]
    return CliRunner().invoke(main, ["--root", str(root), *typed])


def limited(root: Path, most: int, does: signal.Handlers, arguments: tuple[str, ...]) -> tuple[int, str]:
    """Run a command in a process of its own that may write files of so many bytes: how it ended, and what it said."""
    import resource  # noqa: PLC0415 - it is on Unix only

    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGXFSZ, does)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        sys.dont_write_bytecode = True  # Python would leave half of it
        result = run(root, *arguments)
        os.write(writer, result.output.encode()[:60_000])
        os._exit(result.exit_code if result.exception is None or result.exit_code != 1 else 99)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read().decode()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said


def kept(root: Path) -> Mapping[str, bytes]:
    """All files that are not hidden, which nothing reads."""
    found = {path.relative_to(root): path for path in sorted(root.rglob("*")) if path.is_file()}
    return {
        path.as_posix(): file.read_bytes()
        for path, file in found.items()
        if path.parts[0] != "build" and not any(part.startswith(".") for part in path.parts)
    }


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("prepared") / "project"
    shutil.copytree(BASE, root)
    (root / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    (root.parent / "diary.txt").write_text(WORDS * 9, "utf-8")
    (root.parent / "marked.md").write_text(f"> {QUOTED}\n", "utf-8")
    (root.parent / "library.bib").write_text(f"@book{{holm1921, title = {{{WORDS * 9}}}}}\n", "utf-8")
    for arguments in (("pin", "lights1901"), ("pin", "parish1934"), ("add", "again2020", "diary.txt")):
        assert run(root, *arguments).exit_code == 0
    (root.parent / "diary.txt").write_text(WORDS * 12, "utf-8")
    return root


@pytest.fixture
def project(prepared: Path, tmp_path: Path) -> Path:
    shutil.copytree(prepared.parent, tmp_path, dirs_exist_ok=True)
    return tmp_path / "project"


def unsettle(root: Path, command: str) -> None:
    """Give the command something to write."""
    if command in {"fmt", "check --fix"}:
        path = root / "sources/index/boards.yml"
        path.write_text(path.read_text("utf-8").replace("id: ", "id:   "), "utf-8")
    if command == "pin":
        path = root / "sources/parish1934/source.yml"
        path.write_text("".join(line for line in path.open() if not line.startswith("sha256")), "utf-8")


@pytest.fixture(params=COMMANDS)
def command(request: pytest.FixtureRequest, project: Path) -> str:
    name: str = request.param
    unsettle(project, name)
    return name


def test_a_command_that_is_killed_in_the_middle_of_a_file_leaves_the_old_ones_whole(
    project: Path, command: str
) -> None:
    before = kept(project)
    code, _ = limited(project, 60, signal.SIG_DFL, COMMANDS[command])
    assert code == -signal.SIGXFSZ
    assert kept(project) == before


def test_a_command_that_finds_the_disk_full_says_so_in_one_line_and_leaves_nothing(
    project: Path, command: str
) -> None:
    before = kept(project)
    code, said = limited(project, 60, signal.SIG_IGN, COMMANDS[command])
    assert (code, "File too large" in said.splitlines()[-1]) == (2, True), said
    assert "Traceback" not in said
    assert kept(project) == before
    hidden = [path for path in project.rglob(".*") if path.is_file() and "build" not in path.parts]
    assert hidden == []


def test_without_a_limit_each_command_writes(project: Path, command: str) -> None:
    before = kept(project)
    result = run(project, *COMMANDS[command])
    assert kept(project) != before, result.output


@pytest.mark.parametrize("error", [PermissionError(13, "Permission denied", "sources"), OSError("no device")])
def test_what_the_system_refuses_is_one_line_in_any_command(
    project: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("dossier.commands.fmt.record_files", refuse)
    result = run(project, "fmt")
    assert result.exit_code == 2
    assert result.output.count("\n") == 1
    assert result.output.startswith("error: ")


def test_a_write_that_fails_at_a_later_file_takes_the_others_back(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = kept(project)
    replace: Callable[[Path, Path], Path] = Path.replace
    replaced: list[str] = []

    def fail_at_the_third(path: Path, target: Path) -> Path:
        replaced.append(target.name)
        if len(replaced) == 3:
            raise PermissionError(13, "Permission denied", str(target))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", fail_at_the_third)
    result = run(project, "rename", "lights-board", "harbor-board")
    assert (result.exit_code, len(replaced)) == (2, 5), result.output
    assert kept(project) == before
