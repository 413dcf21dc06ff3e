"""`timeline.json`: the dated moments in order."""

from __future__ import annotations

from dossier.export.fields import ADDRESS, DAY, EDTF, ID, TEXT, Field, FieldType, list_of, or_null, record
from dossier.export.layout import json_file
from dossier.leaves.address import page_of_moment
from dossier.model.analysis import TimelineEntry
from dossier.model.exported import ExportedFile
from dossier.model.public import Public


def timeline(public: Public) -> ExportedFile:
    """One record a moment, by its earliest day, then its latest."""
    moment: FieldType[TimelineEntry] = record(
        Field("date", "When it was, as the claims have it.", EDTF, lambda moment: moment.date.edtf),
        Field(
            "earliest",
            "The first day that it can have been; null where the date is open.",
            or_null(DAY),
            lambda moment: moment.date.earliest,
        ),
        Field(
            "latest",
            "The last day that it can have been; null where the date is open.",
            or_null(DAY),
            lambda moment: moment.date.latest,
        ),
        Field(
            "label",
            "What happened: a claim’s short label, the name of the event, or a claim’s statement.",
            TEXT,
            lambda moment: moment.label,
        ),
        Field("claims", "The claims that date it.", list_of(ID), lambda moment: sorted(moment.claims)),
        Field(
            "url",
            "The page of the event that labels it, else of a claim.",
            ADDRESS,
            lambda moment: page_of_moment(moment, public.corpus.entities),
        ),
    )
    return json_file("timeline", "one dated moment", moment, public.analysis.timeline)
