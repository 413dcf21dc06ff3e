"""The article of a web page as its own elements: headings, lists and notes are lost in what trafilatura makes of it.

Trafilatura says which paragraphs are the article's; the smallest element around them is taken, without what is no
article in it. Where that has too much that trafilatura did not take, its own text is the better one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from copy import deepcopy

from lxml import html
from lxml.html import HtmlElement

_NO_ARTICLE = (
    "script",
    "style",
    "nav",
    "aside",
    "form",
    "footer",
    "button",
    "noscript",
    "iframe",
    "svg",
    "template",
)
_BLOCKS = (
    "p",
    "li",
    "blockquote",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "td",
    "th",
    "dd",
    "dt",
    "pre",
    "figcaption",
)
_PROSE = ("p", "blockquote", "li", "td")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NOT_LETTERS = re.compile(r"[\W_]+")
_NOTE = "dossier-note"
_LEAST_LETTERS = 20
_LINKED = 0.6
"""A list whose letters are links by this share leads elsewhere."""
_FOREIGN_AT_MOST = 0.05


def article_of(page: str, taken: str) -> tuple[str, int] | None:
    """The article as HTML, and how many notes it has; `None` where `taken`, as trafilatura has it, is better."""
    document = html.document_fromstring(page)
    kept = _letters(html.document_fromstring(taken).text_content())
    paragraphs = [element for element in document.iter(*_PROSE) if _is_taken(element, kept)]
    if not paragraphs:
        return None
    article = deepcopy(_around(paragraphs))
    notes = _as_notes(article)
    for element in list(article.iter(*_NO_ARTICLE)):
        element.drop_tree()
    for element in [found for found in article.iter("ul", "ol") if _leads_elsewhere(found)]:
        element.drop_tree()
    blocks = [
        block for block in article.iter(*_BLOCKS) if next(block.iterdescendants(*_BLOCKS), None) is None
    ]
    every = sum(len(_letters(block.text_content())) for block in blocks)
    foreign = sum(len(letters) for letters in _foreign(blocks, kept))
    if foreign > every * _FOREIGN_AT_MOST:
        return None
    return html.tostring(article, encoding="unicode"), notes


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", unicodedata.normalize("NFKC", text)).casefold()


def _is_taken(element: HtmlElement, kept: str) -> bool:
    letters = _letters(element.text_content())
    return len(letters) >= _LEAST_LETTERS and letters in kept


def _around(elements: Iterable[HtmlElement]) -> HtmlElement:
    """The smallest element that holds all of them."""
    first, *others = ([*reversed(list(element.iterancestors())), element] for element in elements)
    for way in others:
        first = [one for one, other in zip(first, way, strict=False) if one is other]
    return first[-1]


def _leads_elsewhere(element: HtmlElement) -> bool:
    linked = sum(len(_letters(link.text_content())) for link in element.iter("a"))
    return linked > _LINKED * max(1, len(_letters(element.text_content())))


def _foreign(blocks: Iterable[HtmlElement], kept: str) -> Iterator[str]:
    """What trafilatura did not take, but for what it often loses: headings, notes, items without links."""
    for block in blocks:
        letters = _letters(block.text_content())
        is_item = block.tag == "li" and next(block.iter("a"), None) is None
        known = is_item or block.tag in _HEADINGS or block.get("class") == _NOTE
        if not known and letters not in kept:
            yield letters


def _as_notes(article: HtmlElement) -> int:
    """Write references to notes as `[1]`, and their texts as paragraphs that begin so; how many there are."""
    labels: dict[str, str] = {}
    for link in article.iter("a"):
        target, label = link.get("href", ""), link.text_content().strip("[]() \n\xa0")
        raised = link.getparent() is not None and link.getparent().tag == "sup"
        raised = raised or next(link.iter("sup"), None) is not None or link.get("role") == "doc-noteref"
        if target.startswith("#") and raised and label.isdigit():
            labels.setdefault(target[1:], label)
            for child in list(link):
                link.remove(child)
            link.text = f"[{label}]"
    count = 0
    for identifier, label in labels.items():
        found = article.xpath("//*[@id=$id]", id=identifier)
        if not found or not _letters(found[0].text_content()):
            continue
        note = found[0]
        for back in [
            link
            for link in note.iter("a")
            if link.get("href", "").startswith("#") and not _letters(link.text_content())
        ]:
            back.drop_tree()
        words = " ".join(note.text_content().split()).removeprefix("^").strip()
        note.clear()
        note.tag, note.text = "p", f"[{label}] {words}"
        note.set("class", _NOTE)
        parent = note.getparent()
        if parent is not None and parent.tag in {"ol", "ul"}:
            parent.tag = "div"
        count += 1
    return count
