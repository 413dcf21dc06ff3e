"""Reads an SVG as a browser does, and the words of a page around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"
_DRAWING = re.compile(r'<svg xmlns="[^"]*" class="drawing .*?\n</svg>(?=<svg xmlns|\n\n)', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Mark:
    """A link of a picture: where it leads, and its accessible name."""

    href: str
    name: str


def parse(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314 - our own


def drawings(page: str) -> list[str]:
    """The drawings of a page, each as one SVG."""
    return _DRAWING.findall(page)


def marks(svg: str) -> Iterator[Mark]:
    for link in parse(svg).iter(f"{SVG}a"):
        title = link.find(f"{SVG}title")
        yield Mark(link.get("href") or "", (title.text if title is not None else "") or "")


def without_pictures(page: str) -> str:
    return _DRAWING.sub("", page)


def words_of(html: str) -> str:
    """The text of a page, in one line."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def links_of(html: str) -> set[str]:
    return set(re.findall(r'href="([^"]*)"', html))
