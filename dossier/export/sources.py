"""`sources.json`: every source, by key, with what its work says of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from dossier.export.fields import (
    ADDRESS,
    DAY,
    EDTF,
    ID,
    INTEGER,
    TEXT,
    Field,
    FieldType,
    list_of,
    one_of,
    or_null,
    record,
    text,
    word_of,
)
from dossier.export.layout import by_id, json_file
from dossier.leaves.address import page_of
from dossier.model.exported import ExportedFile
from dossier.model.ids import WorkKey
from dossier.model.kinds import Publish, RecordKind
from dossier.model.public import Public
from dossier.model.source import Original, Rights, Source
from dossier.model.work import Work

V = TypeVar("V")

SHA256 = text("SHA-256", pattern="^[0-9a-f]{64}$")
RIGHTS: FieldType[Rights] = record(
    Field(
        "license",
        "An SPDX id, `permission`, or `unstated` where the text states none.",
        TEXT,
        lambda rights: rights.license,
    ),
    Field("holder", "Who holds the rights.", or_null(TEXT), lambda rights: rights.holder),
    Field("publish", "How much of the text is shown here.", one_of(Publish), lambda rights: rights.publish),
    Field("note", "What else to know of them.", or_null(TEXT), lambda rights: rights.note),
)
ORIGINAL: FieldType[Original] = record(
    Field("sha256", "Its hash.", SHA256, lambda original: original.sha256),
    Field("media_type", "What it is.", TEXT, lambda original: original.media_type),
    Field("extractor", "What took the text out of it.", TEXT, lambda original: original.extractor),
    Field("url", "Where it was taken from.", or_null(TEXT), lambda original: original.url),
    Field("retrieved", "The day on which it was.", or_null(DAY), lambda original: original.retrieved),
)


def sources(public: Public) -> ExportedFile:
    """One record a source."""
    vocabulary = public.corpus.vocabulary

    def of_work(value: Callable[[Work], V]) -> Callable[[Source], V | None]:
        works = public.corpus.works
        return lambda source: value(works[key]) if (key := WorkKey(source.citation)) in works else None

    def characters(source: Source) -> int | None:
        reading = public.readings.get(source.citation)
        return reading.length if reading else None

    def pages(source: Source) -> int | None:
        text = public.corpus.texts.get(source.citation)
        return len(source.pages_of(text).starts) or None if text is not None else None

    fields: FieldType[Source] = record(
        Field("id", "Its key.", ID, lambda source: source.citation),
        Field("title", "Its title.", or_null(TEXT), of_work(lambda work: work.title)),
        Field(
            "author",
            "All of its authors in natural order, joined by semicolons.",
            or_null(TEXT),
            of_work(_authors),
        ),
        Field("date", "When it was published.", or_null(EDTF), of_work(lambda work: work.date)),
        Field("kind", "What sort of source it is.", word_of(vocabulary.sources), lambda source: source.kind),
        Field("language", "Its language, as a BCP 47 tag.", TEXT, lambda source: source.language),
        Field("rights", "What may be done with the text.", RIGHTS, lambda source: source.rights),
        Field(
            "sha256",
            "The hash of the text as supplied; it pins what `pieces` of claims count in.",
            SHA256,
            lambda source: source.sha256,
        ),
        Field("supplied", "The day on which the text was taken in.", DAY, lambda source: source.supplied),
        Field(
            "characters",
            "The length of the text in code points; null where it is not held.",
            or_null(INTEGER),
            characters,
        ),
        Field(
            "pages",
            "How many pages the text has; null where it has none, or is not held.",
            or_null(INTEGER),
            pages,
        ),
        Field(
            "original",
            "The document that the text was taken from.",
            or_null(ORIGINAL),
            lambda source: source.original,
        ),
        Field(
            "claims",
            "How many claims rest on it.",
            INTEGER,
            lambda source: len(public.links.by_source.get(source.citation, ())),
        ),
        Field("formerly", "Keys that it had before.", list_of(ID), lambda source: source.formerly),
        Field("url", "Its page.", ADDRESS, lambda source: page_of(RecordKind.SOURCE, source.citation)),
    )
    return json_file(public, "sources", "one source", fields, by_id(public.corpus.sources))


def _authors(work: Work) -> str | None:
    names = [" ".join(part for part in (name.given, name.family) if part) for name in work.authors]
    return "; ".join(names) or None
