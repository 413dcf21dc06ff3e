"""`new` writes a site that has no problems and builds at once, with the example and without, and replaces nothing."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.commands.schema import write_schemas
from dossier.load.vocabulary import neutral
from dossier.model.analysis import QuestionStatus
from dossier.model.kinds import Verdict
from dossier.model.problem import Problems
from dossier.pipeline import check
from dossier.site.links import check_links
from tests.sites import build


def new(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["new", *arguments])


@pytest.fixture
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for notes, not made yet, from a current folder without a project."""
    monkeypatch.chdir(tmp_path)
    return tmp_path / "my notes"


def test_the_example_shows_two_texts_that_differ_and_has_no_problems(notes: Path) -> None:
    said = new(str(notes))
    assert said.exit_code == 0, said.output
    problems = Problems()
    checked = check(notes, problems)
    assert list(problems) == []
    (question,) = checked.corpus.questions.values()
    assert question.verdict is Verdict.CONTRADICTION
    (answered,) = checked.analysis.questions.values()
    assert answered.status is QuestionStatus.DIFFER
    assert sum(len(found.sentences) for found in checked.analysis.coverage.values()) == 6


def test_a_bare_site_has_no_records_and_no_problems(notes: Path) -> None:
    assert new(str(notes), "--bare").exit_code == 0
    problems = Problems()
    corpus = check(notes, problems).corpus
    assert list(problems) == []
    assert {*corpus.sources, *corpus.entities, *corpus.questions, *corpus.works} == set()


@pytest.mark.parametrize("options", [[], ["--bare"]], ids=["example", "bare"])
@pytest.mark.slow
def test_a_new_site_builds(root: Path, notes: Path, options: list[str]) -> None:
    new(str(notes), *options)
    built = build(notes, notes / "site")
    assert built.code == 0, built.said
    # Another renderer makes the same pages of it.
    ran = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--strict"],
        cwd=notes,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    problems = Problems()
    assert check_links(notes / "site", "/", problems).pages > 20
    assert list(problems) == []


@pytest.mark.parametrize("options", [[], ["--bare"], ["--ci", "github"]])
def test_every_file_says_what_it_is_for(notes: Path, options: list[str]) -> None:
    new(str(notes), *options)
    written = [path for path in notes.rglob("*") if path.is_file() and path.suffix not in {".json", ".txt"}]
    assert written
    silent = [path for path in written if "# " not in path.read_text("utf-8") and path.suffix != ".bib"]
    assert silent == []


def test_three_next_steps_name_the_folder_as_it_has_to_be_typed(notes: Path) -> None:
    steps = [line for line in new(notes.name).output.splitlines() if line[:1].isdigit()]
    assert [step[:2] for step in steps] == ["1.", "2.", "3."]
    assert '`dossier --root "my notes" serve --open`' in steps[0]


def test_in_the_current_folder_next_steps_name_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "`dossier serve --open`" in new(".").output


@pytest.mark.parametrize("name", ["Lights", 'Lights: "of" the # coast', "منارات", "{{ x }} & 'y' \\"])
def test_the_name_is_kept_whatever_is_in_it(notes: Path, name: str) -> None:
    new(str(notes), "--name", name)
    written = (notes / "mkdocs.yml").read_text("utf-8").replace("!ENV", "")
    assert yaml.safe_load(written)["site_name"] == name
    problems = Problems()
    assert check(notes, problems).corpus.pages["index.md"].title == name
    assert list(problems) == []


@pytest.mark.parametrize("name", ["", " ", "two\nlines", "bell\a"])
def test_a_name_that_is_no_line_is_refused(notes: Path, name: str) -> None:
    said = new(str(notes), "--name", name)
    assert said.exit_code == 2
    assert not notes.exists()


@pytest.mark.parametrize("file", ["README.md", "README", "LICENSE", "LICENSE.txt", "license", ".git/config"])
def test_a_new_repository_counts_as_empty(notes: Path, file: str) -> None:
    (notes / file).parent.mkdir(parents=True)
    (notes / file).write_bytes(b"as it was")
    assert new(str(notes)).exit_code == 0
    assert (notes / file).read_bytes() == b"as it was"


@pytest.mark.parametrize("file", ["mkdocs.yml", "notes.txt", ".gitignore", "licenses/x", "docs/index.md"])
def test_a_folder_that_holds_something_is_left_alone(notes: Path, file: str) -> None:
    (notes / file).parent.mkdir(parents=True)
    (notes / file).write_bytes(b"as it was")
    said = new(str(notes))
    assert said.exit_code == 2
    assert "is not empty" in said.output
    assert [path for path in notes.rglob("*") if path.is_file()] == [notes / file]


def test_a_file_is_no_folder(notes: Path) -> None:
    notes.touch()
    said = new(str(notes))
    assert said.exit_code == 2
    assert "is a file" in said.output


def test_the_words_it_writes_are_those_that_hold_without_them(root: Path, notes: Path) -> None:
    new(str(notes))
    written, held = (
        yaml.safe_load(path.read_text("utf-8"))
        for path in (notes / "sources/vocabulary.yml", root / "dossier/load/vocabulary.yml")
    )
    assert written == held
    assert write_schemas(notes, neutral()) == []


def workflow(notes: Path) -> Path:
    return notes / ".github/workflows/site.yml"


@pytest.mark.parametrize(
    "origin",
    ["", "wheels/dossier_notes-0.1.0-py3-none-any.whl", "git+https://example.org/a/dossier.git@v0.1.0"],
)
def test_the_workflow_installs_what_it_was_told_to_or_says_what_is_missing(notes: Path, origin: str) -> None:
    said = new(str(notes), "--ci", "github", *(["--from", origin] if origin else []))
    assert said.exit_code == 0, said.output
    checked = subprocess.run(
        [
            sys.executable,
            "-m",
            "check_jsonschema",
            "--builtin-schema",
            "vendor.github-workflows",
            workflow(notes),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout
    steps = yaml.safe_load(workflow(notes).read_text("utf-8"))["jobs"]["build"]["steps"]
    install, records, changes, site = (step["run"] for step in steps if "run" in step)
    addresses = workflow(notes).with_name("addresses.yml").read_text("utf-8")
    if origin:
        assert install == f'python -m pip install "{origin}"'
        assert install in addresses
    else:
        assert install.endswith("exit 1")
        assert ".github/workflows/site.yml" in install
        assert ".github/workflows/addresses.yml" in addresses
    assert records == "dossier check --strict --format github"
    assert changes.startswith("dossier diff HEAD^1 --format markdown")
    assert site.startswith("dossier build --strict")


@pytest.mark.parametrize(
    "origin", ["dossier", "dossier==1.0", "dossier-notes", 'x.whl"; rm', "git+https://a b"]
)
def test_no_workflow_installs_a_program_by_its_name(notes: Path, origin: str) -> None:
    said = new(str(notes), "--ci", "github", "--from", origin)
    assert said.exit_code == 2
    assert "path of a wheel" in said.output
    assert not notes.exists()


def test_without_a_workflow_nothing_is_installed_from_anywhere(notes: Path) -> None:
    said = new(str(notes), "--from", "x.whl")
    assert said.exit_code == 2
    assert "--ci github" in said.output


def test_an_editor_shows_what_the_check_prints_at_its_line(notes: Path, root: Path) -> None:
    """The settings for VS Code: those of this repository differ by the command alone."""
    assert new(str(notes)).exit_code == 0
    for name in ("settings.json", "extensions.json", "tasks.json"):
        own, made = (json.loads((place / ".vscode" / name).read_text("utf-8")) for place in (root, notes))
        if name == "tasks.json":
            pattern = made["tasks"][0]["problemMatcher"]["pattern"]
            line = "sources/a/claims.yml:2:3: error: unknown field `statment` [unknown-field]"
            found = re.fullmatch(pattern["regexp"], line)
            assert found is not None
            assert found[pattern["message"]] == "unknown field `statment`"
            own["tasks"][0]["command"] = made["tasks"][0]["command"]
        assert own == made
    schemas = json.loads((notes / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    assert all((notes / schema).is_file() for schema in schemas)
