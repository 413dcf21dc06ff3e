"""One CSL-JSON item as COinS: the `title` of an empty `span`, which Zotero and library software read on a page.

A ContextObject of OpenURL 1.0 (ANSI/NISO Z39.88-2004) in key/encoded-value form, with the names of types that Zotero's
translator `COinS` understands; a plus sign, which it reads as a blank, has no other form.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import quote

_MATRICES = {
    "article-journal": ("journal", "article", "atitle", "jtitle"),
    "book": ("book", "book", "btitle", ""),
    "chapter": ("book", "bookitem", "atitle", "btitle"),
    "entry-encyclopedia": ("book", "bookitem", "atitle", "btitle"),
    "paper-conference": ("book", "proceeding", "atitle", "btitle"),
    "report": ("book", "report", "btitle", ""),
    "thesis": ("dissertation", "", "title", ""),
}
"""The format of a type of CSL, its genre, and the keys of title and container."""
_ZOTERO = {
    "article-magazine": "magazineArticle",
    "article-newspaper": "newspaperArticle",
    "bill": "bill",
    "interview": "interview",
    "legal_case": "case",
    "legislation": "statute",
    "map": "map",
    "motion_picture": "film",
    "post-weblog": "blogPost",
    "webpage": "webpage",
}
"""Types that only Dublin Core has a format for, under Zotero's names; all others are documents."""
_TEXTS = {
    "volume": "volume",
    "issue": "issue",
    "page": "pages",
    "edition": "edition",
    "publisher-place": "place",
    "collection-title": "series",
    "ISBN": "isbn",
    "ISSN": "issn",
}


def to_coins(item: Mapping[str, Any]) -> str:
    """The ContextObject; in an attribute of HTML its `&` is still to be escaped."""
    return "&".join(f"{key}={_encoded(str(value))}" for key, value in _pairs(item) if value)


@lru_cache(maxsize=10_000)  # much of it is the same for all pages
def _encoded(value: str) -> str:
    return quote(" ".join(value.split()), safe="")


def _pairs(item: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    matrix, genre, title, container = _MATRICES.get(item["type"], ("dc", "", "title", "source"))
    yield "ctx_ver", "Z39.88-2004"
    yield "rft_val_fmt", f"info:ofi/fmt:kev:mtx:{matrix}"
    yield "rft.genre", genre
    yield f"rft.{title}", item.get("title")
    yield f"rft.{container}", item.get("container-title") if container else None
    yield from ((f"rft.{key}", item.get(field)) for field, key in _TEXTS.items())
    yield "rft.inst" if matrix == "dissertation" else "rft.pub", item.get("publisher")
    yield "rft.date", _date(item.get("issued", {}))
    yield from map(_name, item.get("author", ()))
    if doi := item.get("DOI"):
        yield "rft_id", f"info:doi/{doi}"
    if matrix == "dc":
        yield "rft.type", _ZOTERO.get(item["type"], "document")
        yield "rft.identifier", item.get("URL")
        yield "rft.language", item.get("language")
    else:
        yield "rft_id", item.get("URL")


def _name(name: Mapping[str, str]) -> tuple[str, str]:
    if "literal" in name:
        return "rft.aucorp", name["literal"]
    if "given" not in name:
        return "rft.aulast", name["family"]
    return "rft.au", f"{name['family']}, {name['given']}"


def _date(issued: Mapping[str, Any]) -> str:
    if parts := issued.get("date-parts"):
        return "/".join(
            "-".join(f"{part:02}" if at else f"{part:04}" for at, part in enumerate(end)) for end in parts
        )
    return str(issued.get("literal", ""))
