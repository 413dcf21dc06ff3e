"""A site by keyboard alone: every stop is seen, none holds anybody, and what opens gives the focus back."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.shared_pages import PageWith, faults_of
from tests.sites import Built, kinds_of_page

pytestmark = pytest.mark.browser

NO_PAGE = "no/such/page/"
PHONE = 390
ZOOMED = 640
"""A screen of 1280 pixels at 200 %."""

WIDTHS = pytest.mark.parametrize(
    "width",
    [PHONE, pytest.param(ZOOMED, marks=pytest.mark.audit), pytest.param(1280, marks=pytest.mark.audit)],
)

_FOCUSED = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const shown = element.matches(".md-option") ? element.nextElementSibling : element;
  const { outlineStyle, outlineWidth } = getComputedStyle(shown);
  const isOn = (x, y) => {
    const on = document.elementFromPoint(x, y);
    return on !== null && (shown.contains(on) || on.contains(shown));
  };
  const isSeen = [...shown.getClientRects()].some(({ left, top, width, height }) =>
    [0.1, 0.5, 0.9].some((x) => [0.15, 0.5, 0.85].some((y) => isOn(left + width * x, top + height * y))));
  const isOutlined = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  return { what: element.outerHTML.slice(0, 120), isSeen, isOutlined, isLast: element.closest("footer") !== null };
}"""


def stops(page: Page) -> list[dict[str, Any]]:
    """What the Tab key comes to, from the head of the page to its end."""
    found: list[dict[str, Any]] = []
    for _ in range(1000):
        page.keyboard.press("Tab")
        stop = page.evaluate(_FOCUSED)
        if stop is None:
            return found
        found.append(stop)
    raise AssertionError("The focus does not come to an end of the page")


@WIDTHS
def test_every_stop_of_the_tab_key_is_seen_and_none_holds_the_focus(
    page_with: PageWith, address: str, built: Built, width: int
) -> None:
    page = page_with(width)
    hidden = {}
    for path in (*kinds_of_page(built), NO_PAGE):
        page.goto(address + path)
        if path == NO_PAGE:
            page.wait_for_load_state("networkidle")  # what is searched for instead pushes its end down
        found = stops(page)
        assert found[-1]["isLast"], path
        hidden[path] = [stop for stop in found if not stop["isSeen"] or not stop["isOutlined"]]
    assert {path: found for path, found in hidden.items() if found} == {}


@WIDTHS
def test_backwards_no_stop_is_below_the_header_or_a_bar(
    page_with: PageWith, address: str, width: int
) -> None:
    page = page_with(width)
    page.goto(f"{address}sources/keepers2019/")
    page.locator("footer a").last.focus()
    for _ in range(60):
        page.keyboard.press("Shift+Tab")
        stop = page.evaluate(_FOCUSED)
        if stop is None:
            break
        assert stop["isSeen"], stop
        assert stop["isOutlined"], stop


def test_the_drawer_takes_the_focus_and_gives_it_back(page_with: PageWith, address: str) -> None:
    page = page_with(ZOOMED)
    page.goto(f"{address}programs/automation-plan/")
    menu = page.get_by_role("button", name="Menu")
    drawer = page.get_by_role("navigation", name="Navigation")
    expect(drawer).to_be_hidden()
    menu.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(drawer.get_by_role("button", name="Close")).to_be_focused()
    assert faults_of(page) == []
    drawer.get_by_text("Explore", exact=True).first.press("Enter")
    expect(drawer.get_by_role("link", name="Timeline")).to_be_visible()
    expect(drawer.get_by_role("link", name="Network")).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(drawer).to_be_hidden()
    menu.press("Enter")
    page.keyboard.press("Shift+Tab")
    expect(drawer).to_be_hidden()
    menu.press("Enter")
    drawer.get_by_role("link", name="Timeline").press("Enter")
    expect(page).to_have_url(f"{address}timeline/")
    expect(drawer).to_be_hidden()


def test_without_scripts_the_drawer_opens_by_its_sign(page_with: PageWith, address: str) -> None:
    page = page_with(PHONE, java_script_enabled=False)
    page.goto(f"{address}programs/")
    page.locator("header label[for=__drawer]").click()
    page.get_by_role("navigation", name="Navigation").get_by_role("link", name="Timeline").click()
    expect(page).to_have_url(f"{address}timeline/")


def test_colors_are_chosen_by_arrow_keys(page_with: PageWith, address: str) -> None:
    page = page_with(1281)  # a page of its own: a choice is remembered
    page.goto(address)
    page.locator("header form.search input").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    expect(page.locator("header label:visible[for^=__palette]")).to_have_attribute(
        "title", re.compile("^Dark")
    )
    page.keyboard.press("ArrowRight")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")


@pytest.mark.parametrize(
    "path", ["sources/keepers2019/", "claims/keepers2019-lights/", "programs/automation-plan/"]
)
def test_the_page_before_and_the_next_are_stops_that_enter_follows(
    page_with: PageWith, address: str, path: str
) -> None:
    page = page_with()
    page.goto(address + path)
    ways = page.get_by_role("navigation", name="Previous and next").get_by_role("link")
    assert ways.count() > 0
    way = ways.last
    page.locator("footer a").first.focus()
    for _ in range(30):
        page.keyboard.press("Shift+Tab")
        if way.evaluate("link => link === document.activeElement"):
            break
    expect(way).to_be_focused()
    aim = way.evaluate("link => link.href")
    page.keyboard.press("Enter")
    expect(page).to_have_url(aim)


def test_at_the_side_the_outline_is_no_stop_that_does_nothing(page_with: PageWith, address: str) -> None:
    page = page_with()
    page.goto(f"{address}sources/keepers2019/")
    outline = page.locator(".side details")
    expect(outline).to_have_attribute("open", "")
    page.locator(".side a").first.press("Enter")
    expect(outline).to_have_attribute("open", "")
    expect(page.locator(".side summary")).to_have_attribute("tabindex", "-1")
