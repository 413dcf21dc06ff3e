"""Pages for everyone: no fault that axe-core finds, at any width, in both schemes; an outline where screens are small."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import pytest
from playwright.sync_api import expect

from tests.shared_pages import PageWith, faults_of
from tests.sites import Built, kinds_of_page

pytestmark = pytest.mark.browser

NARROW = 390

VIEWS = pytest.mark.parametrize(
    ("width", "scheme"),
    [
        pytest.param(width, scheme, marks=[] if (width, scheme) == (1280, "light") else pytest.mark.audit)
        for width in (1280, NARROW, 320)
        for scheme in ("light", "dark")
    ],
)
"""One of them in each run, all of them in an audit."""

_SHIFTS = """window.shifts = [];
  new PerformanceObserver(list => list.getEntries().forEach(entry => shifts.push(
    [entry.value, entry.sources.map(source => source.node?.outerHTML?.slice(0, 80))]
  ))).observe({type: "layout-shift", buffered: true});"""
_SMALL = """() => {
  const found = new Set();
  for (const element of document.querySelectorAll(".page *")) {
    if (!element.checkVisibility()) continue;
    const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
    const scale = matrix ? Math.hypot(matrix.a, matrix.b) : 1;
    const written = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const sorts = ["::before", "::after"].filter(sort => /[0-9a-z]/i.test(getComputedStyle(element, sort).content.replace("none", "")));
    for (const sort of [...(written ? [undefined] : []), ...sorts]) {
      const style = getComputedStyle(element, sort);
      if (style.display !== "none" && parseFloat(style.fontSize) * scale < 10.95) found.add(element.outerHTML.slice(0, 80));
    }
  }
  return [...found];
}"""


@dataclass(frozen=True, slots=True)
class Seen:
    """A page on a phone: what moved while it was loaded, its headings and whether they have an outline, small print."""

    shifts: list[tuple[float, list[str]]]
    headings: int
    outline: bool
    small: list[str]


@pytest.fixture(scope="module")
def on_a_phone(page_with: PageWith, address: str, built: Built) -> Mapping[str, Seen]:
    """Every kind of page, each opened once."""
    page = page_with(NARROW, has_touch=True)
    page.add_init_script(_SHIFTS)
    seen = {}
    for path in kinds_of_page(built):
        page.goto(address + path)
        page.wait_for_timeout(100)
        seen[path] = Seen(
            page.evaluate("shifts"),
            page.locator("article h2[id]").count(),
            page.locator(".outline summary").is_visible(),
            page.evaluate(_SMALL),
        )
    return seen


@VIEWS
def test_no_kind_of_page_has_a_fault_that_axe_finds(
    page_with: PageWith, address: str, built: Built, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = page_with(width, color_scheme=scheme)
    faults = {}
    for path in (*kinds_of_page(built), "no/such/page/"):
        page.goto(address + path)
        faults[path] = faults_of(page)
    assert {path: found for path, found in faults.items() if found} == {}


@VIEWS
def test_what_opens_on_a_page_has_no_fault_that_axe_finds(
    page_with: PageWith, address: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    """The list of the search, what is chosen in it, a preview, the search of a page that is not there, what is explored."""
    page = page_with(width, color_scheme=scheme)
    page.goto(f"{address}notes/first-light/")
    box = page.locator("header form.search input")
    box.press_sequentially("barque Halcyon")
    expect(page.locator("header .search__status")).to_contain_text("found")
    box.press("ArrowDown")
    assert faults_of(page) == []
    box.press("Escape")
    page.locator(".cite a[href*='claims/']").first.hover()
    expect(page.get_by_role("group", name="Preview")).to_be_visible()
    assert faults_of(page) == []
    page.goto(f"{address}claims/keepers2019-halcion/")
    expect(page.locator("article").get_by_role("option").first).to_be_visible()
    assert faults_of(page) == []
    page.goto(f"{address}explore/?source=gazette2021&q=lights")
    expect(page.get_by_role("button", name="Show all claims")).to_be_visible()
    page.locator(".explore details").evaluate_all("all => all.forEach((element) => { element.open = true; })")
    assert faults_of(page) == []


def test_cues_of_previews_have_no_fault_that_axe_finds(page_with: PageWith, address: str) -> None:
    page = page_with(NARROW, has_touch=True, is_mobile=True)
    for path in (
        "notes/first-light/",
        "programs/",
        "programs/lighthouse-service/",
        "claims/keepers2019-halcyon/",
    ):
        page.goto(address + path)
        assert faults_of(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    page.locator("button.cue").first.tap()
    expect(page.get_by_role("group", name="Preview")).to_be_visible()
    assert faults_of(page) == []


def test_every_page_with_headings_has_an_outline_on_a_phone(on_a_phone: Mapping[str, Seen]) -> None:
    with_headings = {path: seen.outline for path, seen in on_a_phone.items() if seen.headings > 1}
    assert len(with_headings) > 3
    assert [path for path, outline in with_headings.items() if not outline] == []


@pytest.mark.parametrize("path", ["programs/lighthouse-service/", "sources/keepers2019/"])
def test_the_outline_stays_at_hand_leads_to_its_section_below_itself_and_closes(
    page_with: PageWith, address: str, path: str
) -> None:
    page = page_with(NARROW)
    page.goto(address + path)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    bar = page.locator(".outline summary")
    expect(bar).to_be_in_viewport(ratio=1)
    bar.click()
    first = page.locator(".outline a").nth(1)
    section = (first.get_attribute("href") or "").partition("#")[2]
    first.click()
    expect(first).to_be_hidden()
    heading = page.locator(f"[id='{section}']")
    expect(heading).to_be_in_viewport()
    tops = [part.evaluate("e => e.getBoundingClientRect().top") for part in (page.locator(".side"), heading)]
    assert tops[0] + page.locator(".side").evaluate("side => side.offsetHeight") <= tops[1]


def test_nothing_moves_while_a_page_loads(on_a_phone: Mapping[str, Seen]) -> None:
    moved = {path: seen.shifts for path, seen in on_a_phone.items()}
    assert {path: shifts for path, shifts in moved.items() if sum(value for value, _ in shifts) > 0.01} == {}


def test_nothing_is_written_smaller_than_eleven_pixels_on_a_phone(on_a_phone: Mapping[str, Seen]) -> None:
    assert {path: seen.small for path, seen in on_a_phone.items() if seen.small} == {}


def test_nothing_is_written_smaller_than_eleven_pixels(
    page_with: PageWith, address: str, built: Built
) -> None:
    page = page_with(1280)
    small = {}
    for path in kinds_of_page(built):
        page.goto(address + path)
        small[path] = page.evaluate(_SMALL)
    assert {path: found for path, found in small.items() if found} == {}
