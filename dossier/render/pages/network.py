"""The network's page: programs, institutions and partners that claims are about together."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.leaves.cooperation import by_state, trouble
from dossier.leaves.ties import strongest, ties
from dossier.model.claim import Claim
from dossier.model.entity import Entity
from dossier.model.kinds import Cooperation, EntityKind
from dossier.model.output import OutputFile
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
        View(catalog, "network/"),
        front,
        "network.md",
        ties=strongest(found),
        all=len(found),
        troubled=list(_troubled(catalog)),
        by_state=by_state,
    )


def _troubled(catalog: Catalog) -> Iterator[tuple[Entity, dict[Cooperation, tuple[Claim, ...]]]]:
    """The partners of whom a claim tells absent, strained or suspended cooperation."""
    for entity in catalog.by_kind[EntityKind.PARTNER]:
        states = by_state(catalog.concerning(entity.id))
        if trouble(states):
            yield entity, states
