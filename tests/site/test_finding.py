"""One of many in a list: a field that leaves some of it, and a search that is limited to its kind."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.shared_pages import PageWith

pytestmark = pytest.mark.browser


@pytest.fixture(params=[1280, 390])
def reader(request: pytest.FixtureRequest, page_with: PageWith, address: str) -> Page:
    page = page_with(request.param)
    page.goto(f"{address}explore/")
    return page


def field(page: Page) -> Locator:
    return page.get_by_label("Find in this list")


def names(page: Page) -> Locator:
    return page.locator(".columns > li:visible")


def test_a_field_leaves_what_has_the_words_and_says_how_many(reader: Page) -> None:
    every = names(reader).count()
    field(reader).press_sequentially("hálcyon")
    expect(reader.locator(".finder [role=status]")).to_have_text(re.compile(rf"^[1-9][0-9]? of {every}$"))
    assert 0 < names(reader).count() < every
    for name in names(reader).all():
        assert "halcyon" in name.inner_text().lower()
    letters = reader.locator("h3[id^='letter--']:visible").count()
    assert letters < reader.locator("h3[id^='letter--']").count(), "headings without entries are not shown"
    field(reader).press("Escape")
    expect(names(reader)).to_have_count(every)
    expect(reader.locator(".finder [role=status]")).to_have_text("")


def test_enter_goes_to_the_first_that_is_left(reader: Page, address: str) -> None:
    field(reader).press_sequentially("loss halcyon")
    field(reader).press("Enter")
    expect(names(reader).first.get_by_role("link")).to_be_focused()
    reader.keyboard.press("Enter")
    reader.wait_for_url(f"{address}events/loss-of-the-halcyon/")


def test_without_scripts_there_is_no_field(page_with: PageWith, address: str) -> None:
    page = page_with(java_script_enabled=False)
    page.goto(f"{address}explore/")
    expect(page.locator(".finder")).to_be_hidden()


def test_a_search_that_is_limited_finds_names_of_its_kind_alone(reader: Page) -> None:
    form = reader.locator("header form.search")
    form.evaluate("form => { form.dataset.within = 'events/'; }")
    form.locator("input").press_sequentially("Halcyon")
    expect(form.locator(".search__status")).to_contain_text("found")
    assert form.locator(".search__sort").all_inner_texts() == ["Go to"]
    for hit in form.get_by_role("option").all():
        assert "/events/" in (hit.get_attribute("href") or "")
