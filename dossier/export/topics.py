"""`topics.json`: every topic, by id."""

from __future__ import annotations

from dossier.export.fields import ADDRESS, ID, TEXT, Field, FieldType, list_of, or_null, record
from dossier.export.layout import by_id, json_file
from dossier.leaves.address import page_of
from dossier.model.exported import ExportedFile
from dossier.model.kinds import RecordKind
from dossier.model.public import Public
from dossier.model.question import Topic


def topics(public: Public) -> ExportedFile:
    """One record a topic."""
    claims = public.links.by_topic
    fields: FieldType[Topic] = record(
        Field("id", "Its id.", ID, lambda topic: topic.id),
        Field("name", "What it is called.", TEXT, lambda topic: topic.name),
        Field("intro", "Its introduction, as inline Markdown.", or_null(TEXT), lambda topic: topic.intro),
        Field("claims", "Its claims.", list_of(ID), lambda topic: sorted(claims.get(topic.id, ()))),
        Field("formerly", "Ids that it had before.", list_of(ID), lambda topic: topic.formerly),
        Field("url", "Its page.", ADDRESS, lambda topic: page_of(RecordKind.TOPIC, topic.id)),
    )
    return json_file(public, "topics", "one topic", fields, by_id(public.corpus.topics))
