"""Pages of the site as a bibliography prints them: pandoc prints one of each shape, titles and addresses are filled in.

A site has many pages that differ in title and address alone; a title with quotation marks, which change inside others,
has a shape of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from dossier.cite.site_pages import CitedPage, page_item
from dossier.cite.stand_ins import PAGE_ADDRESS, PAGE_TITLE, cover, uncover_quotes
from dossier.leaves import markup
from dossier.model.configuration import Configuration

_QUOTED = re.compile(r"[\"“”‘]|’(?!\w)|(?<!\w)’")
_END = re.compile(r"[.?!…]$")


@dataclass(frozen=True, slots=True)
class PageEntries:
    """The printed shapes by their names."""

    configuration: Configuration
    shapes: Mapping[str, str]

    def entry(self, page: CitedPage) -> str:
        """A page's entry as safe inline HTML; its title alone where the style prints nothing of pages."""
        shape = shape_of(page)
        printed = self.shapes.get(_name(shape), PAGE_TITLE)
        url = self.configuration.site.url
        filled = printed.replace(PAGE_TITLE, markup.text(_END.sub("", page.title)))
        return filled.replace(PAGE_ADDRESS, markup.text(f"{url}{page.address}"))


def shape_of(page: CitedPage) -> CitedPage:
    """The page with stand-ins for what makes no difference to how it is printed."""
    end = _END.search(page.title)
    title = page.title if _QUOTED.search(page.title) else PAGE_TITLE + (end[0] if end else "")
    return replace(page, key="", title=title, address=PAGE_ADDRESS)


def shapes_of(pages: Iterable[CitedPage], configuration: Configuration) -> dict[str, dict[str, Any]]:
    """The shapes of pages as pandoc shall print them, by their names."""
    shapes = {_name(shape): shape for shape in map(shape_of, pages)}
    return {name: _printable(name, shapes[name], configuration) for name in sorted(shapes)}


def _name(shape: CitedPage) -> str:
    return f"page {shape.day} {shape.title}"


def _printable(name: str, shape: CitedPage, configuration: Configuration) -> dict[str, Any]:
    item = page_item(shape, configuration)
    item |= {
        field: uncover_quotes(cover(str(item[field])))
        for field in ("title", "container-title")
        if field in item
    }
    if "publisher" in item:
        item["publisher"] = cover(str(item["publisher"]))
    if "URL" in item:
        item["URL"] = PAGE_ADDRESS
    authors = [{part: cover(text) for part, text in author.items()} for author in item.get("author", [])]  # type: ignore[attr-defined]
    return item | {"id": name} | ({"author": authors} if authors else {})
