"""One CSL-JSON item as RIS, the tagged lines that reference managers read. What RIS cannot say is left out.

The tags are those of the format's specification as Zotero, EndNote and Mendeley read them. How bodies are written is
EndNote's rule; Zotero splits one that has a comma (decision 53).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

_TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "chapter": "CHAP",
    "dataset": "DATA",
    "legal_case": "CASE",
    "legislation": "STAT",
    "map": "MAP",
    "motion_picture": "MPCT",
    "paper-conference": "CPAPER",
    "patent": "PAT",
    "post": "ELEC",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "thesis": "THES",
    "webpage": "ELEC",
}
_TEXTS = (
    ("TI", "title"),
    ("T2", "container-title"),
    ("T3", "collection-title"),
    ("VL", "volume"),
    ("IS", "issue"),
    ("M1", "number"),
    ("ET", "edition"),
    ("PB", "publisher"),
    ("CY", "publisher-place"),
    ("SN", "ISBN"),
    ("SN", "ISSN"),
    ("DO", "DOI"),
    ("UR", "URL"),
    ("LA", "language"),
    ("N1", "note"),
)


def to_ris(item: Mapping[str, Any]) -> str:
    """The record, a tag a line, as far as its `ER`."""
    return "".join(f"{tag}  - {' '.join(str(value).split())}\n" for tag, value in _lines(item)) + "ER  - \n"


def _lines(item: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    yield "TY", _TYPES.get(item["type"], "GEN")
    yield "ID", item["id"]
    for tag, role in (("AU", "author"), ("A2", "editor"), ("A4", "translator")):
        yield from ((tag, _name(name)) for name in item.get(role, ()))
    yield from ((tag, item[field]) for tag, field in _TEXTS if field in item)
    if (begin := next(iter(item.get("issued", {}).get("date-parts", ())), None)) is not None:
        yield "PY", f"{begin[0]:04}"
        yield (
            "DA",
            "/".join([f"{begin[0]:04}", *(f"{part:02}" for part in begin[1:])]) + "/" * (3 - len(begin)),
        )
    elif "issued" in item:
        yield "DA", item["issued"].get("literal", "")
    if pages := item.get("page", "").replace("–", "-"):
        first, _, last = pages.partition("-")
        yield from ((tag, page) for tag, page in (("SP", first), ("EP", last)) if page)


def _name(name: Mapping[str, str]) -> str:
    """A person as `Family, Given`; a body with a comma behind it, or with the first of its own written twice."""
    if "literal" in name:
        body = str(name["literal"])
        return body.replace(",", ",,", 1) if "," in body else f"{body},"
    return ", ".join(part for part in (name.get("family"), name.get("given")) if part)
