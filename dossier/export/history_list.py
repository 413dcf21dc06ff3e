"""`history.json`: what became of records, latest first, as they say themselves. What that is is left to `changes`."""

from __future__ import annotations

from dossier.export.fields import (
    ADDRESS,
    DAY,
    INTEGER,
    TEXT,
    Field,
    FieldType,
    list_of,
    one_of,
    or_null,
    record,
)
from dossier.export.layout import json_file
from dossier.leaves.address import SitePage
from dossier.leaves.changes import ChangeSort, FieldRevision, HistoryEntry, changes
from dossier.model.exported import ExportedFile
from dossier.model.kinds import RecordKind
from dossier.model.public import Public

_FIELD: FieldType[FieldRevision] = record(
    Field("field", "A field that was changed.", TEXT, lambda revised: revised.field),
    Field("before", "What it said, in words.", TEXT, lambda revised: revised.before),
    Field(
        "after", "What it said then; null where that is too long.", or_null(TEXT), lambda r: r.after or None
    ),
)
_CHANGE: FieldType[HistoryEntry] = record(
    Field("sort", "What was done.", one_of(ChangeSort), lambda change: change.sort),
    Field(
        "date",
        "The day; of a renamed record, where no revision says it, that on which something else was done to it last.",
        DAY,
        lambda change: change.day,
    ),
    Field("kind", "What the record is.", one_of(RecordKind), lambda change: change.kind),
    Field("id", "Its id now; of a note its file.", TEXT, lambda change: change.id),
    Field(
        "was", "The id that a renamed record had before.", or_null(TEXT), lambda change: change.was or None
    ),
    Field("name", "What the record is called, or states.", TEXT, lambda change: change.name),
    Field("why", "Why, as its editors say.", or_null(TEXT), lambda change: change.why or None),
    Field("fields", "What was revised.", list_of(_FIELD), lambda change: change.fields),
    Field("claims", "With how many claims a source was added.", INTEGER, lambda change: change.claims),
    Field("record_url", "The page of the record.", ADDRESS, lambda change: change.address),
    Field(
        "url",
        "Its place on the page of changes, which stays: no two changes share it.",
        ADDRESS,
        lambda change: f"{SitePage.CHANGES}#{change.anchor}",
    ),
)


def history(public: Public) -> ExportedFile:
    """One record a change."""
    return json_file(public, "history", "one change", _CHANGE, changes(public.corpus))
