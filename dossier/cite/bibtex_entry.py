"""A page of the site as an entry of BibTeX (biblatex's `@online`); works have the entries that their authors typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

_ESCAPED = {ord(sign): f"\\{sign}" for sign in "&%$#_{}"} | {
    ord("\\"): "\\textbackslash{}",
    ord("~"): "\\textasciitilde{}",
    ord("^"): "\\textasciicircum{}",
}


def to_entry(item: Mapping[str, Any]) -> str:
    """The entry of a CSL-JSON item of a page; `organization` is the site."""
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(item))
    return f"@online{{{item['id']},\n{lines}}}\n"


def _fields(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if authors := item.get("author"):
        yield "author", " and ".join(map(_name, authors))
    yield "title", f"{{{_text(item['title'])}}}"
    for field, name in (("container-title", "organization"), ("publisher", "publisher")):
        if field in item:
            yield name, f"{{{_text(item[field])}}}"
    for date in item.get("issued", {}).get("date-parts", ()):
        yield "date", "-".join(f"{part:02}" if at else f"{part:04}" for at, part in enumerate(date))
    if "URL" in item:
        yield "url", item["URL"]


def _name(name: Mapping[str, str]) -> str:
    if "literal" in name:
        return f"{{{_text(name['literal'])}}}"
    return f"{_text(name['family'])}, {_text(name['given'])}"


def _text(plain: str) -> str:
    return " ".join(plain.translate(_ESCAPED).split())
