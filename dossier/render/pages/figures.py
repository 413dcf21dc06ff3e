"""The page of figures: what the texts count, by unit."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model.output import OutputFile
from dossier.render.catalog import Catalog
from dossier.render.view import View
from dossier.render.writing import Front, write_page


def pages(catalog: Catalog) -> Iterator[OutputFile]:
    """The one page: units that count several times, then all that count once."""
    front = Front(
        "Figures", "index", "The numbers in the texts, and what each counts.", outline=True, searchable=False
    )
    groups = catalog.dossier.analysis.figures
    yield write_page(
        View(catalog, "figures/"),
        front,
        "figures.md",
        groups=[group for group in groups if len(group.claims) > 1],
        once=[claim for group in groups if len(group.claims) == 1 for claim in group.claims],
        total=sum(len(group.claims) for group in groups),
    )
