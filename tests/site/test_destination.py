"""A site goes into a folder of its own; what people wrote or others put there is refused with the reason."""

from pathlib import Path

import pytest

from dossier.model.usage_error import UsageError
from dossier.site import destination
from dossier.site.destination import MARK, check_destination


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project in a home folder, with a file and a site of ours beside it."""
    home = tmp_path.resolve() / "home"
    for name in ("notes/sources/key", "notes/docs", "notes/build/pages", "ours", "package"):
        (home / name).mkdir(parents=True)
    for name in ("file", f"ours/{MARK}", "ours/index.html", "full/precious"):
        (home / name).parent.mkdir(exist_ok=True)
        (home / name).touch()
    (home / "empty").mkdir()
    (home / "link").symlink_to(home / "empty")
    (home / "dangling").symlink_to(home / "nothing")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.setattr(destination, "_PACKAGE", home / "package")
    return home / "notes"


@pytest.mark.parametrize(
    "name", ["site", "public/deep", "../public", "../empty", "../ours", "sourcesX", "my docs"]
)
def test_a_new_an_empty_and_our_own_folder_will_do(project: Path, name: str) -> None:
    check_destination((project / name).resolve(), project)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        (".", "the project lies in it"),
        ("..", "the project lies in it"),
        ("../..", "the project lies in it"),
        ("/", "the project lies in it"),
        ("sources", "is there for something else"),
        ("sources/site", "is there for something else"),
        ("sources/key/deep/site", "is there for something else"),
        ("works", "is there for something else"),
        ("docs/assets/site", "is there for something else"),
        ("overrides/site", "is there for something else"),
        ("build", "is there for something else"),
        ("build/pages/site", "is there for something else"),
        (".git/site", "is there for something else"),
        ("../package/site", "is there for something else"),
        ("../ours/inner", "it lies in the site "),
        ("../ours/a/b/inner", "it lies in the site "),
        ("../file", "it is a file"),
        ("../file/below", "file is a file"),
        ("../file/deep/below", "file is a file"),
        ("../full", "it holds files that this program did not put there"),
    ],
)
def test_all_else_is_refused_with_the_reason(project: Path, name: str, why: str) -> None:
    before = sorted(project.parent.rglob("*"))
    with pytest.raises(UsageError, match=why) as refusal:
        check_destination((project / name).resolve(), project)
    assert str(refusal.value).endswith("name another folder with --site")
    assert sorted(project.parent.rglob("*")) == before


def test_the_home_of_whoever_builds_is_refused_wherever_the_project_is(project: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path.resolve() / "elsewhere"
    with pytest.raises(UsageError, match="your home lies in it"):
        check_destination(project.parent, elsewhere)


@pytest.mark.parametrize("name", ["link", "dangling"])
def test_a_link_is_refused(project: Path, name: str) -> None:
    with pytest.raises(UsageError, match="symbolic link"):
        check_destination(project.parent / name, project)


def test_an_input_is_known_by_any_name(project: Path) -> None:
    (project.parent / "alias").symlink_to(project / "sources")
    with pytest.raises(UsageError, match="is there for something else"):
        check_destination(project.parent / "alias/site", project)
