"""What a reader of a source page gets who copies from it, and what the browser's own search finds in it."""

from __future__ import annotations

from playwright.sync_api import Page

from dossier.model.reading import ReadingText

_COPIED = """() => [...document.querySelectorAll("article .text[data-number]")].map(text => {
  getSelection().selectAllChildren(text);
  return [Number(text.dataset.number), getSelection().toString()];
})"""
_ACROSS = """() => [...document.querySelectorAll("article .text a.marker")].map(marker => {
  const words = (from, to) => {
    const range = document.createRange();
    from(range), to(range);
    return range.cloneContents().querySelector("[role=doc-noteref]") ? "" : range.toString();
  };
  const text = marker.closest(".text");
  const before = words(range => range.setStart(text, 0), range => range.setEndBefore(marker));
  const after = words(range => range.setStartAfter(marker), range => range.setEndAfter(text.lastChild));
  return before && after.trim() ? before.slice(-30) + after.slice(0, 30) : "";
}).filter(Boolean)"""
_FOUND = "words => { getSelection().removeAllRanges(); return find(words, true); }"


def check_copies(page: Page, reading: ReadingText) -> None:
    """Every paragraph is copied as the reading text has it, and nothing between two paragraphs comes along."""
    labeled = {block.number: (block.label, block.text) for block in reading.blocks if block.number}
    copied = page.evaluate(_COPIED)
    assert len(copied) == len(labeled) > 1
    for number, words in copied:
        label, text = labeled[number]
        assert words.strip() in {text.strip(), f"{label} {text}".strip()}
    page.evaluate("getSelection().selectAllChildren(document.querySelector('article'))")
    everything = page.evaluate("getSelection().toString()")
    for label in page.locator("a.marker").evaluate_all("all => all.map(marker => marker.ariaLabel)"):
        assert label not in everything
    assert "#\n" not in everything


def check_finds(page: Page, *named: str) -> None:
    """Words on both sides of a claim's number are found together, and so are those named."""
    across = page.evaluate(_ACROSS)
    assert across
    for words in (*named, *across):
        assert page.evaluate(_FOUND, words), words
