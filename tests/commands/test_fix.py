"""`check --fix` shows and writes what is certain, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main

BASE = Path(__file__).parents[1] / "cases" / "_base"
SETTINGS = """site_name: Lights
docs_dir: build/pages
theme: {name: material, custom_dir: build/theme}
nav: [index.md]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    for key in ("lights1901", "parish1934"):
        assert CliRunner().invoke(main, ["--root", str(tmp_path), "pin", key]).exit_code == 0
    assert CliRunner().invoke(main, ["--root", str(tmp_path), "schema"]).exit_code == 0
    assert check(tmp_path, "--fix", "--yes").exit_code == 0
    boards = tmp_path / "sources/index/boards.yml"
    text = boards.read_text("utf-8").partition("\n")[2]
    boards.write_text(
        text.replace("id: lights-board", "id: harbor-lights\n  formerly:   [lights-board]"), "utf-8"
    )
    return tmp_path


def check(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "check", *arguments])


def test_what_is_certain_is_shown_and_written_only_when_told_so(root: Path) -> None:
    before = {
        path: path.read_bytes() for path in root.rglob("*.*") if path.is_file() and "build" not in path.parts
    }
    result = check(root, "--fix")
    assert result.exit_code == 1
    assert "+# yaml-language-server: $schema=../schema/boards.json" in result.stdout
    assert "+  formerly: [lights-board]" in result.stdout
    assert "+  about: [long-skerry-lamp, harbor-lights]" in result.stdout
    assert "is now called `harbor-lights`" in result.stdout
    assert {path: path.read_bytes() for path in before} == before
    result = check(root, "--fix", "--yes")
    assert result.exit_code == 0
    assert "no problems" in result.stdout
    assert check(root, "--strict").exit_code == 0
    assert "[[harbor-lights" in (root / "docs/notes/first-year.md").read_text("utf-8")


def test_what_has_to_be_decided_stays(root: Path) -> None:
    people = root / "sources/index/people.yml"
    people.write_text(people.read_text("utf-8").replace("  name:", "  nme:"), "utf-8")
    result = check(root, "--fix", "--yes")
    assert result.exit_code == 1
    assert "unknown field `nme`" in result.stdout
    assert "nme" in people.read_text("utf-8")


def test_yes_alone_is_wrong_use(root: Path) -> None:
    assert check(root, "--yes").exit_code == 2
