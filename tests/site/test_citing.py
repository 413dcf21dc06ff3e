"""How pages are cited: what reference managers and messengers read in them, and what one press copies."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from dossier.load.interchange.ris import read_ris
from tests.shared_pages import PageWith
from tests.sites import PATH, Built, build, small_project

CLAIM, SOURCE, ENTITY = "claims/keepers2019-founding/", "sources/keepers2019/", "people/ilo-sen/"
QUESTION, NOTE = "questions/founding/", "notes/founding/"
HERE = f"https://example.org{PATH}"
WORDS = "The Lighthouse Service of Orsay was founded in the spring of 1871"
ORIGINAL = "Lind, Mara. 2019. “The Keepers of Orsay.” Island Studies"
CITED = "Ferro, Ada. 1988. Wrecks & lights *of* Orsay, 12–19"
OURS = f"Lights of Orsay. 2024. “{WORDS}.” May 1. {HERE}{CLAIM}."


def page(built: Built, address: str) -> str:
    return (built.folder / address / "index.html").read_text("utf-8")


def meta(text: str) -> dict[str, str]:
    found = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"', text)
    return {name: html.unescape(content) for name, content in found}


def coins(text: str) -> list[dict[str, list[str]]]:
    return [
        parse_qs(html.unescape(title)) for title in re.findall(r'<span class="Z3988" title="([^"]*)"', text)
    ]


def some(built: Built, folder: str) -> str:
    return min(
        path.parent.relative_to(built.folder).as_posix()
        for path in built.folder.glob(f"{folder}/*/index.html")
    )


def test_a_claim_is_read_as_a_page_of_ours_and_as_the_work_that_it_quotes(built: Built) -> None:
    text = page(built, CLAIM)
    ours, work = coins(text)
    assert (ours["rft.type"], ours["rft.title"], ours["rft.date"]) == (
        ["webpage"],
        [f"{WORDS}."],
        ["2024-05-01"],
    )
    assert ours["rft.identifier"] == [HERE + CLAIM]
    assert (work["rft_val_fmt"], work["rft.atitle"]) == (
        ["info:ofi/fmt:kev:mtx:journal"],
        ["The Keepers of Orsay"],
    )
    assert meta(text)["DC.title"] == f"{WORDS}."
    assert meta(text)["DC.date"] == "2024-05-01"


def test_a_source_is_read_as_its_work_alone(built: Built) -> None:
    text = page(built, SOURCE)
    (work,) = coins(text)
    assert work["rft.atitle"] == ["The Keepers of Orsay"]
    assert "DC.title" not in meta(text)


@pytest.mark.parametrize("folder", ["people", "questions", "notes"])
def test_other_records_are_read_as_pages_of_ours(built: Built, folder: str) -> None:
    text = page(built, some(built, folder))
    assert coins(text) == []
    assert meta(text)["DC.title"]


def test_no_meta_tag_makes_a_journal_article_of_a_page(built: Built) -> None:
    """Zotero's `Embedded Metadata` takes whatever has a `citation_title` for one."""
    for path in built.folder.rglob("*.html"):
        names = meta(path.read_text("utf-8"))
        assert not [name for name in names if name.startswith(("citation_", "bepress"))], path
        assert names.get("og:type", "website") == "website"


def test_the_bibliography_offers_each_work_once(built: Built) -> None:
    works = json.loads((built.folder / "data/works.json").read_text("utf-8"))
    titles = [
        work.get("rft.atitle") or work.get("rft.btitle") or work.get("rft.title")
        for work in coins(page(built, "bibliography/"))
    ]
    assert sorted(title[0] for title in titles if title) == sorted(
        work["title"] for work in works if "title" in work
    )
    assert len(titles) == len(works)


def test_links_to_a_page_show_title_words_and_source(built: Built) -> None:
    shown = meta(page(built, CLAIM))
    assert shown["og:title"] == f"{WORDS}."
    assert shown["og:description"] == f"“{WORDS}” Lind 2019"
    assert (shown["og:url"], shown["og:image"]) == (HERE + CLAIM, f"{HERE}assets/card.png")
    assert (built.folder / "assets/card.png").read_bytes().startswith(b"\x89PNG")
    for path in built.folder.rglob("index.html"):
        text = path.read_text("utf-8")
        assert 'http-equiv="refresh"' in text or "og:title" in meta(text), path


def test_a_site_without_address_gives_none_and_has_no_cards(root: Path, tmp_path: Path) -> None:
    built = build(small_project(root, tmp_path / "project"), tmp_path / "site", SITE_URL="")
    text = page(built, CLAIM)
    assert "og:" not in "".join(meta(text))
    (cited,) = re.findall(r'<span class="citing__page">(.*?)</span>', text)
    assert cited == f"Lights of Orsay. 2024. “{WORDS}.” May 1."
    assert "rft.identifier" not in coins(text)[0]
    assert "no lasting address" in page(built, "data/citing/")


def test_withheld_words_are_in_no_format(built: Built) -> None:
    text = page(built, "sources/memo2022/")
    menu = text[
        text.index('<details class="citing">') : text.index(
            "</details>", text.index('<details class="citing">')
        )
    ]
    assert "Memorandum" in menu
    assert "citing__words" not in menu


@pytest.mark.browser
def test_one_press_copies_each_format(address: str, page_with: PageWith) -> None:
    tab = page_with(permissions=("clipboard-read", "clipboard-write"))
    tab.goto(address + CLAIM)

    def pressed(name: str) -> str:
        tab.get_by_role("button", name=name, exact=True).click()
        copied: str = tab.evaluate("navigator.clipboard.readText()")
        return copied

    tab.locator("details.citing > summary").press("Enter")
    reference = f"{CITED}, via {ORIGINAL}, paragraph 1, in {OURS}"
    assert pressed("the words") == f"“{WORDS}” (Lind 2019, paragraph 1)\n{reference}"
    assert pressed("the reference") == reference
    assert pressed("this page alone") == OURS
    assert pressed("the original alone") == f"{ORIGINAL}, paragraph 1."
    assert pressed("BibTeX").startswith("@online{keepers2019-founding,\n")
    assert [item["id"] for item in read_ris(pressed("RIS"))] == ["keepers2019-founding", "keepers2019"]
    assert [item["id"] for item in json.loads(pressed("CSL-JSON"))] == ["keepers2019-founding", "keepers2019"]
    tab.keyboard.press("Escape")
    assert not tab.locator("details.citing").evaluate("menu => menu.open")
    assert tab.evaluate("document.activeElement.textContent") == "Cite this"


@pytest.mark.browser
def test_a_lit_passage_is_cited_with_its_place(address: str, page_with: PageWith) -> None:
    tab = page_with(permissions=("clipboard-read", "clipboard-write"))
    tab.goto(address + SOURCE)
    tab.locator("#keepers2019-founding mark").first.click(position={"x": 4, "y": 4})
    tab.locator(".tip").get_by_role("button", name="the words").click()
    words, reference = tab.evaluate("navigator.clipboard.readText()").split("\n")
    assert words == f"“{WORDS}” (Lind 2019, paragraph 1)"
    assert reference.startswith(f"{ORIGINAL}, paragraph 1, in Lights of Orsay. 2024.")
    assert reference.endswith(f" {HERE}{SOURCE}#keepers2019-founding.")
