"""A check with what earlier ones kept finds what a check without finds."""

import shutil
from pathlib import Path

import pytest

from dossier import pipeline
from dossier.commands.schema import write_schemas
from dossier.load.files import File
from dossier.load.lists import Drafts, parse_list
from dossier.load.vocabulary import read_vocabulary
from dossier.model.checked import Checked
from dossier.model.codes import Code
from dossier.model.problem import Problems

CLAIMS = "sources/keepers2019/claims.yml"
NOTE = "docs/notes/first-light.md"
VOCABULARY = "sources/vocabulary.yml"


@pytest.fixture
def project(root: Path, tmp_path: Path) -> Path:
    shutil.copy2(root / "mkdocs.yml", tmp_path / "look.yml")
    return shutil.copytree(root / "tests/golden_corpus", tmp_path, dirs_exist_ok=True)


def check(project: Path, cache: Path | None) -> tuple[Checked, list[str]]:
    problems = Problems()
    return pipeline.check(project, problems, cache=cache), [str(problem) for problem in problems]


def kept(project: Path) -> list[Path]:
    return sorted(path for path in (project / "build/cache").rglob("*") if path.is_file())


def edit(project: Path, old: str, new: str, path: str = CLAIMS) -> None:
    file = project / path
    typed = file.read_text("utf-8")
    assert old in typed
    file.write_text(typed.replace(old, new, 1), encoding="utf-8")


def same(project: Path) -> None:
    one, told = check(project, project / "build/cache")
    other, told_too = check(project, None)
    assert (one, told) == (other, told_too)


def test_a_second_check_works_out_nothing_again_and_finds_the_same(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, told = check(project, project / "build/cache")
    assert {path.parent.name for path in kept(project)} >= {"readings", "evidence", "signals"}
    monkeypatch.setattr("dossier.read.reading.read_text", lambda *_: pytest.fail("a text was read again"))
    works = "dossier.load.bibtex.read_works"
    monkeypatch.setattr(works, lambda *_: pytest.fail("a bibliography was read again"))
    sought = "dossier.verify.verifying.find_matches"
    monkeypatch.setattr(sought, lambda *_: pytest.fail("a quotation was sought again"))
    signals = "dossier.analyze.kept_signals.signals_in"
    monkeypatch.setattr(signals, lambda *_: pytest.fail("a sentence was looked at again"))
    syntax = "dossier.link.kept_syntax.read_syntax"
    monkeypatch.setattr(syntax, lambda *_: pytest.fail("Markdown was read again"))
    second, told_again = check(project, project / "build/cache")
    assert (second, told_again) == (first, told)


def test_records_that_are_the_same_are_parsed_only_to_say_where_they_are(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = check(project, project / "build/cache")
    parsed: list[str] = []

    def parse(file: File, problems: Problems) -> Drafts:
        parsed.append(file.name)
        return parse_list(file, problems)

    monkeypatch.setattr("dossier.load.kept_lists.parse_list", parse)
    second = check(project, project / "build/cache")
    assert parsed == []
    assert second == first


def test_a_problem_tells_the_place_in_a_file_that_is_the_same(project: Path) -> None:
    check(project, project / "build/cache")
    partners = "sources/index/partners.yml"
    edit(project, "- id: loss-of-the-halcyon", "- id: tarn", "sources/index/events.yml")
    same(project)
    problems = Problems()
    pipeline.check(project, problems, cache=project / "build/cache")
    first = next(problem.related[0].place for problem in problems if problem.code is Code.REPEATED_ID)
    assert str(first) == f"{partners}:5:7"


@pytest.mark.parametrize("damage", [b"", b"\n", b"x\n{}", b"\xff" * 9])
def test_what_is_damaged_is_made_again(project: Path, damage: bytes) -> None:
    check(project, project / "build/cache")
    for path in kept(project):
        path.write_bytes(damage)
    same(project)


def test_what_was_kept_for_something_else_is_made_again(project: Path) -> None:
    check(project, project / "build/cache")
    files = kept(project)
    contents = [path.read_bytes() for path in files]
    for path, content in zip(files, contents[1:] + contents[:1], strict=True):
        path.write_bytes(content)
    same(project)


def test_an_edit_is_seen_and_so_is_its_undoing(project: Path) -> None:
    check(project, project / "build/cache")
    edit(project, "The service runs eleven lights.", "The service runs twelve lights.")
    same(project)
    edit(project, "The service runs twelve lights.", "The service runs eleven lights.")
    same(project)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (NOTE, "see [[founding]]", "see `[[founding]]` and [[nowhere]] <b onclick='x'>"),
        ("mkdocs.yml", "INHERIT: look.yml\n", "INHERIT: look.yml\nmarkdown_extensions: [tables]\n"),
        ("mkdocs.yml", "INHERIT: look.yml\n", "INHERIT: look.yml\nmarkdown_extensions: [nl2br]\n"),
        ("citations.bib", "@book", "\n\n@book"),
        ("citations.bib", "Wrecks", "{Wrecks"),
        ("works/library.bib", "@", "@comment"),
        ("sources/keepers2019/source.yml", "language: en", "language: fr"),
    ],
)
def test_an_edit_of_what_else_results_are_kept_for_is_seen(
    project: Path, path: str, old: str, new: str
) -> None:
    check(project, project / "build/cache")
    edit(project, old, new, path)
    same(project)
    edit(project, new, old, path)
    same(project)


def test_the_page_on_fields_says_what_the_vocabulary_says_now(project: Path) -> None:
    check(project, project / "build/cache")
    edit(project, "types:\n", "types:\n      - {id: shipyard, names: shipyards}\n", VOCABULARY)
    same(project)
    page = check(project, project / "build/cache")[0].corpus.pages["guide/fields.md"]
    assert "`shipyard`" in page.body


def test_problems_are_told_again_and_move_with_their_lines(project: Path) -> None:
    edit(project, "The service runs eleven lights.", "It runs eleven lights, not 12.")
    same(project)
    told = check(project, project / "build/cache")[1]
    assert any(CLAIMS in problem for problem in told)
    edit(project, "- id: keepers2019-founding", "# One line more.\n- id: keepers2019-founding")
    same(project)
    assert check(project, project / "build/cache")[1] != told


def test_a_folder_that_cannot_be_written_costs_only_time(project: Path) -> None:
    (project / "build").write_text("no folder")
    same(project)


def test_that_schemas_are_current_is_remembered_of_these_schemas_alone(project: Path) -> None:
    vocabulary = read_vocabulary(project, Problems())
    assert vocabulary is not None
    write_schemas(project, vocabulary)
    same(project)
    same(project)
    (project / "sources/schema/topics.json").write_text("{}")
    assert any(
        "schemas are not current: topics.json" in told for told in check(project, project / "build/cache")[1]
    )
    write_schemas(project, vocabulary)
    same(project)
