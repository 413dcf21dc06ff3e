"""A reader goes from a claim to its words in the original of its source, where that is online."""

from __future__ import annotations

import re
from html import unescape

import pytest

from tests.shared_pages import PageWith
from tests.sites import Built

ORIGINAL = "https://gazette.example/2021/lights-out"
PAGE = """<!doctype html><title>Orsay Gazette</title><style>.news { height: 3000px }</style>
<p class="news">The Lighthouse Service has no news.</p>
<p id="said">The Lighthouse Service was set up in 1873,<sup>[1]</sup> the <i>Gazette</i> can report.</p><p class="news"></p>"""
WITH_MARK = "#:~:text=The%20Lighthouse%20Service%20was%20set%20up,the%20Gazette%20can%20report"


def test_the_address_names_the_words_on_both_sides_of_the_mark_of_a_note(built: Built) -> None:
    text = unescape((built.folder / "claims/gazette2021-founding/index.html").read_text("utf-8"))
    assert f'<a href="{ORIGINAL}{WITH_MARK}">In the original</a>' in text


def test_a_source_that_is_not_online_has_no_such_link(built: Built) -> None:
    for path in built.folder.glob("claims/*/index.html"):
        leads = "In the original" in path.read_text("utf-8")
        assert leads == path.parent.name.startswith("gazette2021"), path


@pytest.mark.browser
def test_a_browser_scrolls_to_the_words_in_the_original(address: str, page_with: PageWith) -> None:
    tab = page_with()
    tab.route(f"{ORIGINAL}**", lambda route: route.fulfill(body=PAGE, content_type="text/html"))
    tab.goto(f"{address}claims/gazette2021-founding/")
    tab.get_by_role("link", name="In the original").click()
    tab.wait_for_url(re.compile(re.escape(ORIGINAL)))
    tab.wait_for_function("scrollY > 1000")
    assert 0 < tab.locator("#said").evaluate("words => words.getBoundingClientRect().top") < 900
