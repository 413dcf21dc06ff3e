"""The index of each kind of entity: cards for the main kinds, lines for all else.

Pages of entities are left to `entity_pages`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.leaves.phrases import headed
from dossier.model.entity import Entity
from dossier.model.kinds import RecordKind
from dossier.model.output import OutputFile
from dossier.model.vocabulary import Kind, QualifierState
from dossier.render.catalog import Catalog
from dossier.render.further_pages import further_pages
from dossier.render.paging import EntryKind, PageList, paged
from dossier.render.states import by_state, has_state
from dossier.render.view import View
from dossier.render.writing import Front, write_page


@dataclass(frozen=True, slots=True)
class Card:
    """An entity at a glance, with the states that claims tell of."""

    entity: Entity
    summary: str
    claims: int
    sources: int
    states: tuple[QualifierState, ...]


Group = tuple[str, str, tuple[Card, ...]]


def pages(catalog: Catalog) -> Iterator[OutputFile]:
    """One index a kind."""
    vocabulary = catalog.dossier.corpus.vocabulary
    for kind in vocabulary.kinds:
        view = View(catalog, kind.address)
        front = Front(headed(kind.names), "index", kind.about)
        entry, template = (
            (EntryKind.CARD, "entities-cards.md")
            if kind in vocabulary.main
            else (EntryKind.LINE, "entities-list.md")
        )
        groups = [
            PageList(anchor, words, entry, found) for words, anchor, found in _groups(kind, cards(view, kind))
        ]
        lists = paged(kind.address, groups, catalog.room)
        yield write_page(view, front, template, kind=kind, lists=lists.of(""))
        yield from further_pages(catalog, lists.further, front, [])


def cards(view: View, kind: Kind) -> tuple[Card, ...]:
    """The entities of a kind at a glance, by name."""
    return tuple(_card(view, entity) for entity in view.catalog.by_kind[kind])


def _card(view: View, entity: Entity) -> Card:
    claims = view.catalog.concerning(entity.id)
    summary = view.plain(RecordKind.ENTITY, entity.id, "description")
    qualifier = view.dossier.corpus.vocabulary.qualifier
    states = tuple(by_state(qualifier, claims)) if has_state(entity, qualifier) else ()
    return Card(entity, summary, len(claims), len(view.catalog.sources_of(claims)), states)


def _groups(kind: Kind, found: tuple[Card, ...]) -> Iterator[Group]:
    """Heading, anchor and members: by type where a kind has types, else by whether sources can be compared."""
    if kind.types:
        for type_ in kind.types:
            yield headed(type_.names), type_.id, tuple(card for card in found if card.entity.type == type_)
        yield "Others", "others", tuple(card for card in found if card.entity.type not in kind.types)
    else:
        several = tuple(card for card in found if card.sources > 1)
        yield "In several sources", "several", several
        yield "In one source", "one", tuple(card for card in found if card not in several)
