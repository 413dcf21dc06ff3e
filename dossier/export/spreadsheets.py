"""The tables for spreadsheets: claims, entities, answers and works, made of the JSON files of the same records."""

from __future__ import annotations

from dossier.export.tables import Record, TableColumn, columns_of, csv_file, text_in
from dossier.model.exported import ExportedFile, FieldDescription

_NOT_OF_CLAIMS = {
    "answers",
    "allow",
    "revised",
    "formerly",
    *(
        f"evidence.{field}"
        for field in ("folding", "pieces", "start", "end", "prefix", "suffix", "locator.pages")
    ),
}
_NOT_OF_ENTITIES = {"claims", "revised", "formerly"}


def claims_table(claims: ExportedFile) -> ExportedFile:
    """`claims.csv`."""
    note = (
        "Answers to questions are in `answers.csv`. It leaves out what only `claims.json` can say: offsets in the "
        "text, answered warnings, and what was said before a revision."
    )
    return csv_file(
        "claims", "one claim", tuple(columns_of(claims.fields, _NOT_OF_CLAIMS)), claims.records, note
    )


def entities_table(entities: ExportedFile) -> ExportedFile:
    """`entities.csv`."""
    number = FieldDescription("claims", "integer", "How many claims are about it.")
    columns = (
        *columns_of(entities.fields, _NOT_OF_ENTITIES),
        TableColumn(number, lambda entity: len(entity["claims"])),
    )
    note = (
        "A relation is its word and the other entity: `relation, id`. The claims that say so are in "
        "`entities.json`; which claims are about an entity is in `claims.csv`."
    )
    return csv_file("entities", "one entity", columns, entities.records, note)


def answers_table(claims: ExportedFile, questions: ExportedFile) -> ExportedFile:
    """`answers.csv`."""
    asked = {question["id"]: question for question in questions.records}
    rows = [
        {**claim, **answer, "asks": asked[answer["question"]]["asks"], "hedges": claim["evidence"]["hedges"]}
        for claim in claims.records
        for answer in claim["answers"]
    ]
    columns = [
        _column(name, kind, meaning)
        for name, kind, meaning in (
            ("question", "id", "The id of the question."),
            ("asks", "text", "The question."),
            ("value", "text, or a list of texts", "The answer."),
            ("bound", "word", "How the source bounds it."),
            ("period", "EDTF date", "The period counted over."),
            ("source", "id", "The key of the source."),
            ("id", "id", "The claim that answers."),
            ("statement", "text", "What the claim states."),
            ("hedges", "list of texts", "The words by which the source itself holds back."),
            ("status", "word", "Why the claim is left out of comparisons."),
            ("url", "address", "The page of the claim."),
        )
    ]
    note = "Whether the sources agree, and what can be concluded, is in `questions.json`."
    rows.sort(key=lambda row: (row["question"], row["id"]))
    return csv_file("answers", "one answer of one claim", columns, rows, note)


def works_table(works: ExportedFile) -> ExportedFile:
    """`works.csv`."""
    columns = [
        _column("id", "text", "Its key."),
        TableColumn(
            FieldDescription("label", "text", "What the sources print for it."),
            lambda work: work["custom"]["label"],
        ),
        _column("type", "word", "What it is, by the types of CSL."),
        TableColumn(
            FieldDescription(
                "author", "list of texts", "Who wrote it: `Family, Given`, or the name of a body."
            ),
            authors,
        ),
        TableColumn(FieldDescription("issued", "EDTF date", "When it was published."), issued),
        *(
            _column(name, "text", meaning)
            for name, meaning in (
                ("title", "Its title."),
                ("container-title", "The journal, newspaper, site or book that it is in."),
                ("publisher", "Who published it."),
                ("publisher-place", "Where it was published."),
                ("volume", "The volume."),
                ("issue", "The issue."),
                ("page", "The pages it is on."),
                ("language", "Its language, as a BCP 47 tag."),
                ("DOI", "Its Digital Object Identifier."),
                ("URL", "Where it is online."),
            )
        ),
        TableColumn(
            FieldDescription("cited_by", "list of ids", "The claims for which a source cites it."),
            lambda work: work["custom"]["cited_by"],
        ),
    ]
    note = "Editors, notes and all else that CSL knows of a work are in `works.json`, which reference managers read."
    return csv_file("works", "one work", columns, works.records, note)


def _column(name: str, kind: str, meaning: str) -> TableColumn:
    return TableColumn(FieldDescription(name, kind, meaning), lambda record: record.get(name))


def _name(name: Record) -> str:
    parts = [name.get("non-dropping-particle"), name.get("family")]
    family = " ".join(part for part in parts if part)
    return name.get("literal") or ", ".join(part for part in (family, name.get("given")) if part)


def authors(work: Record) -> list[str]:
    """Who wrote a work: `Family, Given`, or the name of a body."""
    return [_name(name) for name in work.get("author", ())]


def issued(work: Record) -> str:
    """When a work was published: a date of CSL as EDTF, where CSL can say it; else as it was written."""
    date = work.get("issued", {})
    about = "~" if date.get("circa") else ""
    days = [_date(*map(int, parts)) + about for parts in date.get("date-parts", ())]
    return "/".join(days) or text_in(date.get("raw") or date.get("literal"))


def _date(year: int, *month_and_day: int) -> str:
    return "-".join([f"{year:04}", *(f"{part:02}" for part in month_and_day)])
