"""What became of records, as they say themselves: added, revised, withdrawn, renamed. No clock is asked.

The page of changes and the feed show it; what `diff` finds between two states is left to `commands/record_changes`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dossier.leaves.address import page_of, work_id
from dossier.leaves.plain_values import says
from dossier.model.claim import Claim
from dossier.model.corpus import Corpus
from dossier.model.day import Day
from dossier.model.entity import Entity
from dossier.model.history import Revision
from dossier.model.kinds import ClaimStatus, RecordKind
from dossier.model.page import HandPage
from dossier.model.question import Question, Topic
from dossier.model.source import Source
from dossier.model.work import Work

Dated = Claim | Entity | Question | HandPage
_ID = "id"
_LONG = "body"
"""A field that is too long to be said again: its page says it."""


class ChangeSort(StrEnum):
    """What became of a record."""

    WITHDRAWN = "withdrawn"
    REVISED = "revised"
    RENAMED = "renamed"
    ADDED = "added"

    @property
    def label(self) -> str:
        """What readers are told of it."""
        return "Called otherwise" if self is ChangeSort.RENAMED else self.capitalize()


@dataclass(frozen=True, slots=True)
class FieldRevision:
    """A field that was revised: what it said `before`, and what it said afterwards."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """What became of the record that is called `name`, on a `day`; of a source with how many `claims` it was added.

    `was` is the id that a renamed record had before. Where no revision says when and why it was renamed, the day is
    that on which something else was done to the record last.
    """

    sort: ChangeSort
    day: Day
    kind: RecordKind
    id: str
    name: str
    address: str
    why: str = ""
    fields: tuple[FieldRevision, ...] = ()
    was: str = ""
    claims: int = 0
    number: int = 1
    """Which of those on one day it is, from 1."""

    @property
    def anchor(self) -> str:
        """The id of its place on the page of changes, which stays."""
        if self.sort is ChangeSort.RENAMED:  # a record has an id only once, and its day may not be known
            return f"{self.sort}--{self.kind}--{work_id(self.was)}"
        again = f"--{self.number}" if self.number > 1 else ""
        of = self.id.removesuffix(".md").replace("/", "-")
        return f"{self.sort}--{self.kind}--{of}--{self.day}{again}"


def changes(corpus: Corpus) -> tuple[HistoryEntry, ...]:
    """All of them, latest day first; of one day withdrawn and revised ones before those that were added."""
    sorts = list(ChangeSort)
    found = sorted(_changes(corpus), key=lambda c: (sorts.index(c.sort), c.kind, c.id, c.number))
    return tuple(sorted(found, key=lambda change: change.day, reverse=True))


def _changes(corpus: Corpus) -> Iterator[HistoryEntry]:
    for key, source in corpus.sources.items():
        along = sum(claim.source == key and claim.added is None for claim in corpus.claims.values())
        name = corpus.title(key)
        where = page_of(RecordKind.SOURCE, key)
        yield HistoryEntry(
            ChangeSort.ADDED, source.supplied, RecordKind.SOURCE, key, name, where, claims=along
        )
    for path, page in corpus.pages.items():
        if page.withdrawn:
            where = page_of(RecordKind.PAGE, path)
            yield HistoryEntry(
                ChangeSort.WITHDRAWN,
                page.withdrawn,
                RecordKind.PAGE,
                path,
                page.title,
                where,
                page.summary or "",
            )
    for kind, id_, record in _dated(corpus):
        yield from _of_record(corpus, kind, id_, record)
    yield from renamings(corpus)


def renamings(corpus: Corpus) -> Iterator[HistoryEntry]:
    """The ids that records had before, with the day and the reason of the revision that names one (`was: {id: …}`)."""
    for (kind, was), id_ in corpus.renamed.items():
        record = corpus.records(kind)[id_]
        name, where = _called(corpus, id_, record)
        revised = () if isinstance(record, Topic | Source | Work) else record.revised
        told = next((revision for revision in revised if (_ID, was) in revision.was), None)
        days = [told.date] if told else [_first_day(corpus, record), *(revision.date for revision in revised)]
        if day := max(filter(None, days), default=None):
            why = told.why if told else ""
            yield HistoryEntry(ChangeSort.RENAMED, day, kind, id_, name, where, why, was=was)


def _first_day(corpus: Corpus, record: Dated | Topic | Source | Work) -> Day | None:
    """The day on which a record was added, or else its source, or else the first source."""
    match record:
        case Source():
            return record.supplied
        case Claim():
            return record.added or corpus.sources[record.source].supplied
        case HandPage():
            return record.added or record.date or _first(corpus)
        case Entity() | Question():
            return record.added or _first(corpus)
        case Topic() | Work():
            return _first(corpus)


def _dated(corpus: Corpus) -> Iterator[tuple[RecordKind, str, Dated]]:
    yield from ((RecordKind.CLAIM, id_, claim) for id_, claim in corpus.claims.items())
    yield from ((RecordKind.ENTITY, id_, entity) for id_, entity in corpus.entities.items())
    yield from ((RecordKind.QUESTION, id_, question) for id_, question in corpus.questions.items())
    yield from ((RecordKind.PAGE, path, page) for path, page in corpus.pages.items() if page.is_note)


def _of_record(corpus: Corpus, kind: RecordKind, id_: str, record: Dated) -> Iterator[HistoryEntry]:
    name, where = _called(corpus, id_, record)
    if added := record.added or (record.date if isinstance(record, HandPage) else None):
        yield HistoryEntry(ChangeSort.ADDED, added, kind, id_, name, where)
    revised = sorted(filter(_tells_more_than_an_id, record.revised), key=lambda revision: revision.date)
    withdrawn = isinstance(record, Claim) and record.status is ClaimStatus.WITHDRAWN
    for at, revision in enumerate(revised):
        is_last = at == len(revised) - 1
        sort = ChangeSort.WITHDRAWN if withdrawn and is_last else ChangeSort.REVISED
        number = 1 + sum(other.date == revision.date for other in revised[:at])
        fields = tuple(_fields(record, revision, revised[at + 1 :]))
        yield HistoryEntry(sort, revision.date, kind, id_, name, where, revision.why, fields, number=number)
    if isinstance(record, Claim) and withdrawn and not revised and (day := _first_day(corpus, record)):
        yield HistoryEntry(ChangeSort.WITHDRAWN, day, kind, id_, name, where, record.remark or "")


def _tells_more_than_an_id(revision: Revision) -> bool:
    return not revision.was or any(field != _ID for field, _ in revision.was)


def _fields(record: Dated, revision: Revision, later: list[Revision]) -> Iterator[FieldRevision]:
    """What was revised, with what it said until it was revised again, or says now."""
    for field, before in revision.was:
        if field == _ID:
            continue
        again = [dict(other.was)[field] for other in later if field in dict(other.was)]
        after = again[0] if again else "" if field == _LONG else says(record, field)
        yield FieldRevision(field, before, after)


def _first(corpus: Corpus) -> Day | None:
    """The first day of a site: that on which its first text was supplied."""
    return min((source.supplied for source in corpus.sources.values()), default=None)


def _called(corpus: Corpus, id_: str, record: Dated | Topic | Source | Work) -> tuple[str, str]:
    """What a record is called or states, and the address of its page."""
    match record:
        case Claim():
            return record.statement, page_of(RecordKind.CLAIM, id_)
        case Entity():
            return record.name, record.address
        case Question():
            return record.asks, page_of(RecordKind.QUESTION, id_)
        case HandPage():
            return record.title, page_of(RecordKind.PAGE, id_)
        case Topic():
            return record.name, page_of(RecordKind.TOPIC, id_)
        case Source():
            return corpus.title(id_), page_of(RecordKind.SOURCE, id_)
        case Work():
            return corpus.title(id_), page_of(RecordKind.WORK, id_)
