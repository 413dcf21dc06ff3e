"""`rename` gives a record another id wherever it is named, and writes all of that or nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cite.pandoc import default_style
from dossier.cli import main
from dossier.commands.edits import Change, changes_of, write
from dossier.commands.named_in_drafts import named_in_drafts
from dossier.link import link
from dossier.load import load
from dossier.model.corpus import Corpus
from dossier.model.kinds import RecordKind
from dossier.model.problem import Problems
from dossier.model.usage_error import UsageError

BASE = Path(__file__).parents[1] / "cases" / "_base"
SETTINGS = """site_name: Lights
docs_dir: build/pages
theme: {name: material, custom_dir: build/theme}
nav:
  - Home: index.md
  - boards/lights-board/index.md
"""
PAGE = """---
title: About
---

The [[lights-board|board]] lit [[long-skerry-lamp]] [@lights1901-lamp-lit; see @almanac1902, p. 3], says @{lights1901}.
[Its page](boards/lights-board/index.md), `[[lights-board]]` and [[lamp-lit]]. See [[lights1901]], [[keeping-the-light]].
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    (tmp_path / "docs/about.md").write_text(PAGE, "utf-8")
    for key in ("lights1901", "parish1934"):
        assert CliRunner().invoke(main, ["--root", str(tmp_path), "pin", key]).exit_code == 0
    return tmp_path


def rename(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "rename", *arguments])


def loaded(root: Path) -> tuple[Corpus, list[str]]:
    problems = Problems()
    corpus = load(root, problems)
    link(corpus, problems)
    return corpus, [
        f"{problem.place} {problem.message}" for problem in problems if problem.severity == "error"
    ]


def every_file(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        (RecordKind.CLAIM, "lights1901-lamp-lit", "lights1901-first-light"),
        (RecordKind.ENTITY, "lights-board", "harbor-lights"),
        (RecordKind.TOPIC, "keeping-the-light", "keeping"),
        (RecordKind.QUESTION, "lamp-lit", "when-lit"),
        (RecordKind.WORK, "almanac1902", "Almanac:1902"),
        (RecordKind.SOURCE, "lights1901", "board1901"),
    ],
)
def test_a_record_is_renamed_wherever_it_is_named(root: Path, kind: RecordKind, old: str, new: str) -> None:
    before, wrong = loaded(root)
    assert wrong == []
    result = rename(root, old, new)
    assert result.exit_code == 0, result.output
    after, wrong = loaded(root)
    assert wrong == []
    assert new in after.ids(kind)
    assert old not in after.ids(kind)
    assert after.renamed[kind, old] == new
    assert len(after.ids(kind)) == len(before.ids(kind))
    assert "+++ b/docs/about.md" in result.stdout
    again = rename(root, new, old + "-b")
    assert again.exit_code == 0, again.output
    assert loaded(root)[0].renamed[kind, old] == old + "-b"
    assert loaded(root)[0].renamed[kind, new] == old + "-b"


def test_all_of_a_page_follows_but_what_is_printed_as_it_is(root: Path) -> None:
    result = rename(root, "lights-board", "harbor-lights")
    page = (root / "docs/about.md").read_text("utf-8")
    assert page == PAGE.replace("[[lights-board|", "[[harbor-lights|").replace(
        "boards/lights-board", "boards/harbor-lights"
    )
    assert "boards/harbor-lights/index.md" in (root / "mkdocs.yml").read_text("utf-8")
    assert "docs/about.md:6:" in result.stderr
    assert "left as it is" in result.stderr


DRAFTS = """- id: lights1901-draft
  quote: lights-board
  about: [lights-board, "skerry"]
  topics:
    - keeping-the-light
  via: ["almanac1902, p. 3"]
  answers: [{question: lamp-lit, value: lights-board}]
"""


@pytest.mark.parametrize(
    ("kind", "old", "new", "places"),
    [
        (
            RecordKind.ENTITY,
            "lights-board",
            "harbor-lights",
            ["about: [lights-board", "value: lights-board"],
        ),
        (RecordKind.TOPIC, "keeping-the-light", "keeping", ["- keeping-the-light"]),
        (RecordKind.WORK, "almanac1902", "almanac:1902", ["almanac1902, p."]),
        (RecordKind.QUESTION, "lamp-lit", "when-lit", ["question: lamp-lit"]),
        (RecordKind.SOURCE, "lights1901", "board1901", ["id: lights1901-draft"]),
    ],
)
def test_drafts_follow(root: Path, kind: RecordKind, old: str, new: str, places: list[str]) -> None:
    name = "sources/lights1901/drafts.yml"
    (root / name).write_text(DRAFTS, "utf-8")
    wanted = DRAFTS
    for place in places:
        wanted = wanted.replace(place, place.replace(old, new))
    assert changes_of(root, named_in_drafts(root, {(kind, old): new}))[name].after == wanted


def test_topics_of_a_page_follow(root: Path) -> None:
    note = "---\ntitle: Rain\nsummary: Of rain.\ndate: 2026-01-01\ntopics: [keeping-the-light]\n---\n\nIt rained.\n"
    (root / "docs/notes").mkdir(exist_ok=True)
    (root / "docs/notes/rain.md").write_text(note, "utf-8")
    assert rename(root, "keeping-the-light", "keeping").exit_code == 0
    assert (root / "docs/notes/rain.md").read_text("utf-8") == note.replace("keeping-the-light", "keeping")


def test_with_a_source_its_folder_its_work_and_its_claims_are_renamed(root: Path) -> None:
    assert rename(root, "lights1901", "board1901").exit_code == 0
    assert not (root / "sources/lights1901").exists()
    corpus, _ = loaded(root)
    assert all(
        id_.startswith("board1901-") for id_, claim in corpus.claims.items() if claim.source == "board1901"
    )
    assert corpus.renamed[RecordKind.CLAIM, "lights1901-keepers"] == "board1901-keepers"
    assert corpus.renamed[RecordKind.WORK, "lights1901"] == "board1901"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("lights-bord", "x"), "did you mean `lights-board`?"),
        (("lights-board", "ines-holm"), "is taken by"),
        (("lights-board", "Lights Board"), "is not an id"),
        (("lights1901-lamp-lit", "lamp-lit-1901"), "begins with its source's key"),
        (("lights1901", "parish1934"), "parish1934"),
    ],
)
def test_a_name_that_cannot_be_given_is_refused_and_nothing_is_written(
    root: Path, arguments: tuple[str, str], said: str
) -> None:
    before = every_file(root)
    result = rename(root, *arguments)
    assert result.exit_code == 2
    assert said in result.output
    assert every_file(root) == before


def test_a_dry_run_shows_the_difference_and_writes_nothing(root: Path) -> None:
    before = every_file(root)
    result = rename(root, "lights-board", "harbor-lights", "--dry-run")
    assert result.exit_code == 0
    assert "-- id: lights-board\n+- id: harbor-lights\n+  formerly: [lights-board]\n" in result.stdout
    assert every_file(root) == before


def test_records_with_an_error_are_fixed_first(root: Path) -> None:
    (root / "sources/index/people.yml").write_text("- id: x\n  nme: y\n", "utf-8")
    result = rename(root, "lights-board", "harbor-lights")
    assert result.exit_code == 2
    assert "fix what" in result.output


@pytest.mark.parametrize(
    ("record", "made"),
    [
        ("- {id: a-b, name: X}", "- {id: c, formerly: [a-b], name: X}"),
        ('- {id: "a-b", name: X}', '- {id: "c", formerly: [a-b], name: X}'),
        ("- name: X\n  id: a-b # why", "- name: X\n  id: c # why\n  formerly: [a-b]"),
        ("- id: a-b\n  name: X\n  formerly: [z]", "- id: c\n  name: X\n  formerly: [a-b, z]"),
        ("- id: a-b\n  name: X\n  formerly:\n    - z", "- id: c\n  name: X\n  formerly:\n    - a-b\n    - z"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_old_id_is_kept_however_the_record_is_written(
    root: Path, record: str, made: str, line_end: str
) -> None:
    for end in ("", line_end):
        path = root / "sources/index/people.yml"
        path.write_bytes(b"\xef\xbb\xbf" + (record.replace("\n", line_end) + end).encode())
        result = rename(root, "a-b", "c")
        assert result.exit_code == 0, result.output
        text = path.read_bytes().decode()
        assert text.strip("\ufeff\r\n") == made.replace("\n", line_end)


def test_a_style_of_citations_and_settings_that_are_inherited_do_not_hinder(root: Path) -> None:
    (root / "styles").mkdir()
    (root / "styles/house.csl").write_text(default_style(), "utf-8")
    (root / "look.yml").write_text(SETTINGS, "utf-8")
    own = "INHERIT: look.yml\nextra: {cite: {style: styles/house.csl}}\n"
    (root / "mkdocs.yml").write_text(own, "utf-8")
    renamed = rename(root, "long-skerry-lamp", "skerry-lamp")
    assert renamed.exit_code == 0, renamed.output


def test_where_one_file_cannot_be_replaced_none_is(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1", "utf-8")
    (tmp_path / "b").mkdir()
    with pytest.raises(UsageError, match="nothing was written"):
        write(tmp_path, {"a": Change("1", "2"), "b": Change("", "2")})
    assert (tmp_path / "a").read_text("utf-8") == "1"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]
