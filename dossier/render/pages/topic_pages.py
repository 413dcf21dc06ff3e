"""Pages of topics, and their index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from dossier.leaves import address
from dossier.leaves.address import SitePage
from dossier.model.claim import Claim
from dossier.model.entity import Entity
from dossier.model.ids import TopicId
from dossier.model.kinds import RecordKind
from dossier.model.output import MadeFile, OutputFile
from dossier.model.question import Topic
from dossier.render.catalog import Catalog
from dossier.render.further_pages import further_pages
from dossier.render.pages.question_pages import Asked, answered
from dossier.render.paging import EntryKind, PageList, paged
from dossier.render.view import View
from dossier.render.writing import Front, write_page

_NAMED = 12


def pages(catalog: Catalog) -> Iterator[MadeFile]:
    """The index, and one page a topic."""
    topics = sorted(
        catalog.dossier.corpus.topics.values(), key=lambda topic: (topic.name.casefold(), topic.id)
    )
    front = Front("Topics", "index", "The claims by subject.")
    yield write_page(View(catalog, SitePage.TOPICS), front, "topics.md", topics=topics)
    keys = [topic.id for topic in topics]
    for topic, before, after in zip(topics, (None, *keys), (*keys[1:], None), strict=False):
        if catalog.wants(address.page_of(RecordKind.TOPIC, topic.id)):
            yield from catalog.pages(_pages, topic.id, (before, after))


def _pages(
    catalog: Catalog, about: TopicId, beside: tuple[TopicId | None, TopicId | None]
) -> Iterator[OutputFile]:
    topic = catalog.dossier.corpus.topics[about]
    view = View(catalog, address.page_of(RecordKind.TOPIC, topic.id))
    claims = catalog.on(topic.id)
    front = Front(
        topic.name,
        "topic",
        view.plain(RecordKind.TOPIC, topic.id, "intro"),
        outline=True,
        record="sources/index/topics.yml",
    )
    lists = paged(view.address, list(_lists(view, topic, claims)), catalog.room)
    yield write_page(
        view,
        front,
        "topic.md",
        topic=topic,
        claims=claims,
        lists=lists,
        entities=_most_named(catalog, claims),
        notes=[note for note in catalog.notes if topic.id in note.topics],
        beside=beside,
    )
    yield from further_pages(catalog, lists.further, front, [("Topics", SitePage.TOPICS)])


def _lists(view: View, topic: Topic, claims: tuple[Claim, ...]) -> Iterator[PageList]:
    """The lists of a topic's page: questions, then the claims of each source."""
    yield PageList("questions", "Questions", EntryKind.QUESTION, tuple(_questions(view.catalog, claims)))
    for key in view.catalog.sources_of(claims):
        members = tuple(claim for claim in claims if claim.source == key)
        yield PageList(key, view.label(key), EntryKind.STATEMENT, members, by=key)
    mentions = view.cited_on(RecordKind.TOPIC, topic.id)
    yield PageList("mentions", "Mentioned in", EntryKind.RECORD, mentions)


def _most_named(catalog: Catalog, claims: Iterable[Claim]) -> list[tuple[Entity, int]]:
    counts = Counter(entity for claim in claims for entity in claim.concerns)
    entities = catalog.dossier.corpus.entities
    found = sorted(counts.items(), key=lambda item: (-item[1], entities[item[0]].name.casefold(), item[0]))
    return [(entities[entity], count) for entity, count in found[:_NAMED]]


def _questions(catalog: Catalog, claims: Iterable[Claim]) -> Iterator[Asked]:
    """The questions that the claims answer: those with most positions first."""
    found = {answer.question for claim in claims for answer in claim.answers}
    yield from (pair for pair in answered(catalog) if pair[0].id in found)
