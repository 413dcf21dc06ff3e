"""A release has the same bytes each time, says what is new since the last one, and is never overwritten."""

from __future__ import annotations

import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import dossier
from dossier.cite.pandoc import program
from dossier.cli import main
from dossier.model.problem import Problems
from dossier.pipeline import check
from dossier.redact import redact
from dossier.release.documents import note_documents
from tests.redact.test_redact import letters
from tests.site.test_rights import HIDDEN, SHOWN, kinds_with, words_of
from tests.sites import small_project


def run(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(project), "release", *arguments, "--quiet"])


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def plain(document: Path) -> str:
    read = [program(), "--from=docx", "--to=plain", "--wrap=none", str(document)]
    return subprocess.run(read, capture_output=True, check=True).stdout.decode()


@pytest.fixture(scope="module")
def project(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_project(root, tmp_path_factory.mktemp("released") / "project")


@pytest.fixture(scope="module")
def first(project: Path) -> Path:
    done = run(project, "1.0")
    assert done.exit_code == 0, done.output
    return project / "releases/1.0"


def test_it_has_the_site_what_changed_documents_and_checksums(first: Path) -> None:
    made = files(first)
    assert set(made) == {
        "CHANGES.md",
        "MANIFEST.sha256",
        "README.txt",
        "dossier.zip",
        "history.json",
        "notes/first-light.docx",
        "release.json",
        *(f"sources/{key}.docx" for key in ("gazette2021", "keepers2019", "letter2020", "memo2022")),
    }
    for line in made["MANIFEST.sha256"].decode().splitlines():
        sum_, path = line.split("  ", 1)
        assert sha256(made[path]).hexdigest() == sum_
    assert json.loads(made["release.json"])["day"] == "2024-06-02"
    assert json.loads(made["release.json"])["since"] is None


def test_made_again_it_has_the_same_bytes(project: Path, first: Path, tmp_path: Path) -> None:
    assert run(project, "1.0", "--to", str(tmp_path)).exit_code == 0
    assert files(tmp_path / "1.0") == files(first)


def test_one_that_is_there_is_never_overwritten(project: Path, first: Path) -> None:
    before = files(first)
    done = run(project, "1.0")
    assert done.exit_code == 2
    assert "stays as it is" in done.output
    assert files(first) == before


def test_footnotes_of_a_note_lead_to_passages_and_works(first: Path) -> None:
    note = plain(first / "notes/first-light.docx")
    assert "dates from 1871[1] or" in note.replace(" [1]", "[1]")
    assert (
        "[1] “The Lighthouse Service of Orsay was founded in the spring of 1871” The Keepers of Orsay, paragraph 1."
        " sources/keepers2019/#keepers2019-founding"
    ) in note
    assert "Ferro 1988: Wrecks & lights *of* Orsay, p. 3" in note.replace("\u00a0", " ")


def test_a_note_has_its_pictures_and_tells_where_those_are_that_word_processors_do_not_draw(
    root: Path, tmp_path: Path
) -> None:
    project = small_project(root, tmp_path / "project")
    (project / "docs/assets").mkdir()
    lamp = (root / "dossier/look/assets/card.png").read_bytes()
    (project / "docs/assets/a lamp.png").write_bytes(lamp)
    (project / "docs/assets/a map.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    note = project / "docs/notes/first-light.md"
    shown = '![The lamp](<../assets/a lamp.png>)\n\n![The *map*](<../assets/a map.svg> "Drawn in 1901")\n'
    note.write_text(f"{note.read_text('utf-8')}\n{shown}", "utf-8")
    made = dict(note_documents(redact(check(project, Problems())), "2024-01-01"))
    (tmp_path / "note.docx").write_bytes(made["notes/first-light.docx"])
    with zipfile.ZipFile(tmp_path / "note.docx") as document:
        media = [document.read(name) for name in document.namelist() if name.startswith("word/media/")]
    assert media == [lamp]
    said = "The map (a picture, to be seen on the site: assets/a%20map.svg)"
    assert said in plain(tmp_path / "note.docx")


def test_a_source_has_its_words_with_a_footnote_behind_each_passage(first: Path) -> None:
    source = plain(first / "sources/keepers2019.docx")
    assert "runs eleven lights[3] today" in source
    assert "[3] The service runs eleven lights. claims/keepers2019-lights/" in source


def test_nothing_that_it_has_in_however_many_wrappings_may_not_be_shown(first: Path) -> None:
    carried = words_of(first)
    assert kinds_with(SHOWN, carried) >= {".html", ".json", ".jsonld", ".md", ".sqlite", ".xml"}
    assert letters(SHOWN) in dict(carried)["sources/letter2020.docx/word/document.xml"]
    for sentence in (sentence for sentences in HIDDEN.values() for sentence in sentences):
        assert [path for path, words in carried if letters(sentence) in words] == []


def test_the_next_one_says_what_is_new_since_the_last(first: Path, root: Path, tmp_path: Path) -> None:
    project = small_project(root, tmp_path / "project")
    shutil.copytree(first, project / "releases/1.0", ignore=_not_committed())
    claims = project / "sources/keepers2019/claims.yml"
    claims.write_text(
        claims.read_text("utf-8").replace(
            "- id: keepers2019-founding\n", "- id: keepers2019-founding\n  added: 2024-07-01\n", 1
        ),
        "utf-8",
    )
    done = run(project)
    assert done.exit_code == 0, done.output
    changes = (project / "releases/2024-07-01/CHANGES.md").read_text("utf-8")
    assert "Since version 1.0: 1 change (1 added)." in changes
    assert "- 2024-07-01, claim: The Lighthouse Service of Orsay" in changes


def _not_committed() -> Callable[[str, list[str]], set[str]]:
    """What git leaves out of a version in a site made by `new`: the next version does without."""
    rules = Path(dossier.__file__).with_name("starter").joinpath("site/gitignore").read_text("utf-8").split()
    return shutil.ignore_patterns(*(rule.strip("/").split("/")[-1] for rule in rules if "/releases/" in rule))


def test_with_a_problem_nothing_is_released(root: Path, tmp_path: Path) -> None:
    project = small_project(root, tmp_path / "project")
    claims = project / "sources/keepers2019/claims.yml"
    claims.write_text(claims.read_text("utf-8") + "- id: keepers2019-broken\n", "utf-8")
    done = run(project, "1.0")
    assert done.exit_code == 1
    assert "Nothing was released" in done.output
    assert not (project / "releases").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("../x",), "a version is not called “../x”"),
        (("1.0", "--day", "2026-02-30"), "--day: "),
        (("1.0", "--since", "."), "is no release"),
    ],
)
def test_wrong_use_is_said_in_one_line(
    project: Path, arguments: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    done = run(project, *arguments, "--to", str(tmp_path / "releases"))
    assert done.exit_code == 2
    assert said in done.output


def test_what_is_not_committed_is_said(root: Path, tmp_path: Path) -> None:
    project = small_project(root, tmp_path / "project")
    subprocess.run(["git", "init", "-q", str(project)], check=True)
    done = run(project, "1.0")
    assert done.exit_code == 0, done.output
    assert "Not committed: " in done.output
