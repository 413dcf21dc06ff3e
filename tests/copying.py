"""What a reader of a source page gets who copies from it, and what the browser's own search finds in it."""

from __future__ import annotations

from playwright.sync_api import Page

from dossier.model.reading import BlockKind, ReadingText

_COPIED = """() => [...document.querySelectorAll("article .text[data-number]")].map(text => {
  getSelection().selectAllChildren(text);
  return [Number(text.dataset.number), getSelection().toString()];
})"""
_OTHERS = """() => [...document.querySelectorAll("article :is(.notes, .captions, .box) .passage > :first-child")].map(text => {
  getSelection().selectAllChildren(text);
  return getSelection().toString();
})"""
_HEADINGS = """() => [...document.querySelectorAll("article :is(h1, h2, h3, h4)")].map(heading => {
  getSelection().selectAllChildren(heading);
  return getSelection().toString();
})"""
_ACROSS = """() => [...document.querySelectorAll("article .text :is(a.marker, [role=doc-noteref])")].map(marker => {
  const words = (from, to) => {
    const range = document.createRange();
    from(range), to(range);
    return range.toString();
  };
  const text = marker.closest(".text");
  const before = words(range => range.setStart(text, 0), range => range.setEndBefore(marker));
  const after = words(range => range.setStartAfter(marker), range => range.setEndAfter(text.lastChild));
  return before && after.trim() ? before.slice(-30) + after.slice(0, 30) : "";
}).filter(Boolean)"""
_FOUND = "words => { getSelection().removeAllRanges(); return find(words, true); }"


def check_copies(page: Page, reading: ReadingText) -> None:
    """Every paragraph, heading, note, aside and caption is copied as it reads, and no sign of ours comes along."""
    labeled = {block.number: (block.label, block.text) for block in reading.blocks if block.number}
    copied = page.evaluate(_COPIED)
    assert len(copied) == len(labeled) > 1
    for number, words in copied:
        label, text = labeled[number]
        assert words.strip() in {text.strip(), f"{label} {text}".strip()}
    others = {
        block.text.strip()
        for block in reading.blocks
        if not block.number and block.kind is not BlockKind.HEADING
    }
    assert {words.strip() for words in page.evaluate(_OTHERS)} == others
    headings = {
        f"{block.label or ''} {block.text}".strip()
        for block in reading.blocks
        if block.kind is BlockKind.HEADING
    }
    assert headings - {words.strip() for words in page.evaluate(_HEADINGS)} == set()
    page.evaluate("getSelection().selectAllChildren(document.querySelector('article'))")
    assert "#\n" not in page.evaluate("getSelection().toString()")


def check_finds(page: Page, *named: str) -> None:
    """Words on both sides of a claim's number or a note's mark are found together, and so are those named."""
    across = page.evaluate(_ACROSS)
    assert across
    for words in (*named, *across):
        assert page.evaluate(_FOUND, words), words
