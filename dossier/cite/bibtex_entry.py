"""A page of the site as an entry of BibTeX (biblatex's `@online`); works have the entries that their authors typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dossier.leaves.bibtex_text import address, entry, names, text


def to_entry(item: Mapping[str, Any]) -> str:
    """The entry of a CSL-JSON item of a page; `organization` is the site."""
    return entry("online", item["id"], dict(_fields(item)))


def _fields(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if authors := item.get("author"):
        people = ((name.get("literal") or name["family"], "", name.get("given", "")) for name in authors)
        yield "author", names(people)
    yield "title", f"{{{text(item['title'])}}}"
    for field, name in (("container-title", "organization"), ("publisher", "publisher")):
        if field in item:
            yield name, f"{{{text(item[field])}}}"
    for date in item.get("issued", {}).get("date-parts", ()):
        yield "date", "-".join(f"{part:02}" if at else f"{part:04}" for at, part in enumerate(date))
    if "URL" in item:
        yield "url", address(item["URL"])
