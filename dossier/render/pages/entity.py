"""Pages of entities of every kind, and the index of each kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.leaves import address
from dossier.leaves.cooperation import by_state
from dossier.model.analysis import Answered
from dossier.model.claim import Claim
from dossier.model.dossier import OutputFile
from dossier.model.entity import Entity
from dossier.model.ids import ClaimId, EntityId, WorkKey
from dossier.model.kinds import Cooperation, EntityKind, Relation
from dossier.model.question import Question
from dossier.render import wording
from dossier.render.catalog import Catalog
from dossier.render.view import View
from dossier.render.writing import Front, write_page

_CARDS = {EntityKind.PROGRAM, EntityKind.PARTNER}


@dataclass(frozen=True, slots=True)
class Card:
    """An entity at a glance."""

    entity: Entity
    summary: str
    claims: int
    sources: int
    cooperation: tuple[Cooperation, ...]


@dataclass(frozen=True, slots=True)
class RelationLine:
    """The other end of a relation, and the claims that bear it."""

    other: EntityId
    claims: tuple[ClaimId, ...]


def pages(catalog: Catalog) -> Iterator[OutputFile]:
    """An index for each kind, and one page an entity."""
    for kind in EntityKind:
        yield _index(catalog, kind)
    for entity in catalog.dossier.corpus.entities.values():
        yield _page(catalog, entity)


def cards(view: View, kind: EntityKind) -> tuple[Card, ...]:
    """The entities of a kind at a glance, by name."""
    return tuple(card(view, entity) for entity in view.catalog.by_kind[kind])


def card(view: View, entity: Entity) -> Card:
    """One entity at a glance."""
    claims = all_claims(view.catalog, entity.id)
    summary = view.plain("entity", entity.id, "description")
    states = by_state(claims)
    return Card(entity, summary, len(claims), len(view.catalog.sources_of(claims)), tuple(states))


def all_claims(catalog: Catalog, entity: EntityId) -> tuple[Claim, ...]:
    """The claims about an entity, and those that report its words."""
    about = catalog.about(entity)
    known = {claim.id for claim in about}
    return (*about, *(claim for claim in catalog.spoken(entity) if claim.id not in known))


def _index(catalog: Catalog, kind: EntityKind) -> OutputFile:
    view = View(catalog, f"{kind.folder}/")
    front = Front(wording.KINDS[kind], "index", wording.KIND_ABOUT[kind], searchable=False)
    template = "entities-cards.md" if kind in _CARDS else "entities-list.md"
    return write_page(view, front, template, kind=kind, cards=cards(view, kind))


def _page(catalog: Catalog, entity: Entity) -> OutputFile:
    view = View(catalog, address.page_of(entity.kind.value, entity.id))
    about, spoken = catalog.about(entity.id), catalog.spoken(entity.id)
    claims = all_claims(catalog, entity.id)
    front = Front(
        entity.name,
        "entity",
        view.plain("entity", entity.id, "description") or wording.KIND[entity.kind],
        outline=True,
        listed=entity.kind is not EntityKind.PERSON,
        record=f"sources/index/{entity.kind.folder}.yml",
    )
    states = by_state(about) if {EntityKind.PARTNER, EntityKind.PROGRAM} & set(entity.kinds) else {}
    troubled = {
        claim.id for state, told in states.items() if state is not Cooperation.PRESENT for claim in told
    }
    return write_page(
        view,
        front,
        "entity.md",
        entity=entity,
        about=tuple(claim for claim in about if claim.id not in troubled),
        spoken=spoken,
        claims=claims,
        dated=catalog.dated(claims),
        cooperation=states,
        relations=list(_relations(catalog, entity)),
        related=list(_related(catalog, entity)),
        questions=list(_questions(catalog, entity)),
        works=_works(claims),
        mentions=view.cited_on("entity", entity.id),
    )


def _relations(catalog: Catalog, entity: Entity) -> Iterator[tuple[str, list[RelationLine]]]:
    """The relations of an entity in words, its own first, then those that others have to it."""
    found: dict[str, list[RelationLine]] = {}
    for relation, borne in entity.relations:
        line = RelationLine(EntityId(borne.id), borne.claims)
        found.setdefault(wording.RELATION[relation], []).append(line)
    for name, other, claims in catalog.dossier.links.incoming.get(entity.id, ()):
        found.setdefault(wording.RELATION_FROM[Relation(name)], []).append(RelationLine(other, claims))
    yield from found.items()


def _related(catalog: Catalog, entity: Entity) -> Iterator[tuple[EntityKind, list[tuple[Entity, int]]]]:
    """The entities that share claims with this one: programs and partners first, most shared first."""
    entities = catalog.dossier.corpus.entities
    shared = [
        (entities[other], len(claims)) for other, claims in catalog.dossier.links.related.get(entity.id, ())
    ]
    for kind in EntityKind:
        members = [(other, count) for other, count in shared if other.kind is kind]
        if members:
            yield kind, members


def _questions(catalog: Catalog, entity: Entity) -> Iterator[tuple[Question, Answered]]:
    for question in catalog.dossier.links.touching.get(entity.id, ()):
        answered = catalog.dossier.analysis.questions.get(question)
        if answered and answered.positions:
            yield catalog.dossier.corpus.questions[question], answered


def _works(claims: tuple[Claim, ...]) -> dict[WorkKey, tuple[Claim, ...]]:
    works: dict[WorkKey, list[Claim]] = {}
    for claim in claims:
        for via in claim.via:
            works.setdefault(via.work, []).append(claim)
    return {work: tuple(found) for work, found in sorted(works.items())}
