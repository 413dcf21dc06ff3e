"""`works.json`: the bibliography as CSL-JSON, by key. Which variables there are is left to `csl`."""

from __future__ import annotations

from collections.abc import Mapping

from dossier.cite import FormattedWork
from dossier.export.csl import CslItem, csl_field
from dossier.export.fields import ID, TEXT, Field, FieldType, list_of, record
from dossier.export.layout import by_id, json_file
from dossier.model.exported import ExportedFile
from dossier.model.ids import WorkKey
from dossier.model.public import Public
from dossier.model.work import Work


def works(public: Public, citations: Mapping[WorkKey, FormattedWork]) -> ExportedFile:
    """One CSL item a work. Its fields are the variables that occur; an item leaves out those that it has not."""
    custom: FieldType[Work] = record(
        Field("label", "What the sources print for it.", TEXT, lambda work: work.label),
        Field(
            "cited_by",
            "The claims for which a source cites it.",
            list_of(ID),
            lambda work: sorted(public.links.via.get(work.key, ())),
        ),
    )
    items: list[CslItem] = [
        {**citations[work.key].csl, "id": work.key, "custom": work} for work in by_id(public.corpus.works)
    ]
    variables = sorted({name for item in items for name in item} - {"id", "custom"})
    fields: FieldType[CslItem] = record(
        Field("id", "Its key; that of a source where it is one.", TEXT, lambda item: item["id"]),
        *(csl_field(name) for name in variables),
        Field("custom", "What this site adds to CSL.", custom, lambda item: item["custom"]),
    )
    return json_file(public, "works", "one work, as CSL-JSON, which leaves absent values out", fields, items)
