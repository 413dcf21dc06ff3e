"""Where a text has pages, every citation of its words names the page: claims, exports, source pages, what is found."""

from __future__ import annotations

import json
import re
import shutil
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner
from markdown import markdown
from playwright.sync_api import Browser, expect

from dossier import pipeline
from dossier.cli import main
from dossier.leaves import look
from dossier.model.problem import Problems
from tests.test_cases import Case, lay_out

TEXT = """The Parish of Skerry

The old people say that the lamp was lit in the spring
\fof 1901, and that the schoolmaster rowed out to see it.¹

The keepers stayed for three winters and left no word.

¹ The diary of the school has no word of it at all.
"""
DOCUMENT = "https://parish.example/1934.pdf"
NUMBERS = 'pages: {first: "181"}\nreading: {notes: {at: [{text: 8, label: "1", mark: 4}]}}\n'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    case = Case("load/x-1", "", (), files={"sources/parish1934/text.txt": TEXT})
    lay_out(case, tmp_path)
    return tmp_path


def number_pages(project: Path) -> None:
    record = project / "sources/parish1934/source.yml"
    record.write_text(record.read_text("utf-8") + "\n" + NUMBERS, "utf-8")


def quote(project: Path, words: str) -> None:
    claims = project / "sources/parish1934/claims.yml"
    claims.write_text(re.sub(r"quote: .*", f"quote: {words}", claims.read_text("utf-8")), "utf-8")


def made(project: Path) -> dict[str, str]:
    problems = Problems()
    checked = pipeline.check(project, problems)
    assert not problems.errors, list(problems)
    return {
        file.path: file.content.decode()
        for file in pipeline.make_files(checked, None)
        if file.path.endswith((".md", ".json"))
    }


def exported(files: dict[str, str]) -> dict[str, object]:
    claim = next(c for c in json.loads(files["data/claims.json"]) if c["id"] == "parish1934-lamp-lit")
    found: dict[str, object] = claim["evidence"]["locator"]
    return found


SAID = "The old people say that the lamp was lit in the spring of 1901, and that the schoolmaster rowed out to see it."


def cited_at(page: str) -> str:
    """Where the words of a claim are, as its page cites them."""
    (front,) = re.findall(r"^cite: (.*)$", page, re.MULTILINE)
    at: str = json.loads(front)["at"]
    return at


def test_words_over_a_page_break_are_cited_with_both_pages(project: Path) -> None:
    number_pages(project)
    files = made(project)
    locator = exported(files)
    assert locator["page"] == {"number": 1, "label": "181"}
    assert locator["pages"] == [{"number": 1, "label": "181"}, {"number": 2, "label": "182"}]
    page = files["claims/parish1934-lamp-lit/index.md"]
    assert cited_at(page).endswith(", pp. 181–182")
    assert "pp&#46; 181–182 &#40;page 1 of the PDF to page 2 of the PDF&#41;" in page


def test_a_page_without_a_printed_number_is_cited_by_its_number_in_the_file(project: Path) -> None:
    quote(project, "the schoolmaster rowed out to see it")
    files = made(project)
    locator = exported(files)
    assert (locator["page"], locator["pages"]) == ({"number": 2, "label": None}, [])
    assert cited_at(files["claims/parish1934-lamp-lit/index.md"]).endswith(", PDF p. 2")


def test_a_note_is_cited_with_its_page(project: Path) -> None:
    number_pages(project)
    quote(project, "The diary of the school has no word of it at all")
    assert cited_at(made(project)["claims/parish1934-lamp-lit/index.md"]).endswith(", p. 182, note 1")


def test_a_text_without_pages_is_cited_by_paragraph_as_before(project: Path) -> None:
    shutil.rmtree(project)
    lay_out(Case("load/x-1", "", ()), project)
    files = made(project)
    assert (exported(files)["page"], exported(files)["pages"]) == (None, [])
    assert cited_at(files["claims/parish1934-lamp-lit/index.md"]).endswith(", paragraph 1")


def test_the_page_of_a_source_shows_where_each_of_its_pages_begins(project: Path) -> None:
    number_pages(project)
    page = made(project)["sources/parish1934/index.md"]
    marks = re.findall(r'<span class="page-mark" id="(.*?)" role="doc-pagebreak" aria-label="(.*?)"', page)
    assert marks == [("page-1", "p&#46; 181"), ("page-2", "p&#46; 182")]
    assert page.index("in the spring") < page.index('id="page-2"') < page.index("of 1901")
    assert '<div class="passage" data-page="p&#46; 182">' in page  # the note


def test_a_claim_leads_to_the_page_of_its_words_in_the_document_online(project: Path) -> None:
    number_pages(project)
    record = project / "sources/parish1934/source.yml"
    told = f"sha256: {'0' * 64}, media_type: application/pdf, extractor: pdftotext, url: {DOCUMENT}"
    record.write_text(f"{record.read_text('utf-8')}original: {{{told}}}\n", "utf-8")
    quote(project, "The diary of the school has no word of it at all")
    page = unescape(made(project)["claims/parish1934-lamp-lit/index.md"])
    assert f'<a href="{DOCUMENT}#page=2">In the original</a>' in page


def test_find_names_the_page(project: Path) -> None:
    number_pages(project)
    (project / "mkdocs.yml").touch()
    found = CliRunner().invoke(main, ["--root", str(project), "find", "rowed out to see it"])
    assert "# sources/parish1934/text.txt:3-4 · pp. 181–182 · " in found.output


@pytest.mark.browser
def test_words_selected_over_a_page_break_are_copied_without_its_number_or_marks(
    project: Path, launch: Browser
) -> None:
    number_pages(project)
    body = made(project)["sources/parish1934/index.md"].partition("\n---\n")[2]
    styles = look.assets()["assets/dossier.css"].decode()
    html = markdown(body, extensions=["attr_list", "md_in_html"])
    page = launch.new_page()
    page.set_content(
        f'<style>{styles}</style><article class="md-typeset"><div class="page page--source">{html}</div></article>'
    )
    expect(page.locator("#page-2")).to_have_attribute("data-page", "p. 182")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#p--1'))")
    assert page.evaluate("getSelection().toString()").strip() == SAID
    page.evaluate(
        """() => {
          const [first, second] = ["#p--1", "#p--2"].map(id => document.querySelector(id));
          getSelection().setBaseAndExtent(first, 0, second, second.childNodes.length);
        }"""
    )
    assert page.evaluate("getSelection().toString()").split("\n\n") == [
        SAID,
        "The keepers stayed for three winters and left no word.",
    ]
    page.close()
