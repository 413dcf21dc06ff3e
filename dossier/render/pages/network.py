"""The network's page: programs, institutions and partners that claims are about together."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.leaves.ties import strongest, ties
from dossier.model.dossier import OutputFile
from dossier.render.catalog import Catalog
from dossier.render.view import View
from dossier.render.writing import Front, write_page


def pages(catalog: Catalog) -> Iterator[OutputFile]:
    """The one page."""
    front = Front(
        "Network", "index", "Which programs, institutions and partners are named together.", searchable=False
    )
    found = ties(catalog.dossier.corpus.entities, catalog.dossier.links)
    yield write_page(
        View(catalog, "network/"), front, "network.md", ties=strongest(found), all=len(found), shared=shared
    )


def shared(view: View, one: str, other: str) -> tuple[str, ...]:
    """The claims that are about both of two entities, source by source in reading order."""
    return tuple(claim.id for claim in view.catalog.about(view.entity(one).id) if other in claim.about)
