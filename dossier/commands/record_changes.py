"""What became of records between two states of a project: added, changed, renamed, withdrawn, removed.

How that is printed is left to `diff`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from dossier.leaves.plain_values import Plain, said, typed
from dossier.model.claim import Claim
from dossier.model.corpus import Corpus
from dossier.model.entity import Entity
from dossier.model.history import Revision
from dossier.model.kinds import ClaimStatus, RecordKind
from dossier.model.page import HandPage
from dossier.model.question import Question, Topic
from dossier.model.source import Source
from dossier.model.work import Work

_NOT_COMPARED = {"id", "citation", "formerly", "source", "body_place", "default", "path", "ids", "revised"}
"""What is said by the record's place or by its other fields."""


class Outcome(StrEnum):
    """What became of a record."""

    ADDED = "added"
    CHANGED = "changed"
    RENAMED = "renamed"
    WITHDRAWN = "withdrawn"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field with what it said before and after; `None` where it was not there."""

    field: str
    before: Plain | None
    after: Plain | None


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A record that is not what it was. `was` is the id that it had before, where it is another one; `why` are the
    reasons that its editors give.
    """

    kind: RecordKind
    id: str
    outcome: Outcome
    says: str
    fields: tuple[FieldChange, ...] = ()
    was: str | None = None
    why: tuple[str, ...] = ()


def record_changes(before: Corpus, after: Corpus) -> Iterator[RecordChange]:
    """All changes, by kind, then outcome, then id."""
    for kind in RecordKind:
        yield from sorted(
            _of_kind(kind, before, after), key=lambda change: (list(Outcome).index(change.outcome), change.id)
        )


def _of_kind(kind: RecordKind, before: Corpus, after: Corpus) -> Iterator[RecordChange]:
    old, new, renamed = _records(before, kind), _records(after, kind), after.renamed
    names = {
        now: was for (sort, was), now in renamed.items() if sort is kind and was in old and was not in new
    }
    for id_, record in new.items():
        was = id_ if id_ in old else names.get(id_)
        if was is None:
            yield RecordChange(kind, id_, Outcome.ADDED, _says(record))
            continue
        changed = tuple(_field_changes(_plain_fields(old[was]), _plain_fields(record)))
        why = tuple(revision.why for revision in _revised(record) if revision not in _revised(old[was]))
        other_id = was if was != id_ else None
        if outcome := _outcome(old[was], record, is_other=bool(changed or why), is_renamed=was != id_):
            yield RecordChange(kind, id_, outcome, _says(record), changed, other_id, why)
    for id_, record in old.items():
        if id_ not in new and (kind, id_) not in renamed:
            yield RecordChange(kind, id_, Outcome.REMOVED, _says(record))


def _outcome(before: _Thing, after: _Thing, *, is_other: bool, is_renamed: bool) -> Outcome | None:
    if _is_withdrawn(after) and not _is_withdrawn(before):
        return Outcome.WITHDRAWN
    if is_renamed:
        return Outcome.RENAMED
    return Outcome.CHANGED if is_other else None


_Thing = Claim | Entity | Topic | Question | Source | Work | HandPage


def _records(corpus: Corpus, kind: RecordKind) -> Mapping[Any, _Thing]:
    """The records of a kind that the site has itself; pages that come along are none of its changes."""
    records = corpus.records(kind)
    if kind is RecordKind.PAGE:
        return {path: page for path, page in records.items() if not page.default}
    return records


def _says(record: _Thing) -> str:
    """What a record is called, or states."""
    match record:
        case Claim():
            return record.statement
        case Entity() | Topic():
            return record.name
        case Question():
            return record.asks
        case Source():
            return record.citation
        case Work():
            return f"{record.label}: {record.title}" if record.title else record.label
        case HandPage():
            return record.title


def _is_withdrawn(record: _Thing) -> bool:
    return isinstance(record, Claim) and record.status is ClaimStatus.WITHDRAWN


def _revised(record: _Thing) -> tuple[Revision, ...]:
    return () if isinstance(record, Topic | Source | Work) else record.revised


def _field_changes(before: Mapping[str, Plain], after: Mapping[str, Plain]) -> Iterator[FieldChange]:
    for name in [*after, *(name for name in before if name not in after)]:
        if before.get(name) != after.get(name):
            yield FieldChange(name, before.get(name), after.get(name))


def _plain_fields(thing: _Thing) -> dict[str, Plain]:
    """The fields that say something, by the names that authors type, without the ids."""
    named: Mapping[str, object]
    match thing:
        case Work():
            named = {
                "type": thing.type,
                "author": thing.authors,
                "title": thing.title,
                **thing.names,
                **thing.fields,
            }
        case HandPage():
            named = {field.name: getattr(thing, field.name) for field in fields(thing)}
        case _:
            named = typed(thing)
    return said({name: value for name, value in named.items() if name not in _NOT_COMPARED})
