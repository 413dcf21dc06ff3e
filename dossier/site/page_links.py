"""Reads what one page of HTML links to, and the places in it that can be linked to, as a browser reads it.

Where links lead is left to `links`.
"""

from __future__ import annotations

from dataclasses import dataclass
from sys import intern
from typing import NewType, Self

from selectolax.lexbor import LexborHTMLParser

PackedLinks = NewType("PackedLinks", str)
"""The links and anchors of a page as one text: most are only compared with what they were."""

_BETWEEN = "\0"  # HTML does not have this character
_LINKING = {"href", "src", "poster", "data"}
_SELECTOR = "[href], [src], [poster], [data], [id], a[name]"


@dataclass(frozen=True, slots=True)
class PageLinks:
    """The addresses that a page names, as written without blanks around them, and its anchors; sorted, each once."""

    links: tuple[str, ...]
    ids: tuple[str, ...]

    @property
    def packed(self) -> PackedLinks:
        """The same as one text."""
        return PackedLinks(_BETWEEN.join((str(len(self.links)), *self.links, *self.ids)))

    @classmethod
    def of(cls, packed: PackedLinks) -> Self:
        """What was packed; each address and anchor is once in memory, since many are on most pages."""
        number, *parts = packed.split(_BETWEEN)
        words = tuple(map(intern, parts))
        return cls(words[: int(number)], words[int(number) :])


def parse_links(html: bytes) -> PageLinks:
    """The links and anchors of a page; its own address (`canonical`) and the base of others are no links."""
    links, ids = set(), set()
    for element in LexborHTMLParser(html).css(_SELECTOR):
        tag, attributes = element.tag, element.attributes
        no_link = tag == "base" or (tag == "link" and attributes.get("rel") == "canonical")
        for name, value in attributes.items():
            if value is None:
                continue
            if name in _LINKING and not no_link:
                links.add(value.strip())
            elif name == "id" or (name == "name" and tag == "a"):
                ids.add(value)
    return PageLinks(tuple(sorted(links)), tuple(sorted(ids)))
