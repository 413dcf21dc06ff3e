"""The page that explains how to cite the site: formats, style, reference managers, links that others show."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.leaves.address import SitePage
from dossier.model.output import OutputFile
from dossier.render.catalog import Catalog
from dossier.render.view import View
from dossier.render.writing import Front, write_page


def pages(catalog: Catalog) -> Iterator[OutputFile]:
    """The one page."""
    front = Front(
        "Citing this site", "index", "How to cite its pages, and what reference managers read in them."
    )
    yield write_page(View(catalog, SitePage.CITING), front, "citing.md")
