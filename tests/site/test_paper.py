"""Pages on paper: what a reader who prints them, or keeps them as PDF, has in hand."""

from __future__ import annotations

import io
import json
import re
import unicodedata
from typing import Any

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.shared_pages import PageWith
from tests.sites import PATH, Built

pytestmark = pytest.mark.browser

CONTROLS = (
    "Copy the words",
    "Show what is quoted",
    "Hide the numbers",
    "On this page",
    "Search",
    "all",
)
"""Words of what only a screen can do, each alone on its line."""


@pytest.fixture
def page(page_with: PageWith) -> Page:
    return page_with()


def claims(built: Built) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((built.folder / "data/claims.json").read_text(encoding="utf-8"))
    return found


def printed(page: Page, address: str) -> list[str]:
    """The text of each sheet of a page, its white space as single spaces."""
    page.goto(address)
    sheets = [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages]
    lines = {line.strip() for sheet in sheets for line in sheet.splitlines()}
    assert not lines & set(CONTROLS)
    return [re.sub(r"\s+", " ", unicodedata.normalize("NFKC", sheet)) for sheet in sheets]


def test_a_claim_is_one_sheet_with_whose_words_it_rests_on_and_both_its_addresses(
    page: Page, address: str, built: Built
) -> None:
    for claim in claims(built):
        (sheet,) = printed(page, address + claim["url"])
        assert claim["statement"] in sheet
        for url in (claim["url"], claim["source_url"]):
            assert f"https://example.org{PATH}{url}" in sheet.replace(" ", "")
        if claim["source"] == "keepers2019":
            assert "The Keepers of Orsay, Mara Lind" in sheet
            assert "2019" in sheet


def test_the_numbers_in_a_printed_source_lead_to_a_list_of_what_the_claims_say(
    page: Page, address: str, built: Built
) -> None:
    text = " ".join(printed(page, f"{address}sources/keepers2019/"))
    listed = text.partition("The claims, by their numbers in the text")[2]
    page.goto(f"{address}sources/keepers2019/")
    numbers = dict(
        page.locator("a.marker").evaluate_all(
            "all => all.map(({dataset}) => [dataset.claim, dataset.number])"
        )
    )
    for claim in claims(built):
        if claim["source"] == "keepers2019":
            assert f"{numbers[claim['id']]}. {claim['statement']}" in listed


def test_a_printed_timeline_has_every_moment(page: Page, address: str, built: Built) -> None:
    text = " ".join(printed(page, f"{address}timeline/"))
    for moment in json.loads((built.folder / "data/timeline.json").read_text(encoding="utf-8")):
        for claim in claims(built):
            if claim["id"] in moment["claims"]:
                assert claim["statement"] in text


def test_printed_questions_have_every_answer_and_none_of_the_squares(
    page: Page, address: str, built: Built
) -> None:
    text = " ".join(printed(page, f"{address}questions/"))
    asked = json.loads((built.folder / "data/questions.json").read_text(encoding="utf-8"))
    for question in asked:
        assert question["asks"] in text
    shown = page.locator(".question__positions > li").all_text_contents()
    assert len(shown) == sum(len(question["positions"]) for question in asked)
    for answer in shown:
        assert re.sub(r"\s+", "", unicodedata.normalize("NFKC", answer)) in text.replace(" ", "")
    assert "Each square" not in text


def test_a_printed_card_has_its_whole_summary_and_no_box(page: Page, address: str) -> None:
    text = "".join(printed(page, f"{address}programs/")).replace(" ", "")
    page.emulate_media(media="print")
    card = page.locator(".card").first
    assert card.evaluate("e => getComputedStyle(e).borderTopWidth") == "0px"
    for summary in page.locator(".card__summary").all_text_contents():
        assert re.sub(r"\s+", "", unicodedata.normalize("NFKC", summary)) in text
    page.emulate_media(media="screen")


def test_printed_lists_are_in_two_columns(page: Page, address: str) -> None:
    """An entry may be beside the one before it, where the screen has them below each other."""
    for path, entries in (
        ("timeline/", ".timeline"),
        ("questions/", ".questions"),
        ("bibliography/", ".works"),
    ):
        page.goto(address + path)
        page.emulate_media(media="print")
        assert page.locator(entries).first.evaluate("e => getComputedStyle(e).columnCount") == "2"
        page.emulate_media(media="screen")
