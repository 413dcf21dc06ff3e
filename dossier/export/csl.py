"""The variables of CSL-JSON (CSL 1.0.2) as fields: those that pandoc makes of BibTeX, and any other as it comes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dossier.export.fields import ANY, BOOLEAN, INTEGER, TEXT, Field, FieldType, list_of, record

CslItem = Mapping[str, Any]


def csl_field(name: str) -> Field[CslItem]:
    """A variable of CSL-JSON by its name."""
    return _VARIABLES.get(name) or _variable(name, "Another variable of CSL-JSON.", ANY)


def _variable(name: str, meaning: str, holds: FieldType[Any] = TEXT) -> Field[CslItem]:
    return Field(name, meaning, holds, lambda item: item.get(name), may_be_missing=True)


NAME = record(
    _variable("comma-suffix", "Whether a comma comes before the suffix.", BOOLEAN),
    _variable("dropping-particle", "A particle of the name that sorting and short forms leave out."),
    _variable("family", "The family name of a person."),
    _variable("given", "The given names of a person."),
    _variable("literal", "The whole name of a body, or of whom no parts are known."),
    _variable("non-dropping-particle", "A particle that stays with the family name."),
    _variable("suffix", "What follows the name, such as Jr."),
)
DATE = record(
    _variable("circa", "Whether it is only about then.", BOOLEAN),
    _variable(
        "date-parts",
        "Year, month and day, as far as they are known; the second list is the end of an interval.",
        list_of(list_of(INTEGER)),
    ),
    _variable("literal", "The date in words."),
    _variable("raw", "The date as it was written."),
    _variable("season", "The season of the year.", INTEGER),
)
_VARIABLES: Mapping[str, Field[CslItem]] = {
    field.name: field
    for field in (
        _variable("DOI", "Its Digital Object Identifier."),
        _variable("ISBN", "Its International Standard Book Number."),
        _variable("ISSN", "Its International Standard Serial Number."),
        _variable("PMCID", "Its number in PubMed Central."),
        _variable("PMID", "Its number in PubMed."),
        _variable("URL", "Where it is online."),
        _variable("abstract", "What it says of its contents."),
        _variable("accessed", "When it was read online.", DATE),
        _variable("annote", "A note of whoever recorded it."),
        _variable("author", "Who wrote it.", list_of(NAME)),
        _variable("call-number", "Where a library keeps it."),
        _variable("chapter-number", "The number of the chapter."),
        _variable("collection-editor", "Who edits the series.", list_of(NAME)),
        _variable("collection-number", "Its number in the series."),
        _variable("collection-title", "The series."),
        _variable("container-author", "Who wrote the book that it is in.", list_of(NAME)),
        _variable("container-title", "The journal, newspaper, site or book that it is in."),
        _variable("container-title-short", "The same, shortened."),
        _variable("director", "Who directed it.", list_of(NAME)),
        _variable("edition", "Which edition it is."),
        _variable("editor", "Who edited it.", list_of(NAME)),
        _variable("event", "The meeting where it was given."),
        _variable("event-date", "When that was.", DATE),
        _variable("event-place", "Where that was."),
        _variable("event-title", "The meeting where it was given."),
        _variable("genre", "What kind of report, thesis or paper it is."),
        _variable("issue", "The issue of the journal."),
        _variable("issued", "When it was published.", DATE),
        _variable("jurisdiction", "Where a law or patent holds."),
        _variable("keyword", "Its keywords."),
        _variable("language", "Its language, as a BCP 47 tag."),
        _variable("medium", "On what it is."),
        _variable("note", "What else the bibliography says of it."),
        _variable("number", "The number of the report, law or paper."),
        _variable("number-of-pages", "How many pages it has."),
        _variable("number-of-volumes", "How many volumes it has."),
        _variable("original-author", "Who wrote what this is a version of.", list_of(NAME)),
        _variable("original-date", "When that was published.", DATE),
        _variable("original-publisher", "Who published that."),
        _variable("original-publisher-place", "Where that was published."),
        _variable("original-title", "What that is called."),
        _variable("page", "The pages it is on."),
        _variable("publisher", "Who published it."),
        _variable("publisher-place", "Where it was published."),
        _variable("status", "How far its publication is."),
        _variable("title", "Its title."),
        _variable("title-short", "Its title, shortened."),
        _variable("translator", "Who translated it.", list_of(NAME)),
        _variable("type", "What it is, by the types of CSL."),
        _variable("version", "Which version it is."),
        _variable("volume", "The volume."),
        _variable("volume-title", "The title of the volume."),
    )
}
