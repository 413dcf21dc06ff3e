"""The fields `added` and `revised`, which claims, entities and questions have alike."""

from __future__ import annotations

from typing import Any

from dossier.export.fields import DAY, TEXT, Field, FieldType, list_of, or_null, record
from dossier.model.history import Revision

BEFORE: FieldType[tuple[str, str]] = record(
    Field("field", "A field that was changed.", TEXT, lambda before: before[0]),
    Field("said", "What it said, in words.", TEXT, lambda before: before[1]),
)
REVISION: FieldType[Revision] = record(
    Field("date", "The day on which it was revised.", DAY, lambda revision: revision.date),
    Field("why", "Why.", TEXT, lambda revision: revision.why),
    Field("was", "What its fields said before.", list_of(BEFORE), lambda revision: revision.was),
)
ADDED: Field[Any] = Field(
    "added", "The day on which it was added, where that is known.", or_null(DAY), lambda dated: dated.added
)
REVISED: Field[Any] = Field("revised", "What it said before.", list_of(REVISION), lambda dated: dated.revised)
