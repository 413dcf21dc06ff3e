"""A built page as tests look at it: texts by id, links, elements."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Page(HTMLParser):
    """`texts` by id of the element that holds them; `elements` as (tag, attributes), `parents` the tags around each."""

    def __init__(self, path: Path) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: dict[str, str] = {}
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.around: list[tuple[tuple[str, str | None], ...]] = []
        self._open: list[tuple[str, str | None]] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.elements.append((tag, attributes))
        self.around.append(tuple(self._open))
        if (name := attributes.get("id")) is not None:
            assert name not in self.texts, f"the id {name} stands twice"
            self.texts[name] = ""
        if tag not in VOID:
            self._open.append((tag, name))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and tag in [open_tag for open_tag, _ in self._open]:
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        for _, name in self._open:
            if name is not None:
                self.texts[name] += data

    def pieces_of(self, claim: str) -> list[str]:
        """The texts of a claim's pieces, in the order of their ids."""
        return list(self._pieces(claim))

    def _pieces(self, claim: str) -> Iterator[str]:
        number = 1
        while (name := claim if number == 1 else f"{claim}--{number}") in self.texts:
            yield self.texts[name]
            number += 1
