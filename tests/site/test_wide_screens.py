"""What pages do with the room that wide screens have."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.shared_pages import PageWith
from tests.sites import Built, kinds_of_page

FACTS = ".page > .facts:not(.facts--wide)"
"""What is known of the answers to a question; what it said before is another list."""

pytestmark = pytest.mark.browser

_EDGES = """page => [...page.querySelectorAll(":scope > :is(h1, h2, h3, p, ul, ol, dl, figure, details, form, div)")]
  .filter(block => block.checkVisibility() && getComputedStyle(block).position === "static" && !block.matches(":is(ul, ol):not([class])"))
  .map(block => Math.round(block.getBoundingClientRect().left))"""


@pytest.fixture(params=[1280, 1920])
def reader(request: pytest.FixtureRequest, page_with: PageWith) -> Page:
    return page_with(request.param)


def box(reader: Page, selector: str) -> dict[str, float]:
    found: dict[str, float] = reader.locator(selector).evaluate("e => e.getBoundingClientRect().toJSON()")
    return found


def test_blocks_of_a_page_begin_at_one_edge_or_in_its_right_half(
    reader: Page, address: str, built: Built
) -> None:
    for path in kinds_of_page(built):
        reader.goto(address + path)
        title, middle = box(reader, "h1")["left"], reader.evaluate("innerWidth / 2")
        edges = reader.locator(".page").evaluate(_EDGES)
        assert {edge for edge in edges if edge < middle} <= {round(title)}, path


def test_beside_what_is_said_of_answers_is_their_picture_or_else_what_is_known_of_them(
    reader: Page, address: str
) -> None:
    reader.goto(f"{address}questions/founding/")
    for beside in (".page > .picture", FACTS):
        said, at_right = box(reader, ".page > .description"), box(reader, beside)
        assert at_right["left"] > said["right"]
        assert abs(at_right["top"] - said["top"]) < 30
        reader.evaluate("document.querySelector('.page > .picture')?.remove()")


def test_on_a_phone_the_answers_come_before_what_is_known_of_them(page_with: PageWith, address: str) -> None:
    reader = page_with(390)
    reader.goto(f"{address}questions/founding/")
    assert box(reader, ".page > .positions")["bottom"] <= box(reader, FACTS)["top"]
