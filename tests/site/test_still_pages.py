"""Nothing moves on a page: not while it loads, not when a link is pointed at, in focus or tapped."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page

from tests.shared_pages import PageWith
from tests.sites import Built

pytestmark = pytest.mark.browser

_OBSERVED = """
  window.moved = [];
  new PerformanceObserver(list => {
    for (const { value, sources } of list.getEntries()) {
      window.moved.push([value, sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? "")]);
    }
  }).observe({ type: "layout-shift", buffered: true });
"""
"""Shifts soon after a press of a key or a tap count here as well, though no browser counts them."""
_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


@pytest.fixture(params=[1280, 390])
def reader(request: pytest.FixtureRequest, page_with: PageWith) -> Page:
    touch = {"has_touch": True, "is_mobile": True} if request.param == 390 else {}
    return page_with(request.param, **touch)


def moved(reader: Page) -> list[object]:
    """What has moved so far."""
    reader.evaluate(_FRAMES)
    found: list[object] = reader.evaluate("window.moved")
    return found


@pytest.fixture
def paths(built: Built) -> tuple[str, ...]:
    claims = json.loads((built.folder / "data/claims.json").read_text(encoding="utf-8"))
    return (
        *("", "programs/lighthouse-service/", "sources/keepers2019/", claims[0]["url"]),
        *("timeline/", "network/", "questions/founding/"),
    )


def test_nothing_moves_while_a_page_loads_nor_when_it_is_used(
    reader: Page, address: str, paths: tuple[str, ...]
) -> None:
    reader.add_init_script(_OBSERVED)
    for path in paths:
        reader.goto(address + path)
        reader.wait_for_load_state("networkidle")
        assert moved(reader) == [], path
        link = reader.locator("article a[href]:visible:not(.skip)").nth(1)
        link.hover()
        reader.wait_for_timeout(400)
        link.focus()
        reader.wait_for_timeout(400)
        assert moved(reader) == [], path
