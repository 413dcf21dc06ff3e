"""The JSON Schemas that the models make fit what authors write."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from referencing import Registry, Resource

from dossier.load import load
from dossier.load.field_examples import examples
from dossier.load.field_schemas import shapes
from dossier.load.fields_guide import fields_page
from dossier.load.schemas import IDS_FILE, ids_schema, schemas
from dossier.load.validate import validate
from dossier.load.vocabulary import neutral, read_vocabulary
from dossier.load.vocabulary_file import VocabularyRecord
from dossier.model.corpus import Corpus
from dossier.model.ids import ID_PATTERN
from dossier.model.problem import Problems
from dossier.model.question import Question, Topic
from dossier.model.record import Record
from tests.load.typed import draft
from tests.words import CLAIM, ENTITY, SOURCE, kind

ROOT = Path(__file__).parent.parent.parent
BASE = ROOT / "tests" / "cases" / "_base"
VOCABULARY = read_vocabulary(BASE, Problems()) or neutral()
REGISTRY: Registry[Any] = Registry().with_resource(
    IDS_FILE, Resource.from_contents(json.loads(ids_schema(load(BASE, Problems()))))
)
MADE = {name: json.loads(text) for name, text in schemas(VOCABULARY).items()}


WRITTEN = sorted([*(BASE / "sources").glob("*.yml"), *(BASE / "sources").glob("*/*.yml")])


def as_an_editor_reads(path: Path) -> object:
    """With YAML's own types, but for dates, which YAML 1.2 has not; pins of the invented corpus are filled in."""

    def plain(value: object) -> object:
        if isinstance(value, dict):
            return {str(key): plain(each) for key, each in value.items()}
        if isinstance(value, list):
            return [plain(each) for each in value]
        return value.isoformat() if isinstance(value, date) else value

    text = path.read_text(encoding="utf-8").replace("sha256: pinned", f"sha256: {'5f' * 32}")
    return plain(yaml.safe_load(text))


@pytest.mark.parametrize("name", sorted(MADE))
def test_a_schema_is_a_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(MADE[name])
    assert MADE[name]["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.relative_to(BASE).as_posix())
def test_a_file_fits_its_schema(path: Path) -> None:
    schema = MADE[f"{path.stem}.json"]
    errors = list(
        jsonschema.Draft202012Validator(schema, registry=REGISTRY).iter_errors(as_an_editor_reads(path))
    )
    assert [f"{error.json_path}: {error.message}" for error in errors] == []


@pytest.mark.parametrize(
    ("file", "more", "fits"),
    [
        pytest.param("people", {}, True, id="all that is required"),
        pytest.param("people", {"lat": 1, "lon": 2}, False, id="a person is no point"),
        pytest.param("people", {"lat": 1, "lon": 2, "also": ["place"]}, True, id="but as a place, too"),
        pytest.param("people", {"type": "company"}, False, id="a person has no type"),
        pytest.param("people", {"type": "company", "also": ["owner"]}, True, id="but as an owner, too"),
        pytest.param("owners", {}, False, id="an owner has a type"),
        pytest.param("owners", {"type": "country", "country": "NO"}, True, id="and may be a country"),
        pytest.param("owners", {"type": "tower"}, False, id="a type that is not declared"),
        pytest.param("places", {"country": "NO", "lat": 59, "lon": -3}, True, id="a place is a point"),
        pytest.param("places", {"owned_by": [{"id": "x", "claims": ["a-b"]}]}, True, id="a relation"),
        pytest.param("places", {"lit_by": [{"id": "x", "claims": ["a-b"]}]}, False, id="no relation"),
        pytest.param("places", {"also": ["lights"]}, False, id="a kind that is not declared"),
    ],
)
def test_the_schema_of_a_kind_says_what_its_records_may_have(
    file: str, more: dict[str, Any], fits: bool
) -> None:
    record = {"id": "a", "name": "A", **more}
    assert jsonschema.Draft202012Validator(MADE[f"{file}.json"], registry=REGISTRY).is_valid([record]) is fits


@pytest.mark.parametrize(
    ("claim", "fits"),
    [
        pytest.param({}, True, id="all that is required"),
        pytest.param(
            {"date": 2013, "figure": {"value": 1122, "unit": "people"}},
            True,
            id="numbers for dates and values",
        ),
        pytest.param({"answers": [{"question": "q", "value": ["spain", 3, "…"]}]}, True, id="a set"),
        pytest.param({"topics": []}, False, id="an empty list"),
        pytest.param({"remark": None}, False, id="an empty value"),
        pytest.param({"statment": "x"}, False, id="an unknown field"),
        pytest.param({"source": "a"}, False, id="a field that follows from the file"),
        pytest.param({"kind": "figur"}, False, id="a wrong kind"),
        pytest.param({"id": "A-b"}, False, id="a wrong id"),
        pytest.param({"via": [{"work": "x"}]}, False, id="a work that is no text"),
    ],
)
def test_the_schema_of_claims_says_what_a_claim_is(claim: dict[str, Any], fits: bool) -> None:
    whole = {
        "id": "a-b",
        "statement": "s",
        "quote": "q",
        "kind": "event",
        "about": [],
        "topics": ["t"],
        **claim,
    }
    assert jsonschema.Draft202012Validator(MADE["claims.json"], registry=REGISTRY).is_valid([whole]) is fits


@pytest.mark.parametrize(
    ("draft", "fits"),
    [
        pytest.param({}, True, id="nothing yet"),
        pytest.param(
            {"id": "a-b", "statement": "", "topics": [], "about": ["x"], "date": None}, True, id="begun"
        ),
        pytest.param({"figure": {"value": "3", "unit": ""}}, True, id="a figure without its unit"),
        pytest.param({"figure": {"number": 3}}, False, id="an unknown field in a field"),
        pytest.param({"statment": "x"}, False, id="an unknown field"),
        pytest.param({"kind": "figur"}, False, id="a wrong kind"),
    ],
)
def test_the_schema_of_drafts_lets_fields_be_absent_or_empty(draft: dict[str, Any], fits: bool) -> None:
    assert jsonschema.Draft202012Validator(MADE["drafts.json"], registry=REGISTRY).is_valid([draft]) is fits


def test_every_field_is_explained_to_editors() -> None:
    """Where a field has no description of its own, its type has one."""
    silent = []
    for name, made in MADE.items():
        for sort, record in {"": made, **made.get("$defs", {})}.items():
            for field, shape in record.get("properties", {}).items():
                if "description" not in shape and "$ref" not in shape:
                    silent.append(f"{name} {sort}.{field}")
    assert silent == []


def test_every_field_has_an_example_or_names_its_words() -> None:
    bare = []
    for name, made in MADE.items():
        definitions = made.get("$defs", {})
        for sort, record in {"": made, **definitions}.items():
            for field, shape in record.get("properties", {}).items():
                words = [word for inner in shapes(shape, definitions) for word in inner.get("enum", ())]
                if "examples" not in shape and not words:
                    bare.append(f"{name} {sort}.{field}")
    assert bare == []


@pytest.mark.parametrize("model", [CLAIM, ENTITY, SOURCE, Topic, Question, VocabularyRecord])
def test_the_examples_of_a_record_are_a_record(model: type[Record]) -> None:
    """With words of the vocabulary in the place of those that examples leave out."""
    words: dict[type[Record], dict[str, object]] = {CLAIM: {"kind": "event"}, SOURCE: {"kind": "press"}}
    example = {**examples()[model.__name__], **words.get(model, {})}
    problems = Problems()
    known: dict[type[Record], dict[str, object]] = {
        CLAIM: {"source": "shaw1962"},
        ENTITY: {"kind": kind("place")},
    }
    record = validate(
        model,
        draft(yaml.safe_dump([example], allow_unicode=True, width=1000)),
        problems,
        fixed=known.get(model),
    )
    assert [problem.message for problem in problems] == []
    assert record is not None


def test_the_page_on_fields_has_a_row_for_each_with_what_it_means() -> None:
    page = fields_page(VOCABULARY)
    rows = re.findall(r"^\| (?:\*\*)?`([^`]+)`(?:\*\*)? \| (.*) \| (.*) \|$", page, re.MULTILINE)
    names = [name for name, _, _ in rows]
    assert {
        "sha256",
        "reading.notes.unnumbered.marks",
        "answers.question",
        "lat",
        "kinds.types.traits",
    } <= set(names)
    assert [name for name, said, _ in rows if not said] == []
    assert len(rows) == page.count("\n| ") - page.count("| field |")


def test_editors_are_offered_the_ids_there_are_and_take_others_too() -> None:
    ids = json.loads(ids_schema(load(BASE, Problems())))["$defs"]
    assert ids["entity"]["enum"] == [
        "ines-holm",
        "lights-board",
        "long-skerry",
        "long-skerry-lamp",
        "northmark",
    ]
    claim = MADE["claims.json"]["$defs"]["Claim"]["properties"]
    offered = {"anyOf": [{"$ref": "ids.json#/$defs/entity"}, {"pattern": ID_PATTERN, "type": "string"}]}
    assert claim["about"]["items"] == offered
    assert "anyOf" not in claim["id"]
    assert "anyOf" not in claim["formerly"]["items"]


def test_a_list_without_any_id_takes_nothing_for_one() -> None:
    made = json.loads(ids_schema(Corpus.empty(VOCABULARY)))
    jsonschema.Draft202012Validator.check_schema(made)
    assert made["$defs"]["claim"] == {"not": {}}
