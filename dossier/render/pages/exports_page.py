"""The page of exported files: what is in each, field by field. Which files there are is left to `export`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.leaves.address import SitePage
from dossier.model.exported import ExportDescription
from dossier.model.output import OutputFile
from dossier.render.catalog import Catalog
from dossier.render.view import View
from dossier.render.writing import Front, write_page

KILOBYTE = 1000


def pages(catalog: Catalog) -> Iterator[OutputFile]:
    """The one page."""
    front = Front(
        "Data",
        "index",
        "The records of this site as files for other software.",
        outline=True,
        linked=catalog.linked.on_page(catalog.linked.site()),
    )
    yield write_page(
        View(catalog, SitePage.DATA), front, "data.md", anchor=_anchor, size=_size, linked=_linked
    )


def _anchor(exported: ExportDescription) -> str:
    return re.sub(r"\W+", "--", exported.name.lower())


def _linked(exported: ExportDescription) -> bool:
    """Whether the page links a file: renderers take links to Markdown for links to pages."""
    return not exported.path.endswith(".md")


def _size(exported: ExportDescription) -> str:
    size = exported.size
    return f"{size} bytes" if size < KILOBYTE else f"{size / KILOBYTE:,.0f} kB"
