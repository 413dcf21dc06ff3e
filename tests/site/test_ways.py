"""Ways through a site: from an address that a record had before, from one that there is no page at, on to the next page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.shared_pages import PageWith

pytestmark = pytest.mark.browser


@pytest.fixture
def reader(page_with: PageWith) -> Page:
    return page_with()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("claims/keepers2019-wreck/", "claims/keepers2019-halcyon/"),
        ("events/wreck-of-the-halcyon/#claims", "events/loss-of-the-halcyon/#claims"),
    ],
)
def test_an_address_from_before_leads_on(reader: Page, address: str, old: str, new: str) -> None:
    reader.goto(address + old)
    reader.wait_for_url(address + new)


def test_an_address_from_before_leads_on_without_scripts(page_with: PageWith, address: str) -> None:
    page = page_with(java_script_enabled=False)
    page.goto(f"{address}claims/keepers2019-wreck/")
    page.wait_for_url(f"{address}claims/keepers2019-halcyon/")


def test_a_link_to_words_by_the_id_from_before_still_finds_them(reader: Page, address: str) -> None:
    reader.goto(f"{address}sources/keepers2019/#keepers2019-wreck")
    expect(reader.locator("#keepers2019-wreck")).to_be_attached()
    now, before = (reader.locator(f"#keepers2019-{name}").bounding_box() for name in ("halcyon", "wreck"))
    assert now
    assert before
    assert abs(now["y"] - before["y"]) < now["height"]


@pytest.mark.parametrize(
    ("missing", "found"),
    [
        ("claims/keepers2019-halcion/", "claims/keepers2019-halcyon/"),
        ("events/loss-of-the-halc", "events/loss-of-the-halcyon/"),
        ("partner/brenn/", "partners/brenn/"),
    ],
)
def test_where_there_is_no_page_what_was_asked_for_is_searched(
    reader: Page, address: str, missing: str, found: str
) -> None:
    reader.goto(address + missing)
    hits = reader.locator("article").get_by_role("option")
    expect(hits.first).to_have_attribute("href", address + found)
    reader.locator("article").get_by_role("combobox").press("Enter")
    reader.wait_for_url(address + found)


def test_each_thing_leads_to_the_next_of_its_kind_and_back(reader: Page, address: str) -> None:
    reader.goto(f"{address}programs/")
    first = reader.locator("article .card__name").all()
    reader.goto(f"{address}programs/automation-plan/")
    following = reader.locator(".neighbors__after")
    expect(following).to_contain_text("Next program")
    following.click()
    reader.wait_for_url(f"{address}programs/*/")
    assert len(first) > 1
    reader.locator(".neighbors__before").click()
    reader.wait_for_url(f"{address}programs/automation-plan/")


def test_a_word_of_the_glossary_is_explained_by_keyboard(reader: Page, address: str) -> None:
    reader.goto(f"{address}claims/keepers2019-halcyon/")
    word = reader.locator("abbr", has_text="pinned copy")
    word.focus()
    expect(reader.get_by_role("group", name="Preview")).to_contain_text("fixed by a hash")
    reader.keyboard.press("Escape")
    expect(reader.get_by_role("group", name="Preview")).to_be_hidden()


def test_a_word_of_the_glossary_is_explained_by_a_tap(page_with: PageWith, address: str) -> None:
    page = page_with(390, has_touch=True, is_mobile=True)
    page.goto(f"{address}claims/keepers2019-halcyon/")
    page.locator("abbr", has_text="pinned copy").tap()
    expect(page.get_by_role("group", name="Preview")).to_contain_text("fixed by a hash")
