"""The network's page: programs, institutions and partners that claims are about together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from dossier.draw.network import Line, Node, draw_network
from dossier.leaves.address import SitePage
from dossier.leaves.numbers import counted
from dossier.model.claim import Claim
from dossier.model.entity import Entity
from dossier.model.ids import EntityId
from dossier.model.kinds import Cooperation, EntityKind, RecordKind
from dossier.model.output import OutputFile
from dossier.render import wording
from dossier.render.catalog import Catalog
from dossier.render.cooperation import WORST_FIRST, by_state, worst
from dossier.render.ties import COLUMNS, Tie, column_of, strongest, ties
from dossier.render.view import View
from dossier.render.writing import Front, write_page


def pages(catalog: Catalog) -> Iterator[OutputFile]:
    """The one page."""
    front = Front(
        "Network", "index", "Which programs, institutions and partners are named together.", searchable=False
    )
    view = View(catalog, SitePage.NETWORK)
    found = ties(catalog.dossier.corpus.entities, catalog.dossier.links)
    kept = strongest(found)
    yield write_page(
        view,
        front,
        "network.md",
        ties=kept,
        all=len(found),
        troubled=list(_troubled(catalog)),
        by_state=by_state,
        picture=_picture(view, kept) if kept else "",
    )


def _picture(view: View, kept: Sequence[Tie]) -> Markup:
    tied: dict[EntityId, list[tuple[EntityId, int]]] = {}
    for tie in kept:
        for one, other in (tie.ends, tie.ends[::-1]):
            tied.setdefault(one, []).append((other, tie.claims))
    nodes = [_node(view, key, others) for key, others in tied.items()]
    lines = [
        Line(tie.ends, tie.claims, worst(by_state(view.catalog.claims(tie.shared))) or "") for tie in kept
    ]
    kinds = ("institution, program or partner", "institutions, programs and partners")
    name = f"{counted(len(nodes), *kinds)}, with {counted(len(lines), 'tie')} between them"
    return draw_network(name, [wording.KINDS[kind] for kind in COLUMNS], nodes, lines)


def _node(view: View, key: EntityId, others: Iterable[tuple[EntityId, int]]) -> Node:
    """An entity of the network; its words say what it is tied to and, of a partner, how cooperation stands."""
    entity = view.entity(key)
    is_partner = EntityKind.PARTNER in entity.kinds
    states = by_state(view.catalog.concerning(key)) if is_partner else {}
    tied = ", ".join(f"{view.entity(other).name} {claims}" for other, claims in others)
    told = "".join(
        f"; {wording.COOPERATION[state]} in {len(states[state])}" for state in WORST_FIRST if state in states
    )
    return Node(
        key,
        view.url(RecordKind.ENTITY, key),
        entity.name,
        f"{entity.name}, together with {tied}{told}",
        COLUMNS.index(column_of(entity) or entity.kind),
        worst(states) or "",
    )


def _troubled(catalog: Catalog) -> Iterator[tuple[Entity, dict[Cooperation, tuple[Claim, ...]]]]:
    """The partners of whom a claim tells absent, strained or suspended cooperation."""
    for entity in catalog.by_kind[EntityKind.PARTNER]:
        states = by_state(catalog.concerning(entity.id))
        if worst(states):
            yield entity, states
