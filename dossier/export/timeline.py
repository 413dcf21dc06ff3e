"""`timeline.json`: the dated moments in order."""

from __future__ import annotations

from dossier.export.fields import (
    ADDRESS,
    DAY,
    EDTF,
    ID,
    TEXT,
    Field,
    FieldType,
    list_of,
    one_of,
    or_null,
    record,
)
from dossier.export.layout import json_file
from dossier.leaves.address import page_of_moment
from dossier.model.analysis import TimelineEntry
from dossier.model.exported import ExportedFile
from dossier.model.kinds import Lane
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
            "lane",
            "What the date is: when it happened, the period counted over, or the moment at which it held or was said.",
            one_of(Lane),
            lambda moment: moment.lane,
        ),
        Field(
            "label",
            "What it is: a claim’s label, else the name of the event, else a claim’s statement.",
            TEXT,
            lambda moment: moment.label,
        ),
        Field("claims", "The claims that date it.", list_of(ID), lambda moment: sorted(moment.claims)),
        Field(
            "url",
            "The page of the event, else of a claim.",
            ADDRESS,
            lambda moment: page_of_moment(moment, public.corpus.entities),
        ),
    )
    return json_file(public, "timeline", "one dated moment", moment, public.analysis.timeline)
