"""`dossier.sqlite`: the records as tables of SQLite, made of the JSON files; `database.sql` says which tables.

The same records give the same bytes with one version of SQLite: rows in order, a fixed page size, no free pages.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from importlib.resources import files as files_of
from typing import Any

from dossier.export.spreadsheets import authors, issued
from dossier.export.tables import Record, text_in
from dossier.leaves.at_work import programs_at_work
from dossier.leaves.kept import Kept, digest_of
from dossier.model.exported import FORMAT, ExportedFile
from dossier.model.output import OutputFile

_NAME = "dossier.sqlite"
_NEEDS = ("sources", "works", "entities", "topics", "questions", "claims")
_NOTE = (
    "An SQLite database: tables with foreign keys, `claims_words` for full-text search "
    "(`SELECT * FROM claims_words('word')`), and the views `claims_of_entities`, `answers_side_by_side`, "
    "`sources_that_differ`, `works_by_claims`, `dated_claims`. Dates are text in EDTF: they sort as text only from "
    "year 1 to 9999. Offsets of quotations and answered warnings are in `claims.json` alone."
)
Row = tuple[object, ...]


def database(
    records: Callable[[str], ExportedFile], qualifiers: Sequence[str], kept: Kept | None
) -> ExportedFile:
    """The database of the JSON files, which `records` gives by name; taken from `kept` where they are the same."""
    needed = [records(name) for name in _NEEDS]
    key = digest_of(
        programs_at_work().encode(), sqlite3.sqlite_version.encode(), *(file.file.content for file in needed)
    )
    content = kept.find(_NAME, key) if kept else None
    if content is None:
        content = _database(
            {name: file.records for name, file in zip(_NEEDS, needed, strict=True)}, qualifiers
        )
        if kept:
            with suppress(OSError):  # what can't be written costs only time
                kept.keep(_NAME, key, content)
    return ExportedFile(
        OutputFile(f"data/{_NAME}", content),
        "a row of a table",
        sum(file.count for file in needed),
        note=_NOTE,
    )


def _database(records: Mapping[str, Sequence[Record]], qualifiers: Sequence[str]) -> bytes:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as made:
        for pragma in (
            "page_size = 4096",
            "encoding = 'UTF-8'",
            "foreign_keys = ON",
            f"user_version = {FORMAT}",
        ):
            made.execute(f"PRAGMA {pragma}")
        made.executescript(files_of("dossier.export").joinpath("database.sql").read_text(encoding="utf-8"))
        made.execute("BEGIN")
        for table, rows in _tables(records, qualifiers):
            if found := list(rows):
                marks = ", ".join("?" * len(found[0]))
                made.executemany(f"INSERT INTO {table} VALUES ({marks})", found)  # noqa: S608 - our names
        made.execute("INSERT INTO claims_words(claims_words) VALUES ('rebuild')")
        made.execute("COMMIT")
        made.execute("VACUUM")
        return made.serialize()


def _tables(
    records: Mapping[str, Sequence[Record]], qualifiers: Sequence[str]
) -> Iterator[tuple[str, Iterable[Row]]]:
    """The rows of each table, those that others refer to first."""
    claims, entities = records["claims"], records["entities"]
    yield "sources", map(_source, records["sources"])
    yield "works", map(_work, records["works"])
    yield "entities", map(_entity, entities)
    yield "entity_aliases", ((entity["id"], alias) for entity in entities for alias in entity["aliases"])
    yield "topics", (_values(topic, "id name intro url") for topic in records["topics"])
    yield (
        "questions",
        (
            _values(question, "id asks type status verdict note added url")
            for question in records["questions"]
        ),
    )
    yield "claims", ((number, *_claim(claim)) for number, claim in enumerate(claims, 1))
    yield (
        "claim_about",
        ((claim["id"], entity, at) for claim in claims for at, entity in enumerate(claim["about"], 1)),
    )
    yield "claim_speakers", ((claim["id"], entity) for claim in claims for entity in claim["speaker"])
    yield "claim_topics", ((claim["id"], topic) for claim in claims for topic in claim["topics"])
    yield (
        "claim_via",
        (
            (claim["id"], via["work"], at, via["locator"])
            for claim in claims
            for at, via in enumerate(claim["via"], 1)
        ),
    )
    yield (
        "claim_states",
        ((claim["id"], name, claim[name]) for claim in claims for name in qualifiers if claim[name]),
    )
    yield "answers", sorted(_answer(claim["id"], answer) for claim in claims for answer in claim["answers"])
    yield (
        "entity_relations",
        (
            (entity["id"], relation["relation"], relation["id"], claim)
            for entity in entities
            for relation in entity["relations"]
            for claim in relation["claims"]
        ),
    )
    for name, kind in (("claims", "claim"), ("entities", "entity"), ("questions", "question")):
        yield "revisions", (row for record in records[name] for row in _revisions(kind, record))


def _values(record: Record, names: str) -> Row:
    return tuple(record[name] for name in names.split())


def _source(source: Record) -> Row:
    rights = source["rights"]
    return (
        *_values(source, "id title author date kind language"),
        *_values(rights, "license holder publish"),
        *_values(source, "supplied characters url"),
    )


def _work(work: Record) -> Row:
    written = ("title", "container-title", "publisher", "DOI", "URL")
    return (
        work["id"],
        work["custom"]["label"],
        work.get("type"),
        text_in(authors(work)) or None,
        issued(work) or None,
        *(work.get(name) for name in written),
    )


def _entity(entity: Record) -> Row:
    return _values(entity, "id kind name type country lat lon description disputed added url")


def _claim(claim: Record) -> Row:
    evidence, figure = claim["evidence"], claim["figure"] or {}
    locator: Mapping[str, Any] = evidence["locator"] or {}
    return (
        *_values(claim, "id source statement quote"),
        evidence["exact"],
        evidence["state"],
        text_in(evidence["hedges"]),
        *(locator.get(name) for name in ("heading", "paragraph", "note")),
        *_values(claim, "kind date as_of"),
        *(figure.get(name) for name in ("value", "unit", "bound", "period")),
        *_values(claim, "remark status added url source_url"),
    )


def _answer(claim: str, answer: Record) -> tuple[str, str, str | None, str | None, str | None]:
    value = answer["value"]
    return (
        answer["question"],
        claim,
        None if value is None else text_in(value),
        answer["bound"],
        answer["period"],
    )


def _revisions(kind: str, record: Record) -> Iterator[Row]:
    for revision in record["revised"]:
        for before in revision["was"] or [{"field": None, "said": None}]:
            yield kind, record["id"], revision["date"], revision["why"], before["field"], before["said"]
