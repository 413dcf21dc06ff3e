"""`diff` shows what became of records since a commit, whatever their files look like."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main

BASE = Path(__file__).parents[1] / "cases" / "_base"


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project in a folder of a repository."""
    project = tmp_path / "notes"
    shutil.copytree(BASE, project)
    (project / "mkdocs.yml").write_text("site_name: Lights\n", encoding="utf-8")
    for key in ("lights1901", "parish1934"):
        assert CliRunner().invoke(main, ["--root", str(project), "pin", key]).exit_code == 0
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "first")
    return project


def change(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def changed(root: Path) -> Path:
    change(root, "sources/lights1901/claims.yml", "statement: Eleven keepers", "statement: Eleven *men*")
    change(
        root,
        "sources/lights1901/claims.yml",
        "  kind: event",
        "  status: withdrawn\n  remark: It is not so.\n  kind: event",
    )
    change(
        root,
        "sources/index/people.yml",
        "- id: ines-holm",
        "- id: ada-holm\n  name: Ada\n- id: ines\n  formerly: [ines-holm]",
    )
    change(root, "citations.bib", "The Skerry Almanac", "The Skerry Sound Almanac")
    (root / "sources/index/owners.yml").unlink()
    return root


def diff(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "diff", *arguments])


def test_every_outcome_is_shown_with_what_changed(changed: Path) -> None:
    result = diff(changed, "HEAD")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert "claim changed: lights1901-keepers" in lines
    assert (
        "    statement: “Eleven keepers served in the first year.” → “Eleven *men* served in the first year.”"
        in lines
    )
    assert "claim withdrawn: lights1901-lamp-lit" in lines
    assert "    remark: nothing → “It is not so.”" in lines
    assert "entity added: ada-holm" in lines
    assert "entity renamed: ines (was ines-holm)" in lines
    assert "entity removed: northmark" in lines
    assert "work changed: almanac1902" in lines
    assert lines[-1] == "1 claim changed, 1 withdrawn; 1 entity added, 1 renamed, 1 removed; 1 work changed"


def test_a_pull_request_reads_markdown_in_which_nothing_of_a_record_is_markup(changed: Path) -> None:
    shown = diff(changed, "HEAD", "--format", "markdown").stdout
    assert shown.startswith("**Records:** 1 claim changed, 1 withdrawn; ")
    assert "### Entity renamed" in shown
    assert "Eleven &#42;men&#42; served" in shown


def test_programs_read_a_list(changed: Path) -> None:
    listed = json.loads(diff(changed, "HEAD", "--format", "json").stdout)
    found = {(change["kind"], change["id"]): change for change in listed}
    assert found["entity", "ines"]["was"] == "ines-holm"
    assert found["claim", "lights1901-keepers"]["fields"] == [
        {
            "field": "statement",
            "before": "Eleven keepers served in the first year.",
            "after": "Eleven *men* served in the first year.",
        }
    ]


def test_another_layout_is_no_change(root: Path) -> None:
    change(root, "sources/lights1901/claims.yml", "  kind: figure\n", "")
    change(
        root,
        "sources/lights1901/claims.yml",
        "- id: lights1901-keepers",
        "- kind:   figure # why\n  id: lights1901-keepers",
    )
    assert diff(root, "HEAD").stdout == "no record is another\n"


def test_of_a_long_text_the_part_that_differs_is_shown(root: Path) -> None:
    words = "It was a long year. " * 40
    change(root, "sources/index/people.yml", "name: Ines Holm", f"name: Ines Holm\n  remark: {words}First.")
    git(root, "commit", "-qam", "second")
    change(root, "sources/index/people.yml", "First.", "Last.")
    (line,) = [line for line in diff(root, "HEAD").stdout.splitlines() if "remark" in line]
    assert line.endswith("First.” → “…It was a long year. It was a long year. Last.”")
    assert len(line) < 200


@pytest.mark.parametrize("revision", ["no-such", "--output=x"])
def test_a_revision_that_is_none_is_wrong_use(root: Path, revision: str) -> None:
    result = diff(root, "--", revision)
    assert result.exit_code == 2
    assert "git has nothing at" in result.output


def test_a_record_that_cannot_be_read_is_named(root: Path) -> None:
    change(root, "sources/index/people.yml", "  name:", "  nme:")
    assert "Not compared, since they cannot be read: ines-holm." in diff(root, "HEAD").stderr


def test_the_reason_of_a_revision_is_shown_with_what_it_changed(root: Path) -> None:
    revised = "  revised: [{date: 2026-12-01, why: They were men., was: {statement: Eleven.}}]\n"
    change(root, "sources/lights1901/claims.yml", "  kind: figure\n", f"  kind: figure\n{revised}")
    lines = diff(root, "HEAD").stdout.splitlines()
    assert lines[0] == "claim changed: lights1901-keepers"
    assert lines[2] == "    why: They were men."
    assert "  - why: They were men&#46;" in diff(root, "HEAD", "--format", "markdown").stdout.splitlines()
    assert json.loads(diff(root, "HEAD", "--format", "json").stdout)[0]["why"] == ["They were men."]
