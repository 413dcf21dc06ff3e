"""The site as people use it: in a browser, at both widths, with mouse and keyboard."""

import json

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.layout import check_fits
from tests.shared_pages import PageWith
from tests.sites import Built, kinds_of_page

pytestmark = pytest.mark.browser

WIDTHS = (1280, 390)


@pytest.fixture(params=WIDTHS)
def reader(request: pytest.FixtureRequest, page_with: PageWith) -> Page:
    return page_with(request.param)


def test_three_clicks_lead_from_the_home_page_to_a_highlighted_quotation(reader: Page, address: str) -> None:
    reader.goto(address)
    reader.locator("article a.card__name[href^='programs/']:visible").first.click()
    reader.locator("article a[href*='sources/'][href*='#']:visible").first.click()
    anchor = reader.url.partition("#")[2]
    words = reader.locator(f"[id='{anchor}'] mark").first
    expect(words).to_be_in_viewport()


def test_no_page_is_wider_than_the_window_or_asks_for_anything_elsewhere(
    launch: Browser, address: str, built: Built
) -> None:
    asked: list[str] = []
    failed: list[str] = []
    with launch.new_context() as context:
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
        page.on("pageerror", lambda error: failed.append(str(error)))
        page.on("console", lambda told: failed.append(told.text) if told.type == "error" else None)
        for path in kinds_of_page(built):
            check_fits(page, address + path, WIDTHS)
            expect(page.locator("article h1")).to_have_count(1)
    assert asked
    assert [url for url in asked if not url.startswith(address) and not url.startswith("data:")] == []
    assert failed == []


def test_a_highlight_leads_to_its_claim_and_the_claim_back_to_its_words(
    reader: Page, address: str, built: Built
) -> None:
    claims = json.loads((built.folder / "data/claims.json").read_text(encoding="utf-8"))
    split = max(claims, key=lambda claim: len(claim["evidence"]["pieces"]))
    reader.goto(address + split["url"])
    expect(reader.locator("article")).to_contain_text(split["statement"])
    reader.locator(f"article a[href$='#{split['id']}']:visible").first.click()
    assert reader.url == address + split["source_url"]
    expect(reader.locator(f"[id='{split['id']}'] mark").first).to_be_in_viewport()
    expect(reader.locator(f"[id^='{split['id']}--'] mark")).not_to_have_count(0)
    reader.locator(f"article a[href*='claims/{split['id']}/']").first.dispatch_event("click")
    expect(reader).to_have_url(address + split["url"])
