"""Pages as the settings of their readers change them: forced colors, less motion, larger type, more space between letters."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import FloatRect, Locator, Page, expect

from tests.shared_pages import PageWith, faults_of
from tests.sites import Built, kinds_of_page

pytestmark = pytest.mark.browser

SCHEMES = pytest.mark.parametrize("scheme", ["dark", pytest.param("light", marks=pytest.mark.audit)])

SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }"""
"""What WCAG 1.4.12 lets readers ask for."""

_CUT = """() => {
  const found = document.documentElement.scrollWidth > innerWidth ? [`the page is ${document.documentElement.scrollWidth} wide`] : [];
  const cuts = (overflow) => overflow === "hidden" || overflow === "clip";
  for (const element of document.querySelectorAll("body *:not(svg, svg *)")) {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.clientWidth <= 2 || !element.innerText?.trim()) continue;
    if (element.closest(".md-header__title, .margin li")) continue;
    const { overflowX, overflowY } = getComputedStyle(element);
    if ((cuts(overflowX) && element.scrollWidth > element.clientWidth + 1)
      || (cuts(overflowY) && element.scrollHeight > element.clientHeight + 1)) found.push(element.outerHTML.slice(0, 100));
  }
  return found;
}"""
"""What is cut on purpose is whole elsewhere: the title in the header on the page, a side note when it is pointed at."""

_MOVING = """() => [...document.querySelectorAll("*")].flatMap((element) => ["", "::before", "::after"].map((part) => {
  const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element, part || null);
  const isStill = [transitionDuration, animationDuration].every((all) => all.split(", ").every((one) => parseFloat(one) <= 0.001));
  return isStill && scrollBehavior === "auto" ? "" : element.outerHTML.slice(0, 80);
})).filter(Boolean)"""
"""A style is resolved in seconds: what takes longer than a thousandth of one, or scrolls smoothly."""


def forced(page_with: PageWith, scheme: Literal["dark", "light"], width: int = 1280) -> Page:
    return page_with(width, forced_colors="active", color_scheme=scheme)


def around(seen: Locator, margin: int = 4) -> FloatRect:
    """An element and a little around it."""
    box = seen.bounding_box()
    assert box
    left, top = max(box["x"] - margin, 0), max(box["y"] - margin, 0)
    return {"x": left, "y": top, "width": box["width"] + 2 * margin, "height": box["height"] + 2 * margin}


def look(seen: Locator, margin: int = 4) -> bytes:
    """What an element and a little around it looks like."""
    return seen.page.screenshot(clip=around(seen, margin))


@SCHEMES
@pytest.mark.parametrize(
    ("path", "selector"),
    [
        ("sources/keepers2019/", ".text mark"),
        ("sources/keepers2019/", ".text a.marker"),
        ("claims/keepers2019-halcyon/", ".evidence mark"),
        ("claims/keepers2019-halcyon/", "article a.mention"),
        ("explore/?source=gazette2021", ".claims mark"),
        ("explore/?source=gazette2021", ".chip"),
        ("questions/founding/", ".drawing .when"),
        ("network/", ".drawing .tie"),
        ("network/", ".drawing .node"),
        ("coverage/", ".drawing .square"),
        ("coverage/", "progress"),
        ("timeline/", ".drawing .when"),
        ("map/", ".drawing .country"),
    ],
)
def test_in_forced_colors_it_is_seen(
    page_with: PageWith, address: str, scheme: Literal["dark", "light"], path: str, selector: str
) -> None:
    page = forced(page_with, scheme)
    page.goto(address + path)
    element = page.locator(f"{selector}:visible").first
    element.scroll_into_view_if_needed()
    expect(element).to_be_visible()
    place = around(element)
    before = page.screenshot(clip=place)
    element.evaluate("element => { element.style.visibility = 'hidden'; }")
    assert page.screenshot(clip=place) != before


@SCHEMES
def test_in_forced_colors_no_words_are_too_faint(
    page_with: PageWith, address: str, built: Built, scheme: Literal["dark", "light"]
) -> None:
    page = forced(page_with, scheme)
    faults = {}
    for path in kinds_of_page(built):
        page.goto(address + path)
        faults[path] = [fault for fault in faults_of(page) if fault[0].startswith("color")]
    assert {path: found for path, found in faults.items() if found} == {}


@SCHEMES
def test_in_forced_colors_what_is_lit_chosen_or_in_focus_looks_otherwise(
    page_with: PageWith, address: str, scheme: Literal["dark", "light"]
) -> None:
    page = forced(page_with, scheme)
    page.goto(f"{address}sources/keepers2019/")
    note = page.locator(".margin__claim a").nth(3)
    words = page.locator(".text mark[data-claims='keepers2019-no-keeper-lost']").first
    switch = page.get_by_role("button", name="Show what is quoted")
    before = [look(note, 8), look(words), look(switch)]
    switch.click()
    page.locator("a.marker[data-claim='keepers2019-no-keeper-lost']").hover()
    expect(words).to_have_class("lit")
    after = [look(note, 8), look(words), look(switch)]
    assert [one != other for one, other in zip(before, after, strict=True)] == [True, True, True]
    fold = page.locator(".unfold > summary").first
    fold.scroll_into_view_if_needed()
    plain = look(fold)
    page.keyboard.press("Tab")
    fold.focus()
    assert look(fold) != plain
    box = page.locator("header form.search input")
    box.press_sequentially("barque Halcyon")
    expect(page.locator("header .search__status")).to_contain_text("found")
    hit = page.locator("header").get_by_role("option").first
    plain = look(hit)
    box.press("ArrowDown")
    assert look(hit) != plain


def test_in_forced_colors_full_and_empty_signs_differ(page_with: PageWith, address: str) -> None:
    page = forced(page_with, "dark")
    page.goto(f"{address}network/")
    sign = page.locator(".table .sign").first
    expect(sign).to_have_class("sign sign--full")
    full = look(sign)
    sign.evaluate("element => element.classList.replace('sign--full', 'sign--empty')")
    assert look(sign) != full


def test_nothing_moves_for_those_who_ask_for_less_motion(
    page_with: PageWith, address: str, built: Built
) -> None:
    page = page_with(390, reduced_motion="reduce")
    moving = {}
    for path in (*kinds_of_page(built), "no/such/page/"):
        page.goto(address + path)
        moving[path] = page.evaluate(_MOVING)
    assert {path: found for path, found in moving.items() if found} == {}


def test_nor_does_what_opens(page_with: PageWith, address: str) -> None:
    """The menu, the outline, the list of the search, what is explored; where there is a mouse, previews and what is lit."""
    page = page_with(390, reduced_motion="reduce")
    page.goto(f"{address}programs/lighthouse-service/")
    page.locator(".outline summary").press("Enter")
    page.get_by_role("button", name="Menu").press("Enter")
    assert page.evaluate(_MOVING) == []
    page.keyboard.press("Escape")
    page.locator("header form.search input").press_sequentially("barque Halcyon")
    expect(page.locator("header .search__status")).to_contain_text("found")
    assert page.evaluate(_MOVING) == []
    page.goto(f"{address}explore/?source=gazette2021&q=lights")
    expect(page.get_by_role("button", name="Show all claims")).to_be_visible()
    page.locator(".explore details").evaluate_all("all => all.forEach((element) => { element.open = true; })")
    assert page.evaluate(_MOVING) == []
    page = page_with(1280, reduced_motion="reduce")
    page.goto(f"{address}notes/first-light/")
    page.locator(".cite a[href*='claims/']").first.hover()
    expect(page.get_by_role("group", name="Preview")).to_be_visible()
    assert page.evaluate(_MOVING) == []
    page.goto(f"{address}sources/keepers2019/")
    page.locator("a.marker").first.hover()
    expect(page.locator(".text mark.lit").first).to_be_visible()
    assert page.evaluate(_MOVING) == []


@pytest.mark.parametrize(
    ("width", "height", "style"),
    [
        pytest.param(640, 450, "", id="at 200 %"),
        pytest.param(320, 900, "", id="at 400 %", marks=pytest.mark.audit),
        pytest.param(390, 900, SPACED, id="spaced on a phone"),
        pytest.param(1280, 900, SPACED, id="spaced", marks=pytest.mark.audit),
    ],
)
def test_nothing_is_cut_or_wider_than_the_page(
    page_with: PageWith, address: str, built: Built, width: int, height: int, style: str
) -> None:
    page = page_with(width)
    page.set_viewport_size({"width": width, "height": height})
    cut = {}
    for path in (*kinds_of_page(built), "no/such/page/"):
        page.goto(address + path)
        if style:
            page.add_style_tag(content=style)
        cut[path] = page.evaluate(_CUT)
    page.set_viewport_size({"width": width, "height": 900})
    assert {path: found for path, found in cut.items() if found} == {}
