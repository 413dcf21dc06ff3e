"""The network's page: entities of some kinds that claims name together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from dossier.draw.network import draw_network
from dossier.draw.nodes import NetworkTie, Node
from dossier.leaves.address import SitePage
from dossier.leaves.numbers import counted
from dossier.leaves.phrases import headed, listed
from dossier.model.entity import Entity
from dossier.model.ids import EntityId
from dossier.model.kinds import RecordKind
from dossier.model.output import OutputFile
from dossier.model.vocabulary import Kind
from dossier.render.catalog import Catalog
from dossier.render.states import Told, by_state, has_state, unusual, worst_sign
from dossier.render.ties import Tie, column_of, strongest, tied_kinds, ties
from dossier.render.view import View
from dossier.render.writing import Front, write_page

_SHOWN_CLAIMS = 12
"""How many claims a row of the table names; the pages of both ends have all."""


def pages(catalog: Catalog) -> Iterator[OutputFile]:
    """The one page."""
    vocabulary = catalog.dossier.corpus.vocabulary
    shown = tied_kinds(catalog)
    names = listed([kind.names for kind in shown])
    front = Front("Network", "index", f"Which {names} are named together.")
    view = View(catalog, SitePage.NETWORK)
    found = ties(catalog.dossier.corpus, catalog.dossier.links)
    kept = strongest(found)
    yield write_page(
        view,
        front,
        "network.md",
        names=names,
        main=listed([kind.names for kind in catalog.in_use(vocabulary.main)]),
        qualifier=vocabulary.qualifier,
        framed=listed(
            [kind.names for kind in shown if vocabulary.qualifier and kind in vocabulary.qualifier.of]
        ),
        ties=kept,
        most=_SHOWN_CLAIMS,
        all=len(found),
        told=_told(catalog),
        by_state=by_state,
        picture=_picture(view, names, kept) if kept else "",
    )


def _picture(view: View, names: str, kept: Sequence[Tie]) -> Markup:
    tied: dict[EntityId, list[tuple[EntityId, int]]] = {}
    for tie in kept:
        for one, other in (tie.ends, tie.ends[::-1]):
            tied.setdefault(one, []).append((other, tie.claims))
    columns = tied_kinds(view.catalog)
    nodes = [_node(view, key, others, columns) for key, others in tied.items()]
    qualifier = view.dossier.corpus.vocabulary.qualifier
    lines = [
        NetworkTie(tie.ends, tie.claims, worst_sign(qualifier, view.catalog.claims(tie.shared)))
        for tie in kept
    ]
    name = f"{counted(len(nodes), names, names)}, with {counted(len(lines), 'tie')} between them"
    return view.drawn("network", draw_network, name, [headed(kind.names) for kind in columns], nodes, lines)


def _node(view: View, key: EntityId, others: Iterable[tuple[EntityId, int]], columns: Sequence[Kind]) -> Node:
    """An entity of the network; its words say what it is tied to, and the states out of the usual it is in."""
    entity, vocabulary = view.entity(key), view.dossier.corpus.vocabulary
    qualifier = vocabulary.qualifier
    claims = view.catalog.concerning(key) if has_state(entity, qualifier) else ()
    tied = ", ".join(f"{view.entity(other).name} {shared}" for other, shared in others)
    told = "".join(f"; {state.name} in {len(found)}" for state, found in unusual(qualifier, claims).items())
    return Node(
        key,
        view.url(RecordKind.ENTITY, key),
        entity.name,
        f"{entity.name}, together with {tied}{told}",
        columns.index(column_of(entity, vocabulary) or entity.kind),
        worst_sign(qualifier, claims),
    )


def _told(catalog: Catalog) -> list[tuple[Entity, Told]]:
    """The entities of whose state claims tell something out of the usual, with these claims."""
    qualifier = catalog.dossier.corpus.vocabulary.qualifier
    members = dict.fromkeys(
        entity for kind in (qualifier.of if qualifier else ()) for entity in catalog.by_kind[kind]
    )
    found = [(entity, unusual(qualifier, catalog.concerning(entity.id))) for entity in members]
    return [(entity, told) for entity, told in found if told]
