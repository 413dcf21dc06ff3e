from __future__ import annotations

import json
import re
from typing import Any

import pytest

from dossier.export import export, export_file
from dossier.model.public import Public
from dossier.model.record import declared
from dossier.model.vocabulary import Qualifier
from tests.export.invented import TEXT, invented
from tests.words import CLAIM, VOCABULARY

Records = list[dict[str, Any]]

FIELDS = {
    "claims": "id source statement quote kind date as_of about topics speaker via figure answers cooperation context remark"
    " status allow evidence added revised formerly url source_url",
    "entities": "id kind also name aliases description see disputed type country lat lon relations claims added revised formerly url",
    "history": "sort date kind id was name why fields claims record_url url",
    "questions": "id asks about type status verdict note positions added revised formerly url",
    "sources": "id title author date kind language rights sha256 supplied characters pages original claims formerly url",
    "timeline": "date earliest latest lane label claims url",
    "topics": "id name intro claims formerly url",
    "works": "id title type custom",
}
EVIDENCE = "state folding pieces start end exact prefix suffix hedges where locator"


@pytest.fixture(scope="module")
def dossier() -> Public:
    return invented()[0]


@pytest.fixture(scope="module")
def exported() -> dict[str, Records]:
    return {
        made.file.path.removeprefix("data/").removesuffix(".json"): json.loads(made.file.content)
        for made in export(*invented())
        if made.schema
    }


def by_id(records: Records) -> dict[str, dict[str, Any]]:
    return {record["id"]: record for record in records}


def test_there_is_a_file_for_each_kind_of_record() -> None:
    assert {file.path for made in export(*invented()) if made.schema for file in made.files} == {
        path for name in FIELDS for path in (f"data/{name}.json", f"data/schema/{name}.schema.json")
    }


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_every_record_has_every_field(name: str, exported: dict[str, Records]) -> None:
    assert exported[name]
    for record in exported[name]:
        assert set(record) == set(FIELDS[name].split())


def test_parts_of_a_claim_have_every_field(exported: dict[str, Records]) -> None:
    for claim in exported["claims"]:
        assert set(claim["evidence"]) == set(EVIDENCE.split())
        assert all(set(answer) == {"question", "value", "bound", "period"} for answer in claim["answers"])
        assert all(set(via) == {"work", "locator"} for via in claim["via"])
        assert claim["figure"] is None or set(claim["figure"]) == {"value", "unit", "bound", "period"}


@pytest.mark.parametrize("name", sorted(FIELDS.keys() - {"timeline"}))
def test_records_are_sorted_by_id(name: str, exported: dict[str, Records]) -> None:
    ids = [record["id"] for record in exported[name]]
    assert ids == sorted(set(ids))


def test_the_same_input_gives_the_same_bytes_one_record_a_line() -> None:
    first, second = export(*invented()), export(*invented())
    assert first == second
    for made in filter(lambda made: made.schema, first):
        lines = made.file.content.decode().splitlines()
        assert (lines[0], lines[-1]) == ("[", "]")
        assert [json.loads(line.removesuffix(",")) for line in lines[1:-1]] == json.loads(made.file.content)


def test_a_file_that_is_asked_for_is_that_of_all_and_no_other_is_made(
    dossier: Public, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, citations = invented()
    for file in (file for made in export(dossier, citations) for file in made.files):
        assert export_file(dossier, citations, file.path) == file
    assert export_file(dossier, citations, "data/none.json") is None
    monkeypatch.setattr("dossier.export.database", lambda *_: pytest.fail("the database was made"))
    monkeypatch.setattr("dossier.export.claims", lambda *_: pytest.fail("claims.json was made"))
    assert export_file(dossier, citations, "data/topics.json")
    assert export_file(dossier, citations, "assets/dossier.css") is None


def test_the_records_that_other_formats_are_made_of_are_those_of_the_file() -> None:
    for made in export(*invented()):
        if made.schema:
            assert made.records == json.loads(made.file.content)


def test_text_stays_readable() -> None:
    claims = next(made for made in export(*invented()) if made.file.path == "data/claims.json").file
    assert "Said “so”." in claims.content.decode()


def test_pieces_cut_the_quote_out_of_the_supplied_text(exported: dict[str, Records]) -> None:
    for claim in exported["claims"]:
        evidence = claim["evidence"]
        if evidence["pieces"]:
            words = "".join(TEXT[start:end] for start, end in evidence["pieces"])
            assert folded(words) == folded(evidence["exact"]) == folded(claim["quote"])
            assert evidence["start"] == min(start for start, _ in evidence["pieces"])
            assert evidence["end"] == max(end for _, end in evidence["pieces"])
    assert len(by_id(exported["claims"])["rain2020-first"]["evidence"]["pieces"]) > 1


def folded(words: str) -> str:
    return re.sub(r"-\n|\s+", "", words).translate(str.maketrans("‘’", "''"))


def test_a_claim_says_all_that_its_record_says(dossier: Public, exported: dict[str, Records]) -> None:
    for record in exported["claims"]:
        claim = dossier.corpus.claims[record["id"]]
        left_out = {
            "kind",
            "answers",
            "prefix",
            "suffix",
            "label",
            "added",
            "revised",
            *(name for name, _ in declared(CLAIM, Qualifier)),
        }
        as_read = json.loads(claim.model_dump_json(exclude=left_out))
        assert {field: record[field] for field in as_read} == as_read
        assert record["kind"] == claim.kind.id
        told = {qualifier.id: state.id for qualifier, state in claim.tells}
        assert {
            qualifier.id: record[qualifier.id] for qualifier in VOCABULARY.qualifiers if record[qualifier.id]
        } == told


def test_answers_about_the_figure_are_filled_from_it(exported: dict[str, Records]) -> None:
    assert by_id(exported["claims"])["rain2020-drops"]["answers"] == [
        {"question": "drops", "value": "1122", "bound": "about", "period": "2001/.."},
        {"question": "where", "value": ["village", "…"], "bound": "exact", "period": None},
    ]


def test_a_claim_leads_to_its_page_and_its_words(exported: dict[str, Records]) -> None:
    found = by_id(exported["claims"])
    assert found["rain2020-first"]["url"] == "claims/rain2020-first/"
    assert found["rain2020-first"]["source_url"] == "sources/rain2020/#rain2020-first"


def test_a_withheld_text_gives_no_evidence_but_the_state(exported: dict[str, Records]) -> None:
    claim = by_id(exported["claims"])["lost2019-rain"]
    assert claim["source_url"] is None
    absent = dict.fromkeys(EVIDENCE.split()) | {
        "state": "withheld",
        "folding": [],
        "pieces": [],
        "hedges": [],
    }
    assert claim["evidence"] == absent
    assert by_id(exported["sources"])["lost2019"]["characters"] is None


def test_an_entity_has_its_relations_and_the_claims_about_it(exported: dict[str, Records]) -> None:
    found = by_id(exported["entities"])
    assert found["drizzle-plan"]["relations"] == [
        {"relation": "part_of", "id": "great-rain", "claims": ["rain2020-first"]}
    ]
    assert found["great-rain"]["claims"] == ["rain2020-almanac", "rain2020-first"]
    assert found["jane-doe"]["claims"] == []
    assert found["drylandia"]["url"] == "partners/drylandia/"
    assert (found["village"]["lat"], found["village"]["lon"], found["village"]["country"]) == (1.5, -2, None)


def test_a_question_has_its_positions(exported: dict[str, Records]) -> None:
    found = by_id(exported["questions"])
    assert (found["drops"]["status"], found["first-rain"]["status"]) == ("differ", "single")
    assert found["drops"]["positions"] == [
        {
            "value": "9",
            "bound": "exact",
            "period": None,
            "claims": ["lost2019-rain"],
            "sources": ["lost2019"],
        },
        {
            "value": "1122",
            "bound": "about",
            "period": "2001/..",
            "claims": ["rain2020-drops"],
            "sources": ["rain2020"],
        },
    ]
    assert found["where"]["positions"][0]["value"] == ["village", "…"]


def test_the_timeline_has_strict_bounds_and_leaves_misprints_out(exported: dict[str, Records]) -> None:
    assert exported["timeline"] == [
        {
            "date": "2001/..",
            "earliest": "2001-01-01",
            "latest": None,
            "lane": "counted",
            "label": "1,122 drops",
            "claims": ["rain2020-drops"],
            "url": "claims/rain2020-drops/",
        },
        {
            "date": "2001-03",
            "earliest": "2001-03-01",
            "latest": "2001-03-31",
            "lane": "happened",
            "label": "Great-Rain",
            "claims": ["rain2020-almanac", "rain2020-first"],
            "url": "events/great-rain/",
        },
    ]


def test_a_source_has_what_its_work_says(exported: dict[str, Records]) -> None:
    source = by_id(exported["sources"])["rain2020"]
    assert (source["title"], source["author"], source["date"]) == ("On rain2020", "Jane Doe", "2020")
    assert (source["characters"], source["claims"]) == (len(TEXT), 4)
    assert source["rights"] == {"license": "CC-BY-4.0", "holder": "Rain Ltd", "publish": "full", "note": None}


def test_a_work_knows_its_label_and_who_cites_it(exported: dict[str, Records]) -> None:
    custom = {"label": "Almanac 2002", "cited_by": ["rain2020-first"]}
    assert by_id(exported["works"])["almanac2002"]["custom"] == custom
