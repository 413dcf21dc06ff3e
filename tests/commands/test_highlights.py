"""`highlights`: what somebody marked becomes drafts, which are counted and never published."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier import pipeline
from dossier.cli import main
from dossier.model.problem import Problems
from tests.documents.pdf_writer import Set, Sheet, pdf

ROWS = (
    "The keepers were much con-",
    "cerned about the lamp, and wrote so to the board in May 1901.",
    "Nobody answered them before the winter of the same year began.",
)
CONCERNED = "The keepers were much concerned about the lamp, and wrote so to the board in May 1901."


def book(*highlights: tuple[tuple[float, float, float, float], str]) -> bytes:
    lines = [Set(row, 70, 700 - 14 * at) for at, row in enumerate(ROWS)]
    first = Sheet(
        [Set(f"Line {at} of another page that nobody marks.", 70, 700 - 14 * at) for at in range(5)]
    )
    return pdf([first, Sheet(lines, list(highlights))])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    CliRunner().invoke(main, ["new", str(folder), "--bare"])
    (tmp_path / "book.pdf").write_bytes(book())
    added = run(folder, "add", "doe2020", str(tmp_path / "book.pdf"))
    assert added.exit_code == 0, added.output
    return folder


def run(project: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(main, ["--root", str(project), *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def marked(project: Path, name: str, content: bytes) -> Result:
    (project.parent / name).write_bytes(content)
    return run(project, "highlights", "doe2020", str(project.parent / name))


def drafts(project: Path) -> str:
    path = project / "sources/doe2020/drafts.yml"
    return path.read_text("utf-8") if path.exists() else ""


def test_highlights_of_a_pdf_become_drafts_with_page_and_remark(project: Path) -> None:
    both_rows, last_row = (70, 683, 420, 712), (70, 669, 420, 683)
    result = marked(project, "read.pdf", book((both_rows, "Compare the diary."), (last_row, "")))
    assert result.exit_code == 0, result.output
    assert "2 drafts added to sources/doe2020/drafts.yml, of 2 highlights." in result.output
    made = drafts(project)
    assert "# sources/doe2020/text.txt:" in made
    assert "PDF p. 2" in made
    assert 'statement: ""' in made
    assert "  remark: >-\n    Compare the diary.\n" in made
    assert "Nobody answered them before the winter of the same year began." in " ".join(made.split())


def test_drafts_are_counted_and_nothing_publishes_them(project: Path) -> None:
    marked(project, "notes.md", f"> {CONCERNED}\n".encode())
    checked = run(project, "check")
    assert (checked.exit_code, "1 draft in sources/doe2020/drafts.yml" in checked.output) == (0, True)
    assert "no problems" in checked.output
    problems = Problems()
    files = pipeline.make_files(pipeline.check(project, problems), None)
    assert not any(b"concerned about the lamp" in file.content for file in files)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (
            "hypothesis.json",
            json.dumps(
                {
                    "rows": [
                        {
                            "text": "Why?",
                            "target": [
                                {
                                    "selector": [
                                        {"type": "TextQuoteSelector", "exact": CONCERNED, "prefix": ""}
                                    ]
                                }
                            ],
                        }
                    ]
                }
            ),
        ),
        ("quotes.md", f"# Notes\n\n> {CONCERNED}\n\nMy thoughts.\n"),
        (
            "zotero.md",
            f"“{CONCERNED}” ([Doe, 2020, p. 2](zotero://select/items/A)) ([pdf](zotero://open-pdf/A?page=2&annotation=B)) Why?\n",
        ),
        ("clippings.txt", f"A book (Doe)\n- Your Highlight on page 2 | Added\n\n{CONCERNED}\n==========\n"),
        (
            "hyphen.md",
            "> The keepers were much con- cerned about the lamp, and wrote so to the board in May 1901.\n",
        ),
    ],
)
def test_other_files_of_highlights_are_read(project: Path, name: str, content: str) -> None:
    result = marked(project, name, content.encode())
    assert "1 draft added" in result.output, result.output
    assert CONCERNED in " ".join(drafts(project).split())
    assert ("Why?" in drafts(project)) is ("Why?" in content)


def test_what_is_there_is_not_added_again(project: Path) -> None:
    marked(project, "notes.md", f"> {CONCERNED}\n".encode())
    before = drafts(project)
    again = marked(project, "notes.md", f"> {CONCERNED}\n".encode())
    assert "1 of them is there already, as drafts or claims." in again.output
    assert drafts(project) == before


def test_words_that_are_not_in_the_text_are_told(project: Path) -> None:
    result = marked(project, "notes.md", b"> These are words that nobody wrote in it.\n")
    assert (result.exit_code, drafts(project)) == (1, "")
    assert "not found: “These are words that nobody wrote in it.”" in result.output


@pytest.mark.parametrize("content", [b"No quotation here.\n", b"[]", b"{}", book()])
def test_a_file_without_highlights_says_how_they_look(project: Path, content: bytes) -> None:
    result = marked(project, "notes.md", content)
    assert (result.exit_code, "there are no highlights in notes.md" in result.output) == (2, True)


def test_broken_json_is_told(project: Path) -> None:
    result = marked(project, "notes.json", b'{"rows": [')
    assert (result.exit_code, "is no JSON that can be read" in result.output) == (2, True)


def test_a_source_that_is_not_there_is_told(project: Path) -> None:
    shutil.rmtree(project / "sources/doe2020")
    result = marked(project, "notes.md", f"> {CONCERNED}\n".encode())
    assert (result.exit_code, "there is no text of a source `doe2020`" in result.output) == (2, True)
