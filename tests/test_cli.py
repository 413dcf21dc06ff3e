"""The command line reads a path that is typed against the current folder, and nothing else against it."""

import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier import pipeline
from dossier.cli import COMMANDS, main


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, Path]]:
    """The project and the site that each build was asked for."""
    asked: list[tuple[Path, Path]] = []
    monkeypatch.setattr(pipeline, "build", lambda root, site, *_, **__: asked.append((root, site)))
    return asked


@pytest.mark.parametrize("site", ["", ".", "/"])
def test_a_site_without_a_name_is_refused(built: list[tuple[Path, Path]], root: Path, site: str) -> None:
    result = CliRunner().invoke(main, ["--root", str(root), "build", "--site", site])
    assert result.exit_code == 2
    assert "name a folder that the site gets for itself" in result.output
    assert built == []


@pytest.mark.parametrize(
    ("typed", "site"),
    [
        (["build"], "notes/site"),
        ([], "notes/site"),
        (["build", "--site", "public"], "far/away/public"),
        (["build", "--site", "../public"], "far/away/../public"),
    ],
)
def test_typed_paths_are_read_against_the_current_folder(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    built: list[tuple[Path, Path]],
    typed: list[str],
    site: str,
) -> None:
    project = tmp_path / "notes"
    (project / "sources").mkdir(parents=True)
    (project / "mkdocs.yml").touch()
    (tmp_path / "far/away").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "far/away")
    CliRunner().invoke(main, ["--root", "../../notes", *typed])
    assert built == [(project, tmp_path / site)]


def test_what_is_printed_is_utf8_whatever_the_caller_reads(root: Path, tmp_path: Path) -> None:
    """A pipe on Windows has an encoding that lacks most letters of the texts."""
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "sources/ليل").mkdir(parents=True)
    (tmp_path / "sources/ليل/text.txt").touch()
    answer = subprocess.run(
        [sys.executable, str(root / "build_site.py"), "--root", str(tmp_path), "check"],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert answer.returncode == 1
    assert "`ليل` is not an id" in answer.stdout.decode() + answer.stderr.decode()


def interrupted(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_preview_brings_the_schemas_up_to_date_and_a_build_leaves_them(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dossier.commands.serve.serving", interrupted)
    monkeypatch.setattr(pipeline, "build", lambda *_, **__: None)
    assert CliRunner().invoke(main, ["new", str(tmp_path / "notes")]).exit_code == 0
    schemas = tmp_path / "notes/sources/schema"
    current = (schemas / "claims.json").read_bytes()
    (schemas / "claims.json").write_bytes(b"{}")
    CliRunner().invoke(main, ["--root", str(tmp_path / "notes"), "build"])
    assert (schemas / "claims.json").read_bytes() == b"{}"
    assert CliRunner().invoke(main, ["--root", str(tmp_path / "notes"), "serve"]).exit_code == 0
    assert (schemas / "claims.json").read_bytes() == current


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_what_each_command_says_of_itself(name: str) -> None:
    listed = CliRunner().invoke(main, ["--help"]).output
    assert re.search(rf"(?m)^  {name} +\S", listed)
    said = getattr(import_module(f"dossier.commands.{name}"), name).help
    assert said.startswith(COMMANDS[name].removesuffix("."))


def test_the_list_of_commands_is_shown_without_importing_one(root: Path) -> None:
    shows = "import sys; from dossier.cli import main; main(['--help'], standalone_mode=False); print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", shows], capture_output=True, text=True, check=True, cwd=root)
    imported = set(ran.stdout.splitlines()[-1].split())
    assert "dossier.cli" in imported
    assert imported.isdisjoint({"dossier.pipeline", "pydantic", "yaml", "mkdocs", "jinja2"})
