"""Tables say what the JSON files say, and their own readers read it: `csv`, JSON line by line, SQLite."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from dossier.cite import cite
from dossier.export import export
from dossier.leaves.cells import items_in, text_of
from dossier.model.exported import FORMAT, ExportedFile
from dossier.model.problem import Problems
from dossier.pipeline import check
from dossier.redact import redact
from tests.export.invented import invented

Exported = Mapping[str, ExportedFile]


@pytest.fixture(scope="module", params=["the invented corpus", "every state of evidence"])
def exported(request: pytest.FixtureRequest, root: Path) -> Exported:
    if request.param == "the invented corpus":
        public = redact(check(root / "tests/golden_corpus", Problems()))
        made = export(public, cite(public.corpus, None))
    else:
        made = export(*invented())
    return {file.description.name: file for file in made}


def records(exported: Exported, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(exported[name].file.content)
    return found


def rows(exported: Exported, name: str) -> list[dict[str, str]]:
    text = exported[name].file.content.decode("utf-8-sig")
    read = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    return [{field: text_of(cell) for field, cell in row.items()} for row in read]


def said(value: object) -> str:
    return "" if value is None else str(value)


@pytest.mark.parametrize("name", ["claims", "entities", "answers", "works"])
def test_a_table_has_the_columns_that_its_description_names_and_begins_with_a_mark(
    exported: Exported, name: str
) -> None:
    table = exported[f"{name}.csv"]
    assert table.file.content.startswith(b"\xef\xbb\xbf")
    assert table.count == len(rows(exported, f"{name}.csv"))
    for row in rows(exported, f"{name}.csv"):
        assert list(row) == [field.name for field in table.fields]


def test_the_table_of_claims_is_read_back_equal(exported: Exported) -> None:
    claims = records(exported, "claims.json")
    for row, claim in zip(rows(exported, "claims.csv"), claims, strict=True):
        for name in ("id", "source", "statement", "quote", "kind", "date", "as_of", "remark", "added", "url"):
            assert row[name] == said(claim[name])
        for name in ("about", "topics", "speaker", "context"):
            assert items_in(row[name]) == claim[name]
        for name in ("value", "unit", "bound", "period"):
            assert row[f"figure_{name}"] == said((claim["figure"] or {}).get(name))
        assert row["evidence_exact"] == said(claim["evidence"]["exact"])
        assert items_in(row["evidence_hedges"]) == claim["evidence"]["hedges"]
        cited = [
            {"work": work, "locator": locator or None} for work, _, locator in map(_cut, items_in(row["via"]))
        ]
        assert cited == claim["via"]


def _cut(via: str) -> tuple[str, str, str]:
    return via.partition(", ")


def test_the_table_of_entities_is_read_back_equal(exported: Exported) -> None:
    entities = records(exported, "entities.json")
    for row, entity in zip(rows(exported, "entities.csv"), entities, strict=True):
        for name in ("id", "kind", "name", "description", "disputed", "type", "country", "lat", "lon", "url"):
            assert row[name] == said(entity[name])
        for name in ("also", "aliases", "see"):
            assert items_in(row[name]) == entity[name]
        assert row["claims"] == str(len(entity["claims"]))


def test_there_is_a_row_for_each_answer(exported: Exported) -> None:
    wanted = sorted(
        (answer["question"], claim["id"], answer["value"], said(answer["bound"]))
        for claim in records(exported, "claims.json")
        for answer in claim["answers"]
    )
    found = [
        (row["question"], row["id"], row["value"], row["bound"]) for row in rows(exported, "answers.csv")
    ]
    assert [
        (question, id_, items_in(value) if isinstance(expected, list) else value, bound)
        for (question, id_, value, bound), (_, _, expected, _) in zip(found, wanted, strict=True)
    ] == wanted


def test_works_have_authors_and_dates_as_people_sort_them(root: Path) -> None:
    public = redact(check(root / "tests/golden_corpus", Problems()))
    made = {file.description.name: file for file in export(public, cite(public.corpus, None))}
    found = {row["id"]: row for row in rows(made, "works.csv")}
    assert items_in(found["ferro1988"]["author"]) == ["Ferro, Ada"]
    assert found["ferro1988"]["issued"] == "1988"
    assert items_in(found["ferro1988"]["cited_by"]) == ["keepers2019-founding"]


def test_json_lines_and_single_files_are_the_records_of_the_json_files(exported: Exported) -> None:
    claims = records(exported, "claims.json")
    assert [json.loads(line) for line in exported["claims.jsonl"].file.content.splitlines()] == claims
    for name in ("claims", "entities"):
        series = exported[f"{name}/<id>.json"]
        found = {file.path: json.loads(file.content) for file in (series.file, *series.others)}
        assert found == {
            f"{name}/{record['id']}.json": record for record in records(exported, f"{name}.json")
        }


@pytest.fixture
def opened(exported: Exported) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(exported["dossier.sqlite"].file.content)
        yield database


def test_the_database_is_sound(opened: sqlite3.Connection) -> None:
    assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert opened.execute("PRAGMA foreign_key_check").fetchall() == []
    assert opened.execute("PRAGMA user_version").fetchone() == (FORMAT,)
    assert opened.execute("PRAGMA freelist_count").fetchone() == (0,)
    opened.execute("INSERT INTO claims_words(claims_words, rank) VALUES ('integrity-check', 1)")


def test_the_database_has_what_the_json_files_have(opened: sqlite3.Connection, exported: Exported) -> None:
    claims = records(exported, "claims.json")
    read = opened.execute(
        "SELECT id, statement, exact, date, figure_value FROM claims ORDER BY number"
    ).fetchall()
    assert read == [
        (
            claim["id"],
            claim["statement"],
            claim["evidence"]["exact"],
            claim["date"],
            float(claim["figure"]["value"]) if claim["figure"] else None,
        )
        for claim in claims
    ]
    for table, field in (("claim_about", "about"), ("claim_topics", "topics"), ("claim_speakers", "speaker")):
        counted = opened.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 - names of ours
        assert counted == (sum(len(claim[field]) for claim in claims),)
    for table in ("sources", "works", "entities", "topics", "questions"):
        ids = [id_ for (id_,) in opened.execute(f"SELECT id FROM {table} ORDER BY id")]  # noqa: S608 - names of ours
        assert ids == [record["id"] for record in records(exported, f"{table}.json")]


def test_every_view_answers_and_words_are_found(opened: sqlite3.Connection) -> None:
    views = [name for (name,) in opened.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
    assert len(views) == 5
    for view in views:
        opened.execute(f"SELECT * FROM {view}").fetchall()  # noqa: S608 - names of ours
    (statement,) = opened.execute("SELECT statement FROM claims WHERE exact IS NOT NULL").fetchone()
    word = max(statement.split(), key=len).strip(".,’")
    found = opened.execute("SELECT statement FROM claims_words(?)", (f'"{word}"',)).fetchall()
    assert (statement,) in found


def test_datasette_finds_the_index_of_words(opened: sqlite3.Connection) -> None:
    """It looks for a virtual table that says `content="claims"`, and takes what it finds for rows of `claims`."""
    told = """SELECT name FROM sqlite_master WHERE rootpage = 0 AND sql LIKE '%VIRTUAL TABLE%USING FTS%content="claims"%'"""
    assert opened.execute(told).fetchall() == [("claims_words",)]
    same = "SELECT count(*) FROM claims JOIN claims_words ON claims.rowid = claims_words.rowid"
    (found,) = opened.execute(f"{same} WHERE claims.statement = claims_words.statement").fetchone()
    assert (found,) == opened.execute("SELECT count(*) FROM claims").fetchone() > (0,)


def test_the_same_records_give_the_same_database_kept_or_not(tmp_path: Path) -> None:
    made = [export(*invented(), cache) for cache in (None, tmp_path, tmp_path)]
    assert made[0] == made[1] == made[2]
    assert (tmp_path / "exports/dossier.sqlite").is_file()
