"""Where nothing has changed since a check or a build, the next one does nothing and says what that one said."""

import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from dossier import pipeline
from dossier.cli import main
from dossier.commands.last_run import LastRun, Said
from dossier.leaves.kept import digest_of
from dossier.model.codes import Code
from dossier.model.place import Place
from dossier.model.problem import Fix, Problems, Related

FILES = {
    "mkdocs.yml": 'INHERIT: look.yml\nsite_url: !ENV [SITE_URL, "x"]\n',
    "look.yml": "extra: {a: !ENV LOOK}\n",
    "citations.bib": "",
    "sources/a/text.txt": "A text.",
    "docs/index.md": "# Home",
    "site/index.html": "<p>",
}
MADE = {"index.html": digest_of(b"<p>")}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, content in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content)
    return tmp_path


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Each build that runs, all of which warn; a build that is `plain` may be remembered."""
    ran: list[bool] = []

    def build(root: Path, site: Path, problems: Problems, *_: object, **__: object) -> SimpleNamespace:
        problems.add(Place("docs/index.md", 1, 3), Code.ALLOW_UNUSED, "a warning")
        ran.append(True)
        return SimpleNamespace(plain=True, digests=MADE)

    monkeypatch.setattr(pipeline, "build", build)
    return ran


def run(project: Path, *options: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["--root", str(project), "build", *options])
    return result.exit_code, result.stdout


def test_the_second_build_makes_nothing_and_says_what_the_first_said(
    project: Path, builds: list[bool]
) -> None:
    first = run(project)
    assert run(project) == first
    assert "docs/index.md:1:3: warning: a warning" in first[1]
    assert len(builds) == 1


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Each check that runs, all of which find an error."""
    ran: list[bool] = []

    def check(root: Path, problems: Problems, **_: object) -> SimpleNamespace:
        problems.add(Place("docs/index.md", 1, 3), Code.DEAD_LINK, "an error")
        ran.append(True)
        return SimpleNamespace(corpus=SimpleNamespace(drafts={"a": 2}))

    monkeypatch.setattr(pipeline, "check", check)
    return ran


def test_the_second_check_says_what_the_first_said_until_something_changes(
    project: Path, checks: list[bool]
) -> None:
    def run_check(*options: str) -> tuple[int, str, str]:
        result = CliRunner().invoke(main, ["--root", str(project), "check", *options])
        return result.exit_code, result.stdout, result.stderr

    first = run_check()
    assert first[0] == 1
    assert first[2].endswith("2 drafts in sources/a/drafts.yml\n")
    assert run_check() == first
    assert len(checks) == 1
    assert run_check("--no-cache") == first
    assert len(checks) == 2
    (project / "docs/index.md").write_text("# Other")
    run_check()
    assert len(checks) == 3


@pytest.mark.parametrize(
    "name", [*FILES, "docs/new.md", "overrides/main.html", "works/more.bib", "site/new.html", "docs/.hidden"]
)
def test_where_a_file_has_changed_or_come_all_is_built(project: Path, builds: list[bool], name: str) -> None:
    run(project)
    (project / name).parent.mkdir(exist_ok=True)
    (project / name).write_text("INHERIT: look.yml\nelse")
    run(project)
    assert len(builds) == 2


@pytest.mark.skipif(sys.platform in {"darwin", "win32"}, reason="names there are Unicode")
@pytest.mark.parametrize("folder", ["docs", "site"])
def test_a_file_whose_name_is_no_unicode_is_a_file_like_others(
    project: Path, builds: list[bool], folder: str
) -> None:
    run(project)
    (project / folder / os.fsdecode(b"\xff.txt")).write_text("new")
    assert run(project)[0] == 0
    assert len(builds) == 2


@pytest.mark.parametrize("name", ["docs/index.md", "site/index.html", "look.yml"])
def test_where_a_file_has_gone_all_is_built(project: Path, builds: list[bool], name: str) -> None:
    run(project)
    (project / name).unlink()
    run(project)
    assert len(builds) == 2


@pytest.mark.parametrize("variable", ["SITE_URL", "LOOK", "SOURCE_DATE_EPOCH"])
def test_where_the_environment_says_something_else_all_is_built(
    project: Path, builds: list[bool], monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    run(project)
    monkeypatch.setenv(variable, "1700000000")
    run(project)
    assert len(builds) == 2


@pytest.mark.parametrize("options", [["--strict"], ["--no-cache"], ["--site", "elsewhere"]])
def test_a_build_that_asks_for_something_else_is_made(
    project: Path, builds: list[bool], options: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    run(project)
    run(project, *options)
    assert len(builds) == 2


def test_the_problems_that_are_told_again_are_whole(project: Path) -> None:
    problems = Problems()
    place = Place("docs/index.md", 2, 7)
    problems.add(place, Code.ALLOW_UNUSED, "one", "so", [Related(Place("x"), "there")], Fix("a", "b"))
    problems.add(Place("mkdocs.yml"), Code.DEAD_LINK, "two")
    last = LastRun(project, project / "site")
    last.keep(last.inputs(), Said(problems, ["1 draft"]), MADE)
    again = last.find(last.inputs())
    assert again is not None
    assert list(map(repr, again.problems)) == list(map(repr, problems))
    assert again.lines == ["1 draft"]


def test_a_folder_behind_a_link_is_seen_and_a_circle_ends(project: Path) -> None:
    (project / "shared").mkdir()
    (project / "docs/shared").symlink_to(project / "shared", target_is_directory=True)
    (project / "shared/back").symlink_to(project / "docs", target_is_directory=True)
    last = LastRun(project, project / "site")
    before = last.inputs()
    (project / "shared/a.md").touch()
    assert last.inputs() != before
