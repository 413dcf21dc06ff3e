"""What is tapped is large enough, or has room around it (WCAG 2.2, 2.5.8)."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.shared_pages import PageWith
from tests.sites import Built, kinds_of_page

pytestmark = pytest.mark.browser

_TOO_SMALL = """() => {
  const SIZE = 24;
  const CONTROLS = "a[href], button, input:not([type=hidden]), select, summary, [tabindex='0'], label:has(input)";
  const TEXTS = "p, li, dd, dt, td, th, figcaption, blockquote, h1, h2, h3, h4, div";
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true })
    && element.getBoundingClientRect().width > 2 && getComputedStyle(element).pointerEvents !== "none";
  const isInSentence = (element) => getComputedStyle(element).display === "inline"
    && element.closest(TEXTS)?.textContent.trim().length > element.textContent.trim().length + 1;
  const targets = [...document.querySelectorAll(CONTROLS)]
    .filter((element) => isShown(element) && !element.parentElement.closest("label:has(input)"))
    .map((element) => {
      const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
      return { element, left, top, right, bottom, x: left + width / 2, y: top + height / 2, isSmall: width < SIZE || height < SIZE };
    });
  const isNear = (one, other) => one !== other && !one.element.contains(other.element) && !other.element.contains(one.element)
    && (other.isSmall ? Math.hypot(one.x - other.x, one.y - other.y) < SIZE
      : Math.hypot(Math.max(other.left - one.x, 0, one.x - other.right), Math.max(other.top - one.y, 0, one.y - other.bottom)) < SIZE / 2);
  return targets
    .filter((one) => one.isSmall && !isInSentence(one.element) && targets.some((other) => isNear(one, other)))
    .map(({ element }) => element.outerHTML.slice(0, 100));
}"""
"""Exempt by the rule: what is in a sentence; what has no other target within a circle of 24 pixels around its middle."""


def test_every_target_is_large_enough_or_has_room_around_it(
    page_with: PageWith, address: str, built: Built
) -> None:
    page = page_with(390, has_touch=True, is_mobile=True)
    small = {}
    for path in (*kinds_of_page(built), "no/such/page/"):
        page.goto(address + path)
        page.wait_for_timeout(50)  # cues come when the page is drawn
        small[path] = page.evaluate(_TOO_SMALL)
    assert {path: found for path, found in small.items() if found} == {}


def test_so_is_what_opens(page_with: PageWith, address: str) -> None:
    page = page_with(390, has_touch=True, is_mobile=True)
    page.goto(f"{address}explore/?source=gazette2021&q=lights")
    expect(page.get_by_role("button", name="Show all claims")).to_be_visible()
    page.locator("details").evaluate_all("all => all.forEach((element) => { element.open = true; })")
    assert page.evaluate(_TOO_SMALL) == []
    page.goto(f"{address}sources/keepers2019/")
    page.locator("mark[data-claims]").first.tap(position={"x": 8, "y": 8})
    expect(page.locator(".tip")).to_be_visible()
    assert page.evaluate(_TOO_SMALL) == []
