"""The corpus as a whole: its order, what is broken, and that no file brings it down."""

import hashlib
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.leaves import look
from dossier.load import load
from dossier.model.ids import SourceKey
from dossier.model.kinds import Publish, RecordKind
from dossier.model.problem import Problems
from tests.load.typed import told

BASE = Path(__file__).parent.parent / "cases" / "_base"
PARISH = SourceKey("parish1934")
FILES = (
    "citations.bib",
    "sources/vocabulary.yml",
    "docs/notes/first-year.md",
    "sources/index/lights.yml",
    "sources/index/questions.yml",
    "sources/lights1901/claims.yml",
    "sources/lights1901/source.yml",
    "sources/lights1901/text.txt",
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return shutil.copytree(BASE, tmp_path / "project")


def test_records_stand_in_the_order_of_their_docstring(project: Path) -> None:
    (project / "sources/index/people.yml").write_text(
        "- {id: z, name: Z}\n- {id: a, name: A}\n", encoding="utf-8"
    )
    corpus = load(project, Problems())
    assert list(corpus.sources) == ["lights1901", "parish1934"]
    assert list(corpus.claims) == ["lights1901-lamp-lit", "lights1901-keepers", "parish1934-lamp-lit"]
    assert list(corpus.entities) == ["long-skerry-lamp", "northmark", "lights-board", "a", "z", "long-skerry"]
    assert list(corpus.works) == ["almanac1902", "lights1901", "parish1934"]
    assert [path for path in corpus.pages if path not in look.pages()] == [
        "about.md",
        "guide/fields.md",
        "index.md",
        "notes/first-year.md",
    ]


def test_every_record_has_its_places(project: Path) -> None:
    corpus = load(project, Problems())
    assert (
        str(corpus.place(RecordKind.CLAIM, "lights1901-keepers", "kind"))
        == "sources/lights1901/claims.yml:16:9"
    )
    assert (
        str(corpus.place(RecordKind.SOURCE, "parish1934", "rights", "publish"))
        == "sources/parish1934/source.yml:8:62"
    )
    assert (
        str(corpus.place(RecordKind.PAGE, "notes/first-year.md", "topics", 0))
        == "docs/notes/first-year.md:5:10"
    )
    assert corpus.place(RecordKind.WORK, "almanac1902").file == "citations.bib"
    assert str(corpus.pages["about.md"].body_place) == "docs/about.md:4:1"


def test_ids_of_broken_records_are_kept_even_where_they_cannot_be_parsed(project: Path) -> None:
    (project / "sources/index/people.yml").write_text(
        '- {id: one, nme: x}\n- id: "two"\n  name: a: b\n-\n  id: three\n  name: "\n- {id: four, name: [}\n- name: Y\n',
        encoding="utf-8",
    )
    assert {"one", "two", "three", "four"} < load(project, Problems()).broken


def test_a_source_that_is_broken_is_stood_in_for(project: Path) -> None:
    (project / "sources/parish1934/source.yml").write_text("citation: [", encoding="utf-8")
    corpus = load(project, Problems())
    assert "parish1934" in corpus.broken
    assert corpus.sources[PARISH].rights.publish is Publish.WITHHELD
    assert "parish1934" not in corpus.texts
    assert "parish1934-lamp-lit" in corpus.claims


def test_texts_are_their_bytes_decoded_and_nothing_else(project: Path) -> None:
    path = project / "sources/parish1934/text.txt"
    text = "\ufeffThe Parish\r\nof\rSkerry\u2028.\n\n"
    path.write_bytes(text.encode())
    record = project / "sources/parish1934/source.yml"
    sum_ = hashlib.sha256(path.read_bytes()).hexdigest()
    record.write_text(record.read_text(encoding="utf-8").replace("pinned", sum_), encoding="utf-8")
    assert load(project, Problems()).texts[PARISH] == text


def test_assets_are_files_and_hidden_files_are_not_there(project: Path) -> None:
    for name in ("assets/b/lamp.svg", "assets/a.png", "assets/.DS_Store", "assets/notes.md", ".hidden/x.md"):
        (project / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (project / "docs" / name).write_bytes(name.encode())
    problems = Problems()
    corpus = load(project, problems)
    assert list(corpus.assets) == ["assets/a.png", "assets/b/lamp.svg", "assets/notes.md"]
    assert corpus.assets["assets/a.png"] == b"assets/a.png"
    assert [path for path in corpus.pages if "assets" in path or "hidden" in path] == []


def test_pages_on_the_method_come_along_until_a_page_has_their_address(project: Path) -> None:
    corpus = load(project, Problems())
    come_along = {*look.pages(), "guide/fields.md"}
    assert {path for path, page in corpus.pages.items() if page.default} == come_along
    for path in ("guide/index.md", "glossary.md"):
        (project / "docs" / path).parent.mkdir(exist_ok=True)
        (project / "docs" / path).write_text("---\ntitle: Ours\n---\n\nOurs.\n", encoding="utf-8")
    corpus = load(project, Problems())
    assert [path for path, page in corpus.pages.items() if page.title == "Ours"] == [
        "glossary.md",
        "guide/index.md",
    ]
    assert {path for path, page in corpus.pages.items() if page.default} == come_along - {
        "guide.md",
        "glossary.md",
    }


def test_an_empty_project_loads(tmp_path: Path) -> None:
    problems = Problems()
    assert load(tmp_path, problems).claims == {}
    assert told(problems) == [(1, 1, "missing-file")]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(
    name=st.sampled_from(FILES),
    at=st.integers(0, 700),
    cut=st.integers(0, 30),
    odd=st.sampled_from(
        [
            b"",
            b"\t",
            b"\0",
            b"\xff",
            b"\xef\xbb\xbf",
            b"\r\n",
            b"\x85",
            b'"',
            b"'",
            b"- ",
            b": ",
            b"[",
            b"{",
            b"---\n",
            b"&a ",
            b"*a",
        ]
    )
    | st.binary(max_size=6),
)
def test_no_damage_to_a_file_brings_loading_down(
    project: Path, name: str, at: int, cut: int, odd: bytes
) -> None:
    whole = (BASE / name).read_bytes()
    at = at % (len(whole) + 1)
    (project / name).write_bytes(whole[:at] + odd + whole[at + cut :])
    problems = Problems()
    load(project, problems)
    (project / name).write_bytes(whole)
    for problem in problems:
        assert problem.place.line >= 1
        assert problem.place.column >= 1
