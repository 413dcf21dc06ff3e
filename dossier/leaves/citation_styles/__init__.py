"""Styles of citations that come with the package, unchanged, and what the file of a style says of itself.

The default one comes with pandoc. Formatting by a style is left to `cite`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Self
from xml.etree import ElementTree as ET

DEFAULT = "chicago-author-date"
"""Pandoc's own: the file of the same name."""
_FOLDER = Path(__file__).parent
_CSL = "{http://purl.org/net/xbiblio/csl}"
_DECLARES_ENTITIES = re.compile(r"<!(DOCTYPE|ENTITY)", re.IGNORECASE)


class NoStyleError(ValueError):
    """Why a text is not a style that can be used."""


@dataclass(frozen=True, slots=True)
class StyleNote:
    """What a style says of itself: its `title`, who wrote it, its `address`, and the address of its license."""

    title: str
    authors: tuple[str, ...]
    address: str
    license: str

    @classmethod
    def of(cls, csl: str) -> Self:
        """Read the head of a style (CSL 1.0.2); raises `NoStyleError` where it formats no bibliography."""
        if _DECLARES_ENTITIES.search(csl):
            raise NoStyleError("it declares entities")
        try:
            style = ET.fromstring(csl.encode())  # noqa: S314 - it declares no entities
        except ET.ParseError as error:
            raise NoStyleError(f"it is not XML: {error}") from error
        if style.tag != f"{_CSL}style":
            raise NoStyleError("it is no CSL style")
        links = {link.get("rel"): link.get("href", "") for link in style.iterfind(f"{_CSL}info/{_CSL}link")}
        if parent := links.get("independent-parent"):
            raise NoStyleError(f"it only names another style, {parent}: take that one")
        if style.find(f"{_CSL}bibliography") is None:
            raise NoStyleError("it formats no bibliography")
        rights = style.find(f"{_CSL}info/{_CSL}rights")
        return cls(
            style.findtext(f"{_CSL}info/{_CSL}title", ""),
            tuple(name.text or "" for name in style.iterfind(f"{_CSL}info/{_CSL}author/{_CSL}name")),
            links.get("self") or "",
            "" if rights is None else rights.get("license", ""),
        )


@cache
def names() -> tuple[str, ...]:
    """The styles that come with the package or with pandoc."""
    return tuple(sorted({DEFAULT, *(path.stem for path in _FOLDER.glob("*.csl"))}))


def read_style(name: str) -> str | None:
    """The file of a style that comes with the package; none for pandoc's own."""
    return None if name == DEFAULT else (_FOLDER / f"{name}.csl").read_text(encoding="utf-8")
