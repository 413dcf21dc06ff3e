"""`entities.json`: every entity, by id. What one said itself is with the claims."""

from __future__ import annotations

from dossier.export.fields import (
    ADDRESS,
    ID,
    NUMBER,
    TEXT,
    Field,
    FieldType,
    list_of,
    or_null,
    record,
    text,
    word_of,
)
from dossier.export.history import ADDED, REVISED
from dossier.export.layout import by_id, json_file
from dossier.model.entity import Entity
from dossier.model.exported import ExportedFile
from dossier.model.public import Public
from dossier.model.record import SupportedBy
from dossier.model.vocabulary import Relation


def entities(public: Public) -> ExportedFile:
    """One record an entity."""
    about = public.links.about
    vocabulary = public.corpus.vocabulary
    kind = word_of(vocabulary.kinds)
    relation: FieldType[tuple[Relation, SupportedBy]] = record(
        Field(
            "relation", "How it is related to the other.", word_of(vocabulary.relations), lambda tie: tie[0]
        ),
        Field("id", "The other entity.", ID, lambda tie: tie[1].id),
        Field("claims", "The claims that say so.", list_of(ID), lambda tie: sorted(tie[1].claims)),
    )
    fields: FieldType[Entity] = record(
        Field("id", "Its id.", ID, lambda entity: entity.id),
        Field("kind", "What it is.", kind, lambda entity: entity.kind),
        Field(
            "also",
            "Other kinds whose index lists it too.",
            list_of(kind),
            lambda entity: entity.also,
        ),
        Field("name", "The fullest form that most sources use.", TEXT, lambda entity: entity.name),
        Field("aliases", "Every other form met.", list_of(TEXT), lambda entity: entity.aliases),
        Field(
            "description",
            "What claims say of it, as inline Markdown.",
            or_null(TEXT),
            lambda entity: entity.description,
        ),
        Field(
            "see",
            "Entities that may be the same, or are easily confused with it.",
            list_of(ID),
            lambda entity: entity.see,
        ),
        Field(
            "disputed",
            "The sentence shown beside a disputed name.",
            or_null(TEXT),
            lambda entity: entity.disputed,
        ),
        Field(
            "type",
            "Its type, where its kind has types.",
            or_null(word_of(type_ for each in vocabulary.kinds for type_ in each.types)),
            lambda entity: entity.type,
        ),
        Field(
            "country",
            "The country that it is or lies in: ISO 3166-1 alpha-2.",
            or_null(text("country code", "country codes", pattern="^[A-Z]{2}$")),
            lambda entity: entity.country,
        ),
        Field("lat", "Where it is, in degrees north.", or_null(NUMBER), lambda entity: entity.lat),
        Field("lon", "Where it is, in degrees east.", or_null(NUMBER), lambda entity: entity.lon),
        Field(
            "relations", "How it is related to others.", list_of(relation), lambda entity: entity.relations
        ),
        Field(
            "claims",
            "The claims about it; not those that report its words.",
            list_of(ID),
            lambda entity: sorted(about.get(entity.id, ())),
        ),
        ADDED,
        REVISED,
        Field("formerly", "Ids that it had before.", list_of(ID), lambda entity: entity.formerly),
        Field("url", "Its page.", ADDRESS, lambda entity: entity.address),
    )
    return json_file(public, "entities", "one entity", fields, by_id(public.corpus.entities))
