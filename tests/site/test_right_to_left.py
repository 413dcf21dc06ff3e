"""A source in Arabic on a site in English: numbers stay where they belong, names and years in their order."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.shared_pages import PageWith, faults_of
from tests.sites import PATH, Built, build, served, small_project

pytestmark = pytest.mark.browser

_BOXES = """selector => [...document.querySelectorAll(selector)].map((element) => element.getBoundingClientRect().toJSON())"""
_WORDS = """words => {
  const nodes = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    const at = nodes.currentNode.data.indexOf(words);
    if (at < 0 || !nodes.currentNode.parentElement.checkVisibility()) continue;
    const range = new Range();
    range.setStart(nodes.currentNode, at);
    range.setEnd(nodes.currentNode, at + words.length);
    return range.getBoundingClientRect().toJSON();
  }
  return null;
}"""

_LABEL = """words => {
  const label = [...document.querySelectorAll("svg.drawing text")].find(({ textContent }) => words.every((part) => textContent.includes(part)));
  return words.map((part) => label.getExtentOfChar(label.textContent.indexOf(part)).x);
}"""


@pytest.fixture(scope="module")
def arabic(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The invented corpus with a source in Arabic beside the others."""
    folder = tmp_path_factory.mktemp("arabic")
    project = small_project(root, folder / "project")
    added = Path(__file__).parent / "arabic_source"
    shutil.copytree(added / "manara2020", project / "sources/manara2020")
    with (project / "citations.bib").open("a", encoding="utf-8") as entries:
        entries.write((added / "citations.bib").read_text(encoding="utf-8"))
    return build(project, folder / "site", SITE_URL=f"https://example.org{PATH}")


@pytest.fixture(scope="module")
def at(arabic: Built) -> Iterator[str]:
    assert arabic.code == 0, arabic.said
    with served(arabic.folder, PATH) as host:
        yield host + PATH


def place(page: Page, words: str) -> dict[str, float]:
    found: dict[str, float] | None = page.evaluate(_WORDS, words)
    assert found, words
    return found


@pytest.mark.parametrize("width", [1280, 390])
def test_a_number_follows_the_words_that_it_belongs_to(page_with: PageWith, at: str, width: int) -> None:
    """From right to left: the year, its full stop, the number of the claim."""
    page = page_with(width)
    page.goto(f"{at}sources/manara2020/")
    for claim, year in (("manara2020-lights", "2019"), ("manara2020-dark", "1999")):
        (number,) = page.evaluate(_BOXES, f"a.marker[data-claim={claim}]")
        assert number["right"] <= place(page, year)["left"] + 1, claim


def test_the_bar_beside_quoted_words_is_where_their_lines_begin(page_with: PageWith, at: str) -> None:
    page = page_with()
    page.goto(f"{at}sources/manara2020/")
    page.get_by_role("button", name="Show what is quoted").click()
    page.get_by_role("button", name="Show what is quoted").click()
    right = page.locator(".text mark").first.evaluate(
        "mark => [getComputedStyle(mark, '::before').right, getComputedStyle(mark).direction]"
    )
    assert right[0].startswith("-")
    assert right[1] == "rtl"


@pytest.mark.parametrize(
    ("path", "in_order"),
    [
        ("sources/manara2020/", ["سلمى الحارث, إيلو", "1 March 2020", "cited here as"]),
        ("claims/manara2020-seven/", ["Claims", "الحارث", "2020"]),
        ("claims/manara2020-seven/", ["Claim in", "منارات أورسي بعد عام 1985", "published"]),
    ],
)
def test_from_left_to_right_names_and_years_are_in_the_order_of_the_sentence(
    page_with: PageWith, at: str, path: str, in_order: list[str]
) -> None:
    page = page_with()
    page.goto(at + path)
    lefts = [place(page, words)["left"] for words in in_order]
    assert lefts == sorted(lefts)


def test_a_printed_entry_keeps_its_parts_in_order(page_with: PageWith, at: str) -> None:
    page = page_with()
    page.goto(f"{at}sources/manara2020/")
    parts = page.locator(".entry bdi").all_inner_texts()
    assert parts == ["الحارث, سلمى", "إيلو سين", "منارات أورسي بعد عام 1985", "مجلة الجزر"]


def test_in_pictures_a_year_comes_after_its_name(page_with: PageWith, at: str) -> None:
    page = page_with()
    page.goto(f"{at}coverage/")
    name, year = page.evaluate(_LABEL, ["الحارث", "2020"])
    assert name < year


@pytest.mark.parametrize("width", [1280, pytest.param(390, marks=pytest.mark.audit)])
def test_pages_of_the_source_have_no_fault_that_axe_finds(page_with: PageWith, at: str, width: int) -> None:
    page = page_with(width)
    for path in (
        "sources/manara2020/",
        "claims/manara2020-seven/",
        "bibliography/",
        "explore/?source=manara2020",
    ):
        page.goto(at + path)
        assert faults_of(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
