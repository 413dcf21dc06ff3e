"""The index of each kind of entity: cards for programs and partners, lines for all else.

Pages of entities are left to `entity_pages`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.leaves.address import index_of
from dossier.model.entity import Entity
from dossier.model.kinds import MAIN_KINDS, Cooperation, EntityKind, RecordKind
from dossier.model.output import OutputFile
from dossier.render import wording
from dossier.render.catalog import Catalog
from dossier.render.cooperation import by_state
from dossier.render.view import View
from dossier.render.writing import Front, write_page


@dataclass(frozen=True, slots=True)
class Card:
    """An entity at a glance."""

    entity: Entity
    summary: str
    claims: int
    sources: int
    cooperation: tuple[Cooperation, ...]


Group = tuple[str, str, tuple[Card, ...]]


def pages(catalog: Catalog) -> Iterator[OutputFile]:
    """One index a kind."""
    for kind in EntityKind:
        view = View(catalog, index_of(kind))
        front = Front(wording.KINDS[kind], "index", wording.KIND_ABOUT[kind], searchable=False)
        found = cards(view, kind)
        yield write_page(
            view,
            front,
            "entities-cards.md" if kind in MAIN_KINDS else "entities-list.md",
            kind=kind,
            cards=found,
            groups=[group for group in _groups(kind, found) if group[2]],
        )


def cards(view: View, kind: EntityKind) -> tuple[Card, ...]:
    """The entities of a kind at a glance, by name."""
    return tuple(_card(view, entity) for entity in view.catalog.by_kind[kind])


def _card(view: View, entity: Entity) -> Card:
    claims = view.catalog.concerning(entity.id)
    summary = view.plain(RecordKind.ENTITY, entity.id, "description")
    return Card(entity, summary, len(claims), len(view.catalog.sources_of(claims)), tuple(by_state(claims)))


def _groups(kind: EntityKind, found: tuple[Card, ...]) -> Iterator[Group]:
    """Heading, anchor and members: partners by type, all else by whether sources can be compared."""
    if kind is EntityKind.PARTNER:
        for sort, words in wording.PARTNER_TYPES.items():
            yield words, sort.value, tuple(card for card in found if card.entity.type is sort)
        yield "Others", "others", tuple(card for card in found if card.entity.type is None)
    else:
        several = tuple(card for card in found if card.sources > 1)
        yield "In several sources", "several", several
        yield "In one source", "one", tuple(card for card in found if card not in several)
