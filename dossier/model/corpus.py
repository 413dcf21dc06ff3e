"""Everything that authors wrote, loaded and valid by itself; references between records are left to `link`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Self, TypeVar

from dossier.model.claim import Claim
from dossier.model.configuration import Configuration
from dossier.model.day import Day
from dossier.model.entity import Entity
from dossier.model.ids import ANY_ID, ClaimId, EntityId, QuestionId, SourceKey, TopicId, WorkKey
from dossier.model.kinds import RecordKind
from dossier.model.page import HandPage
from dossier.model.place import Place, Places
from dossier.model.question import NoQuestion, Question, Topic
from dossier.model.record import Record
from dossier.model.source import Source
from dossier.model.vocabulary import Vocabulary
from dossier.model.work import Work

RecordRef = tuple[RecordKind, str]
"""A record's kind and its id; a page's is its path in `docs/`."""


R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Placed(Generic[R]):
    """A record that has no id by which its places could be found."""

    record: R
    places: Places


@dataclass(frozen=True, slots=True)
class Corpus:
    """The loaded records. Claims are in file order, source by source; all else in order of id (entities by
    kind first, in the order of the `vocabulary`).

    `texts` are the supplied texts as decoded, and `text_files` their paths; a withheld text may be absent.
    `no_questions` are in file order: what says that some claims need no comparison.
    `broken` are the ids of records that were not valid: a reference to one of them is no problem of its own.
    `drafts` are how many claims in the making a source has; nothing more is known of them.
    `assets` are the files below `docs/` that are no pages, relative to it; `link` finds out which are published.
    """

    vocabulary: Vocabulary
    sources: Mapping[SourceKey, Source]
    texts: Mapping[SourceKey, str]
    claims: Mapping[ClaimId, Claim]
    entities: Mapping[EntityId, Entity]
    topics: Mapping[TopicId, Topic]
    questions: Mapping[QuestionId, Question]
    works: Mapping[WorkKey, Work]
    pages: Mapping[str, HandPage]
    places: Mapping[RecordRef, Places]
    no_questions: tuple[Placed[NoQuestion], ...] = ()
    broken: frozenset[str] = frozenset()
    assets: Mapping[str, bytes] = field(default_factory=dict)
    configuration: Configuration = field(default_factory=Configuration)
    drafts: Mapping[SourceKey, int] = field(default_factory=dict)

    @property
    def counts(self) -> Mapping[str, int]:
        """How many records there are, by the name of their kind in the plural, as indexes list them."""
        return {
            "sources": len(self.sources),
            "claims": len(self.claims),
            "entities": len(self.entities),
            **{
                kind.plural: sum(kind in entity.kinds for entity in self.entities.values())
                for kind in self.vocabulary.kinds
            },
            "topics": len(self.topics),
            "questions": len(self.questions),
            "works": len(self.works),
            "notes": sum(page.is_note for page in self.pages.values()),
        }

    def title(self, key: str) -> str:
        """What a source, or another work, is called."""
        work = self.works.get(WorkKey(key))
        return (work and (work.title or work.label)) or key

    @property
    def latest_day(self) -> Day | None:
        """The latest on which a text was supplied, a note written, or a record added or revised."""
        dated: tuple[Claim | Entity | Question | HandPage, ...] = (
            *self.claims.values(),
            *self.entities.values(),
            *self.questions.values(),
            *self.pages.values(),
        )
        days = [
            *(source.supplied for source in self.sources.values()),
            *(page.date for page in self.pages.values()),
            *(page.withdrawn for page in self.pages.values()),
            *(record.added for record in dated),
            *(revision.date for record in dated for revision in record.revised),
        ]
        return max(filter(None, days), default=None)

    @property
    def renamed(self) -> Mapping[RecordRef, str]:
        """The ids that records have now, by their kinds and the ids that they had before."""
        return {
            (kind, old): id_
            for kind, records in (
                (RecordKind.CLAIM, self.claims),
                (RecordKind.ENTITY, self.entities),
                (RecordKind.TOPIC, self.topics),
                (RecordKind.QUESTION, self.questions),
                (RecordKind.SOURCE, self.sources),
                (RecordKind.WORK, self.works),
            )
            for id_, record in records.items()
            for old in record.formerly
        }

    def may_be_broken(self, id: str) -> bool:  # noqa: A002 - the records' own word
        """Whether an id may be that of a record that was not valid; of a claim without id its beginning is known."""
        return not self.broken.isdisjoint((id, ANY_ID)) or any(
            id.startswith(start) for start in self.broken if start.endswith("-")
        )

    @classmethod
    def empty(cls, vocabulary: Vocabulary) -> Self:
        """No records at all."""
        return cls(vocabulary, {}, {}, {}, {}, {}, {}, {}, {}, {})

    def ids(self, kind: RecordKind) -> Collection[str]:
        """The ids of all sound records of a kind."""
        return self.records(kind)

    def records(self, kind: RecordKind) -> Mapping[Any, Any]:
        """All sound records of a kind by their ids; a page's is its path."""
        match kind:
            case RecordKind.CLAIM:
                return self.claims
            case RecordKind.ENTITY:
                return self.entities
            case RecordKind.TOPIC:
                return self.topics
            case RecordKind.QUESTION:
                return self.questions
            case RecordKind.SOURCE:
                return self.sources
            case RecordKind.WORK:
                return self.works
            case RecordKind.PAGE:
                return self.pages

    def place(self, kind: RecordKind, id: str, *path: str | int) -> Place:  # noqa: A002 - the records' own word
        """Where a value of a record is written."""
        return self.places[kind, id].of(*path)
