"""The page of figures: what the texts count, by unit."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model.dossier import OutputFile
from dossier.render.catalog import Catalog
from dossier.render.view import View
from dossier.render.writing import Front, write_page


def pages(catalog: Catalog) -> Iterator[OutputFile]:
    """The one page."""
    front = Front(
        "Figures", "index", "The numbers in the texts, and what each counts.", outline=True, searchable=False
    )
    groups = catalog.dossier.analysis.figures
    total = sum(len(group.claims) for group in groups)
    yield write_page(View(catalog, "figures/"), front, "figures.md", groups=groups, total=total)
