"""Reads a page as a browser does: Markdown to HTML, then elements with their text."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from markdown import Markdown

_VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The element's text content, exactly."""
        return "".join(self.texts)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.texts.append(data)


def to_html(page: str) -> str:
    """The body of a page as HTML, with the extensions that the site uses."""
    body = page.split("\n---\n", 1)[1] if page.startswith("---\n") else page
    return Markdown(extensions=["attr_list", "footnotes", "md_in_html", "tables", "toc"]).convert(body)


def elements(page: str) -> list[Element]:
    """All elements of a page in document order; raises where tags do not nest."""
    reader = _Reader()
    reader.feed(to_html(page))
    reader.close()
    assert not reader.open, f"never closed: {[element.tag for element in reader.open]}"
    return reader.elements


def by_id(page: str) -> dict[str, Element]:
    """The elements that have an id, which none has twice."""
    found: dict[str, Element] = {}
    for element in elements(page):
        if name := element.attributes.get("id"):
            assert name not in found, f"{name} stands twice"
            found[name] = element
    return found
