"""Pages of the browser that tests share, because opening one takes longer than most tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from typing import Any, Protocol

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize


class PageWith(Protocol):
    """Hands out an empty page of a context with this width (in CSS pixels) and further settings.

    What a page remembers (`localStorage`, the media it shows) goes on to the next test that asks for the same settings.
    """

    def __call__(self, width: int = 1280, **settings: Any) -> Page: ...  # noqa: ANN401 - Playwright's own


@contextmanager
def shared_pages(browser: Browser) -> Iterator[PageWith]:
    """Each page is opened when it is first asked for, and closed when the block ends."""
    with ExitStack() as contexts:

        @cache
        def opened(width: int, **settings: Any) -> Page:  # noqa: ANN401
            size: ViewportSize = {"width": width, "height": 900}
            return contexts.enter_context(browser.new_context(viewport=size, **settings)).new_page()

        def page_with(width: int = 1280, **settings: Any) -> Page:  # noqa: ANN401
            page = opened(width, **settings)
            page.goto("about:blank")
            page.mouse.move(0, 0)
            return page

        yield page_with


def faults_of(page: Page) -> list[tuple[str, str]]:
    """What axe-core finds wrong with a page as it is now: the rule, and the element."""
    found = Axe().run(page).response["violations"]
    return [(fault["id"], node["html"]) for fault in found for node in fault["nodes"]]
