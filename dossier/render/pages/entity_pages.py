"""Pages of entities of every kind. The index of each kind is left to `kind_indexes`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from dossier.draw.neighbors import Neighbor, draw_neighbors
from dossier.draw.strip import draw_strip
from dossier.draw.time_axis import fits, years_of
from dossier.leaves.numbers import counted
from dossier.leaves.phrases import headed, listed
from dossier.model.analysis import QuestionResult, TimelineEntry
from dossier.model.claim import Claim
from dossier.model.day import years_label
from dossier.model.entity import Entity
from dossier.model.ids import ClaimId, EntityId, SourceKey, WorkKey
from dossier.model.kinds import Lane, RecordKind
from dossier.model.output import MadeFile, OutputFile
from dossier.model.question import Question
from dossier.model.vocabulary import Kind, Qualifier, Trait
from dossier.render import wording
from dossier.render.catalog import Catalog
from dossier.render.citing import cite_page
from dossier.render.further_pages import further_pages
from dossier.render.pages.timeline_page import moment
from dossier.render.paging import EntryKind, PageList, paged
from dossier.render.states import Told, by_state, has_state, worst_sign
from dossier.render.ties import column_of, tied_kinds
from dossier.render.view import View
from dossier.render.writing import Front, write_page

_NEIGHBORS = 12
_MARKS = 200
"""How many moments stay apart in the strip of an entity."""


@dataclass(frozen=True, slots=True)
class RelationLine:
    """The other end of a relation, and the claims that support it."""

    other: EntityId
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """Another entity, how many claims concern both, and by what these are chosen (`address.explored`)."""

    other: Entity
    claims: int
    chosen: dict[str, str]


def pages(catalog: Catalog) -> Iterator[MadeFile]:
    """One page an entity."""
    for kind, members in catalog.by_kind.items():
        own = [entity for entity in members if entity.kind == kind]
        for before, entity, after in zip((None, *own), own, (*own[1:], None), strict=False):
            if catalog.wants(entity.address):
                beside = (before.id if before else None, after.id if after else None)
                yield from catalog.pages(_pages, entity.id, beside)


def _counted(catalog: Catalog, claims: tuple[Claim, ...]) -> str:
    if not claims:
        return "No claim is about it yet."
    sources = counted(len(catalog.sources_of(claims)), "source")
    return f"{counted(len(claims), 'claim')} from {sources}, each with its quotation."


def _pages(
    catalog: Catalog, about: EntityId, beside: tuple[EntityId | None, EntityId | None]
) -> Iterator[OutputFile]:
    """The page of an entity, and what its lists go on on; `beside` are those before and after it in its kind."""
    entity = catalog.dossier.corpus.entities[about]
    view = View(catalog, entity.address)
    claims = catalog.concerning(entity.id)
    front = Front(
        entity.name,
        "entity",
        view.plain(RecordKind.ENTITY, entity.id, "description") or _counted(catalog, claims),
        outline=True,
        listed=Trait.UNLISTED not in entity.traits,
        record=entity.kind.file,
        cite=cite_page(view, RecordKind.ENTITY, entity.id),
        linked=catalog.linked.on_page(catalog.linked.entity(entity)),
    )
    told = _told(catalog, entity, catalog.about(entity.id))
    lists = paged(entity.address, list(_lists(view, entity, told)), catalog.room)
    moments = _moments(catalog, claims)
    drawable = [entry for entry in moments if fits(entry.date)]
    yield write_page(
        view,
        front,
        "entity.md",
        entity=entity,
        claims=claims,
        lists=lists,
        strip=_strip(view, drawable) if entity.main_kind and len(drawable) <= _MARKS else "",
        beyond=[moment(view, entry) for entry in moments if not fits(entry.date)],
        told=told,
        concerning=_told(catalog, entity, claims),
        apart=[section for qualifier in told for section in lists.of(f"{qualifier.id}--")],
        tied=listed([kind.names for kind in tied_kinds(catalog)]),
        qualifier=catalog.dossier.corpus.vocabulary.qualifier,
        neighbors=_neighbors(view, entity) if entity.main_kind else "",
        beside=beside,
    )
    trail = [(headed(entity.kind.names), entity.kind.address)]
    yield from further_pages(catalog, lists.further, front, trail)


def _lists(view: View, entity: Entity, told: Mapping[Qualifier, Told]) -> Iterator[PageList]:
    """The lists of an entity's page, in its order."""
    catalog = view.catalog
    about = catalog.about(entity.id)
    claims = catalog.concerning(entity.id)
    for number, (words, lines) in enumerate(_relations(catalog, entity), 1):
        yield PageList(f"relation--{number}", words, EntryKind.RELATION, tuple(lines))
    apart: set[ClaimId] = set()
    for qualifier, states in told.items():
        for state, found in states.items():
            if state != qualifier.usual:
                apart |= {claim.id for claim in found}
                yield PageList(
                    f"{qualifier.id}--{state.id}", headed(state.name), EntryKind.CLAIM, tuple(found)
                )
    yield PageList("dated", "In order of time", EntryKind.DATED, catalog.dated(claims))
    for topic, members in catalog.grouped(claim for claim in about if claim.id not in apart):
        words = view.name(RecordKind.TOPIC, topic) if topic else "Other"
        yield PageList(f"topic--{topic or 'other'}", words, EntryKind.CLAIM, members)
    yield PageList("spoken", "As a speaker", EntryKind.CLAIM, catalog.spoken(entity.id))
    yield PageList("questions", "Questions", EntryKind.QUESTION, tuple(_questions(catalog, entity)))
    for kind, others in _related(view, entity):
        yield PageList(f"related--{kind.id}", headed(kind.names), EntryKind.RELATED, tuple(others))
    works = _works(catalog, claims)
    yield PageList("works", "Works that the sources cite here", EntryKind.WORK, tuple(works.items()))
    mentions = view.cited_on(RecordKind.ENTITY, entity.id)
    yield PageList("mentions", "Mentioned in", EntryKind.RECORD, mentions)


def _told(catalog: Catalog, entity: Entity, claims: tuple[Claim, ...]) -> dict[Qualifier, Told]:
    """The qualifiers that claims about an entity tell of: on the pages of main kinds, and where it is its state."""
    qualifiers = catalog.dossier.corpus.vocabulary.qualifiers
    found = {
        qualifier: by_state(qualifier, claims)
        for qualifier in qualifiers
        if entity.main_kind or has_state(entity, qualifier)
    }
    return {qualifier: states for qualifier, states in found.items() if states}


def _moments(catalog: Catalog, claims: tuple[Claim, ...]) -> list[TimelineEntry]:
    """The entries of the timeline that have some of the claims, with those alone."""
    own = {claim.id for claim in claims}
    entries = dict(placed for claim in own for placed in catalog.moments.get(claim, ()))
    return [
        replace(entry, claims=tuple(claim for claim in entry.claims if claim in own))
        for _, entry in sorted(entries.items())
    ]


def _strip(view: View, entries: list[TimelineEntry]) -> Markup:
    """The entries on their own years."""
    span = years_of(entry.date for entry in entries)
    if span is None:
        return Markup("")
    name = f"{counted(len(entries), 'dated moment')}, {years_label(*span)}"
    lanes = [
        (wording.LANE[lane], found)
        for lane in Lane
        if (found := [moment(view, entry) for entry in entries if entry.lane is lane])
    ]
    return view.drawn("strips", draw_strip, name, lanes, span)


def _neighbors(view: View, entity: Entity) -> Markup:
    """What the network shows that has most claims in common with an entity."""
    vocabulary = view.dossier.corpus.vocabulary
    related = [
        (view.entity(other), claims) for other, claims in view.dossier.links.related.get(entity.id, ())
    ]
    ranked = sorted(
        ((other, column, claims) for other, claims in related if (column := column_of(other, vocabulary))),
        key=lambda tied: (-len(tied[2]), tied[0].name.casefold(), tied[0].id),
    )
    neighbors = [
        Neighbor(
            view.url(RecordKind.ENTITY, other.id),
            other.name,
            f"{other.name}: {counted(len(claims), 'claim')} in common",
            len(claims),
            vocabulary.network.index(column),
            worst_sign(vocabulary.qualifier, view.catalog.claims(claims)),
        )
        for other, column, claims in ranked[:_NEIGHBORS]
    ]
    name = f"What is named together with {entity.name}: the {len(neighbors)} with most claims in common"
    if not neighbors:
        return Markup("")
    return view.drawn("neighbors", draw_neighbors, name, entity.name, neighbors)


def _relations(catalog: Catalog, entity: Entity) -> Iterator[tuple[str, list[RelationLine]]]:
    """The relations of an entity in words, its own first, then those that others have to it."""
    found: dict[str, list[RelationLine]] = {}
    for relation, supported in entity.relations:
        line = RelationLine(EntityId(supported.id), supported.claims)
        found.setdefault(headed(relation.name), []).append(line)
    for relation, other, claims in catalog.dossier.links.incoming.get(entity.id, ()):
        words = relation.from_end(catalog.dossier.corpus.entities[other].kind)
        found.setdefault(headed(words), []).append(RelationLine(other, claims))
    yield from found.items()


def _related(view: View, entity: Entity) -> Iterator[tuple[Kind, list[Shared]]]:
    """The entities that share claims with this one, by kind, most shared first."""
    shared = [
        Shared(view.entity(other), len(claims), view.both(entity.id, other))
        for other, claims in view.dossier.links.related.get(entity.id, ())
    ]
    for kind in view.dossier.corpus.vocabulary.kinds:
        members = [tied for tied in shared if tied.other.kind == kind]
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
