"""Where things are on the screen."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from playwright.sync_api import Page

_FITS = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
_BOXES = """all => all.map(note => note.getBoundingClientRect())
  .map(({left, right, top, bottom}) => [left, right, top, bottom])"""
_RIGHT_END = "all => Math.max(...all.map(block => block.getBoundingClientRect().right))"
_CUT_OFF = """article => {
  const edges = element => {
    let left = 0;
    let right = document.documentElement.clientWidth;
    for (let around = element; around !== article; around = around.parentElement) {
      if (getComputedStyle(around).overflowX === "visible") continue;
      const box = around.getBoundingClientRect();
      [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
    }
    return [left - 0.5, right + 0.5];
  };
  const found = [];
  const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || element.closest(".skip, .headerlink, pre") || !element.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    const [left, right] = edges(element);
    for (const box of range.getClientRects()) {
      if (box.width && (box.left < left || box.right > right)) found.push(texts.currentNode.data.slice(0, 40));
    }
  }
  return found;
}"""


def check_fits(page: Page, address: str, widths: Iterable[int]) -> None:
    """The page at `address` is never wider than the window, which is opened narrow and then widened."""
    narrow, *wider = sorted(widths)
    page.set_viewport_size({"width": narrow, "height": 900})
    page.goto(address)
    page.wait_for_function(_FITS)
    for width in wider:
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_function(_FITS)


def check_side_notes(page: Page, width: int) -> None:
    """What stands beside the text in a window of `width` pixels meets neither its like nor the text."""
    notes = page.locator(".margin li").evaluate_all(_BOXES)
    assert notes
    for (_, _, _, above), (left, right, top, bottom) in pairwise(notes):
        assert above <= top + 1
        assert bottom - top > 10
        assert right <= width
        assert left > width / 2
    assert page.locator(".passage > :first-child").evaluate_all(_RIGHT_END) < min(left for left, *_ in notes)


def words_cut_off(page: Page) -> list[str]:
    """The first words of each text that an edge of the window, or of a box that hides what is beyond it, cuts."""
    cut: list[str] = page.locator("article").evaluate(_CUT_OFF)
    return cut
