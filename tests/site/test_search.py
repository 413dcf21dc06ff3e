"""The search as readers meet it: nothing is loaded before it is used, names come first, it is worked by keyboard alone."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.shared_pages import PageWith
from tests.sites import Built

pytestmark = pytest.mark.browser


@pytest.fixture(params=[1280, 390])
def reader(request: pytest.FixtureRequest, page_with: PageWith, address: str) -> Page:
    page = page_with(request.param)
    page.goto(f"{address}sources/")
    return page


def box(page: Page) -> Locator:
    return page.locator("header form.search input")


def hits(page: Page) -> Locator:
    return page.get_by_role("listbox").get_by_role("option")


def settled(page: Page) -> None:
    expect(page.locator("header .search__status")).to_contain_text("found")


def sorts(page: Page) -> list[str]:
    return page.locator("header .search__sort").all_inner_texts()


def test_nothing_is_loaded_before_the_box_is_used(page_with: PageWith, address: str) -> None:
    page = page_with()
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(urlsplit(request.url).path))
    page.goto(f"{address}sources/")
    page.wait_for_load_state("networkidle")
    assert [path for path in loaded if "search" in path] == []
    box(page).focus()
    expect(box(page)).to_have_attribute("role", "combobox")
    box(page).press_sequentially("Halcyon")
    settled(page)
    assert [path.rpartition("/")[2] for path in loaded if "search" in path][:2] == ["search.js", "names.js"]


def test_names_come_first_then_claims_passages_and_what_each_is(reader: Page, address: str) -> None:
    box(reader).press_sequentially("halcion")
    expect(hits(reader).first).to_contain_text("Loss of the Halcyon Event")
    box(reader).fill("barque halcyon")
    settled(reader)
    assert sorts(reader)[:1] == ["Claims"]
    expect(reader.get_by_role("group", name="Claims").get_by_role("option").first).to_contain_text(
        "Lind 2019, ¶ 1"
    )
    expect(reader.get_by_role("group", name="Passages")).to_contain_text("Lind 2019, ¶ 1")


def test_arrow_keys_choose_and_enter_follows(reader: Page, address: str) -> None:
    box(reader).press_sequentially("Halcyon")
    settled(reader)
    expect(box(reader)).to_have_attribute("aria-expanded", "true")
    box(reader).press("ArrowDown")
    box(reader).press("ArrowDown")
    chosen = hits(reader).nth(1)
    expect(chosen).to_have_attribute("aria-selected", "true")
    expect(box(reader)).to_have_attribute("aria-activedescendant", chosen.get_attribute("id") or "")
    expect(box(reader)).to_be_focused()
    target = chosen.get_attribute("href") or ""
    box(reader).press("Enter")
    reader.wait_for_url(target)
    expect(reader.locator("article h1")).to_be_visible()


def test_enter_alone_follows_what_comes_first_however_soon_it_is_pressed(reader: Page, address: str) -> None:
    box(reader).press_sequentially("Loss of the Halcyon")
    box(reader).press("Enter")
    reader.wait_for_url(f"{address}events/loss-of-the-halcyon/")


def test_enter_waits_for_the_box(page_with: PageWith, address: str) -> None:
    page = page_with(locale="en-CA")
    held: list[Route] = []
    page.route("**/assets/search.js", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks it
    page.goto(f"{address}sources/")
    box(page).press_sequentially("Loss of the Halcyon")
    box(page).press("Enter")
    assert page.url == f"{address}sources/"
    held[0].continue_()
    page.wait_for_url(f"{address}events/loss-of-the-halcyon/")


def test_escape_closes_the_list_then_empties_the_box(reader: Page) -> None:
    box(reader).press_sequentially("Halcyon")
    settled(reader)
    box(reader).press("Escape")
    expect(hits(reader).first).to_be_hidden()
    expect(box(reader)).to_have_attribute("aria-expanded", "false")
    assert box(reader).input_value() == "Halcyon"
    box(reader).press("ArrowDown")
    expect(hits(reader).first).to_be_visible()
    box(reader).press("Escape")
    box(reader).press("Escape")
    assert box(reader).input_value() == ""


def test_the_list_closes_when_the_focus_goes_on(reader: Page) -> None:
    box(reader).press_sequentially("Halcyon")
    settled(reader)
    box(reader).press("Tab")
    expect(hits(reader).first).to_be_hidden()


def test_what_is_pasted_is_searched(reader: Page) -> None:
    box(reader).focus()
    reader.keyboard.insert_text("loss of the barque Halcyon")
    settled(reader)
    expect(hits(reader).first).to_be_visible()


def test_a_work_asked_for_by_its_label_comes_before_claims(reader: Page) -> None:
    box(reader).fill("Ferro 1988")
    settled(reader)
    expect(hits(reader).first).to_contain_text("Ferro 1988 Work")


def test_quoted_words_are_found_in_a_row(reader: Page) -> None:
    box(reader).fill('"the barque Halcyon"')
    settled(reader)
    assert "Go to" not in sorts(reader)
    for hit in hits(reader).all():
        assert "barque Halcyon" in hit.inner_text()
    box(reader).fill('"Halcyon barque the"')
    expect(reader.locator("header .search__status")).to_contain_text("Nothing is found")


def test_a_passage_is_reached_in_its_place(reader: Page, address: str) -> None:
    box(reader).press_sequentially("barque Halcyon")
    settled(reader)
    reader.get_by_role("group", name="Passages").get_by_role("option").first.click()
    reader.wait_for_url(f"{address}sources/keepers2019/#p--1")


def test_a_site_opened_from_a_disk_is_searched_too(page_with: PageWith, built: Built) -> None:
    page = page_with()
    page.goto((built.folder / "sources/index.html").as_uri())
    box(page).press_sequentially("barque Halcyon")
    settled(page)
    hits(page).first.click()
    page.wait_for_url("file://**/index.html")
    expect(page.locator("article h1")).to_contain_text("Halcyon")


def test_a_policy_that_allows_scripts_of_the_site_alone_allows_the_search(
    page_with: PageWith, address: str
) -> None:
    def under_policy(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(
            response=answer, headers=answer.headers | {"Content-Security-Policy": "script-src 'self'"}
        )

    page = page_with(java_script_enabled=True, locale="en-GB")
    page.route("**/sources/", under_policy)
    page.goto(f"{address}sources/")
    box(page).press_sequentially("barque Halcyon")
    settled(page)
    expect(hits(page).first).to_contain_text("Halcyon")


def test_without_scripts_the_box_leads_to_all_names(page_with: PageWith, address: str) -> None:
    page = page_with(java_script_enabled=False)
    page.goto(f"{address}sources/")
    box(page).fill("Halcyon")
    box(page).press("Enter")
    page.wait_for_url(f"{address}explore/?q=Halcyon")
