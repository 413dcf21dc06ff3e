"""What became of records, as they say themselves: added, revised, withdrawn, renamed. No clock is asked.

The page of changes and the feed show it; what `diff` finds between two states is left to `commands/record_changes`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dossier.leaves.address import page_of
from dossier.leaves.plain_values import says
from dossier.model.claim import Claim
from dossier.model.corpus import Corpus
from dossier.model.day import Day
from dossier.model.entity import Entity
from dossier.model.history import Revision
from dossier.model.kinds import ClaimStatus, RecordKind
from dossier.model.page import HandPage
from dossier.model.question import Question

Dated = Claim | Entity | Question | HandPage
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

    `was` is the id that a renamed record had before. That a record was renamed has no day of its own: it is that on
    which something else was done to the record last.
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
        again = f"--{self.number}" if self.number > 1 else ""
        of = self.was or self.id
        of = of.removesuffix(".md").replace("/", "-")
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


def _dated(corpus: Corpus) -> Iterator[tuple[RecordKind, str, Dated]]:
    yield from ((RecordKind.CLAIM, id_, claim) for id_, claim in corpus.claims.items())
    yield from ((RecordKind.ENTITY, id_, entity) for id_, entity in corpus.entities.items())
    yield from ((RecordKind.QUESTION, id_, question) for id_, question in corpus.questions.items())
    yield from ((RecordKind.PAGE, path, page) for path, page in corpus.pages.items() if page.is_note)


def _of_record(corpus: Corpus, kind: RecordKind, id_: str, record: Dated) -> Iterator[HistoryEntry]:
    name, where = _called(id_, record)
    if added := record.added or (record.date if isinstance(record, HandPage) else None):
        yield HistoryEntry(ChangeSort.ADDED, added, kind, id_, name, where)
    revised = sorted(record.revised, key=lambda revision: revision.date)
    withdrawn = isinstance(record, Claim) and record.status is ClaimStatus.WITHDRAWN
    first = added or (corpus.sources[record.source].supplied if isinstance(record, Claim) else _first(corpus))
    last = revised[-1].date if revised else first
    for at, revision in enumerate(revised):
        is_last = at == len(revised) - 1
        sort = ChangeSort.WITHDRAWN if withdrawn and is_last else ChangeSort.REVISED
        number = 1 + sum(other.date == revision.date for other in revised[:at])
        fields = tuple(_fields(record, revision, revised[at + 1 :]))
        yield HistoryEntry(sort, revision.date, kind, id_, name, where, revision.why, fields, number=number)
    if withdrawn and not revised and last and isinstance(record, Claim):
        yield HistoryEntry(ChangeSort.WITHDRAWN, last, kind, id_, name, where, record.remark or "")
    for was in () if isinstance(record, HandPage) else record.formerly:
        if last:
            yield HistoryEntry(ChangeSort.RENAMED, last, kind, id_, name, where, was=was)


def _fields(record: Dated, revision: Revision, later: list[Revision]) -> Iterator[FieldRevision]:
    """What was revised, with what it said until it was revised again, or says now."""
    for field, before in revision.was:
        again = [dict(other.was)[field] for other in later if field in dict(other.was)]
        after = again[0] if again else "" if field == _LONG else says(record, field)
        yield FieldRevision(field, before, after)


def _first(corpus: Corpus) -> Day | None:
    """The first day of a site: that on which its first text was supplied."""
    return min((source.supplied for source in corpus.sources.values()), default=None)


def _called(id_: str, record: Dated) -> tuple[str, str]:
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
