"""Pages of entities of every kind. The index of each kind is left to `kind_indexes`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from dossier.draw.moments import Moment
from dossier.draw.neighbors import Neighbor, draw_neighbors
from dossier.draw.strip import draw_strip
from dossier.leaves import address
from dossier.leaves.numbers import counted
from dossier.model.analysis import QuestionResult, TimelineEntry
from dossier.model.claim import Claim
from dossier.model.entity import Entity
from dossier.model.ids import ClaimId, EntityId, SourceKey, WorkKey
from dossier.model.kinds import Cooperation, EntityKind, RecordKind, Relation
from dossier.model.output import OutputFile
from dossier.model.question import Question
from dossier.render import wording
from dossier.render.catalog import Catalog
from dossier.render.cooperation import by_state, worst
from dossier.render.pages.timeline_page import moment
from dossier.render.ties import column_of
from dossier.render.view import View
from dossier.render.writing import Front, write_page

_NEIGHBORS = 12


@dataclass(frozen=True, slots=True)
class RelationLine:
    """The other end of a relation, and the claims that support it."""

    other: EntityId
    claims: tuple[ClaimId, ...]


def pages(catalog: Catalog) -> Iterator[OutputFile]:
    """One page an entity."""
    for entity in catalog.dossier.corpus.entities.values():
        yield _page(catalog, entity)


def _counted(catalog: Catalog, claims: tuple[Claim, ...]) -> str:
    if not claims:
        return "No claim is about it yet."
    sources = counted(len(catalog.sources_of(claims)), "source")
    return f"{counted(len(claims), 'claim')} from {sources}, each with its quotation."


def _page(catalog: Catalog, entity: Entity) -> OutputFile:
    view = View(catalog, address.page_of(entity.kind, entity.id))
    about, spoken = catalog.about(entity.id), catalog.spoken(entity.id)
    claims = catalog.concerning(entity.id)
    front = Front(
        entity.name,
        "entity",
        view.plain(RecordKind.ENTITY, entity.id, "description") or _counted(catalog, claims),
        outline=True,
        listed=entity.kind is not EntityKind.PERSON,
        record=f"sources/index/{entity.kind.folder}.yml",
    )
    states = by_state(about) if entity.main_kind else {}
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
        strip=_strip(view, _moments(view, claims, catalog.drawable)) if entity.main_kind else "",
        beyond=_moments(view, claims, catalog.undrawable),
        cooperation=states,
        relations=list(_relations(catalog, entity)),
        related=list(_related(catalog, entity)),
        neighbors=_neighbors(view, entity) if entity.main_kind else "",
        questions=list(_questions(catalog, entity)),
        works=_works(catalog, claims),
        mentions=view.cited_on(RecordKind.ENTITY, entity.id),
    )


def _moments(view: View, claims: tuple[Claim, ...], entries: tuple[TimelineEntry, ...]) -> list[Moment]:
    """The entries that have some of the claims, with those alone."""
    own = {claim.id for claim in claims}
    return [
        moment(view, replace(entry, claims=kept))
        for entry in entries
        if (kept := tuple(claim for claim in entry.claims if claim in own))
    ]


def _strip(view: View, moments: list[Moment]) -> Markup:
    """The moments on the years of the whole timeline."""
    span = view.catalog.span
    if not moments or span is None:
        return Markup("")
    name = f"{counted(len(moments), 'dated moment')} between {span[0]} and {span[1]}"
    return draw_strip(name, moments, span)


def _neighbors(view: View, entity: Entity) -> Markup:
    """The programs, partners and institutions with most claims in common."""
    related = [
        (view.entity(other), claims) for other, claims in view.dossier.links.related.get(entity.id, ())
    ]
    ranked = sorted(
        ((other, column, claims) for other, claims in related if (column := column_of(other))),
        key=lambda tied: (-len(tied[2]), tied[0].name.casefold(), tied[0].id),
    )
    neighbors = [
        Neighbor(
            view.url(RecordKind.ENTITY, other.id),
            other.name,
            f"{other.name}: {counted(len(claims), 'claim')} in common",
            len(claims),
            column,
            worst(by_state(view.catalog.claims(claims))) or "",
        )
        for other, column, claims in ranked[:_NEIGHBORS]
    ]
    name = f"What is named together with {entity.name}: the {len(neighbors)} with most claims in common"
    return draw_neighbors(name, entity.name, neighbors) if neighbors else Markup("")


def _relations(catalog: Catalog, entity: Entity) -> Iterator[tuple[str, list[RelationLine]]]:
    """The relations of an entity in words, its own first, then those that others have to it."""
    found: dict[str, list[RelationLine]] = {}
    for relation, supported in entity.relations:
        line = RelationLine(EntityId(supported.id), supported.claims)
        found.setdefault(wording.RELATION[relation], []).append(line)
    for name, other, claims in catalog.dossier.links.incoming.get(entity.id, ()):
        words = wording.relation_from(Relation(name), catalog.dossier.corpus.entities[other].kind)
        found.setdefault(words, []).append(RelationLine(other, claims))
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


def _questions(catalog: Catalog, entity: Entity) -> Iterator[tuple[Question, QuestionResult]]:
    """The questions that its claims answer; first those that are about it."""
    asked = [
        catalog.dossier.corpus.questions[key] for key in catalog.dossier.links.touching.get(entity.id, ())
    ]
    for question in sorted(asked, key=lambda question: entity.id not in question.about):
        answered = catalog.dossier.analysis.questions.get(question.id)
        if answered and answered.positions:
            yield question, answered


def _works(catalog: Catalog, claims: tuple[Claim, ...]) -> dict[WorkKey, dict[SourceKey, list[Claim]]]:
    """The works that sources cite for the claims, each with its claims by source."""
    works: dict[WorkKey, dict[SourceKey, list[Claim]]] = {}
    for claim in sorted(claims, key=lambda claim: catalog.place(claim.id)):
        for work in dict.fromkeys(via.work for via in claim.via):
            works.setdefault(work, {}).setdefault(claim.source, []).append(claim)
    return dict(sorted(works.items()))
