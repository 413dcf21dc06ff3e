"""The JSON Schemas of the YAML files, by which editors complete fields and mark mistakes as they are typed.

They are made from the models, so that they cannot say anything else; readers check more than a schema can say.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from dossier.load.drafts import MAY_BE_EMPTY
from dossier.load.field_examples import examples
from dossier.load.index import KIND_FIELDS, has_field
from dossier.load.vocabulary_file import VocabularyRecord
from dossier.model.corpus import Corpus
from dossier.model.from_text import NAMES
from dossier.model.kinds import RecordKind
from dossier.model.question import NoQuestion, Question, Topic
from dossier.model.record import Record, declared
from dossier.model.record_types import record_types
from dossier.model.vocabulary import Kind, Relation, Vocabulary

FOLDER = "sources/schema"
"""Where they are kept, in the project."""

IDS_FILE = "ids.json"
_OWN_IDS = ("id", "citation", "formerly")

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_names(vocabulary: Vocabulary) -> frozenset[str]:
    """The names of the files that `schemas` makes."""
    kinds = (kind.plural for kind in vocabulary.kinds)
    return frozenset(
        f"{name}.json" for name in (*kinds, "claims", "drafts", "topics", "questions", "source", "vocabulary")
    )


@cache
def schemas(vocabulary: Vocabulary) -> Mapping[str, str]:
    """The JSON Schema (draft 2020-12) of each kind of YAML file, by file name."""
    types = record_types(vocabulary)
    made = {
        f"{kind.plural}.json": _list_of(types.entity, _of_kind(kind, vocabulary)) for kind in vocabulary.kinds
    }
    made["claims.json"] = _list_of(types.claim, _fields(types.claim))
    made["drafts.json"] = _list_of(types.claim, _unfinished(_fields(types.claim)))
    made["topics.json"] = _list_of(Topic, _fields(Topic))
    made["questions.json"] = _list_of(Question, _fields(Question), NoQuestion)
    made["source.json"] = {"$schema": _DIALECT, **_fields(types.source)}
    made["vocabulary.json"] = {"$schema": _DIALECT, **_fields(VocabularyRecord)}
    return {name: _written(_with_ids(made[name])) for name in sorted(made)}


def ids_schema(corpus: Corpus) -> str:
    """The ids that there are, which editors offer where a record names another: `IDS_FILE`, beside the schemas."""
    kinds = {kind: sorted(corpus.ids(kind)) for kind in RecordKind if kind is not RecordKind.PAGE}
    definitions: dict[str, Any] = {kind: {"enum": ids} if ids else {"not": {}} for kind, ids in kinds.items()}
    return _written({"$schema": _DIALECT, "$defs": definitions})


def _with_ids(schema: Any) -> Any:  # noqa: ANN401 - JSON
    """A schema that offers ids, and takes others too: the list of those there are is not renewed with each record."""
    if isinstance(schema, list):
        return [_with_ids(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {name: _with_ids(part) for name, part in schema.items() if name != NAMES}
    if NAMES not in schema:
        return kept
    typed = {name: kept.pop(name) for name in ("type", "pattern", "minLength") if name in kept}
    return {"anyOf": [{"$ref": f"{IDS_FILE}#/$defs/{schema[NAMES]}"}, typed], **kept}


def _written(schema: object) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _fields(model: type[Record]) -> dict[str, Any]:
    """The schema of a record by itself: a copy, which may be changed."""
    schema: dict[str, Any] = json.loads(_typed_fields(model))
    return schema


@cache
def _typed_fields(model: type[Record]) -> str:
    schema: dict[str, Any] = _tidy(model.model_json_schema())
    for made in (schema, *schema.get("$defs", {}).values()):
        for name, field in made.get("properties", {}).items():
            if field.get("type") == "array" and name not in MAY_BE_EMPTY:
                field.setdefault("minItems", 1)
    for name in _OWN_IDS:  # they name the record itself
        if name in schema["properties"]:
            _forget_names(schema["properties"][name])
    relations = {
        str(model.model_fields[name].alias): [examples()["SupportedBy"]]
        for name, _ in declared(model, Relation)
    }
    _add_examples(schema, schema.get("$defs", {}), {**examples()[model.__name__], **relations})
    return json.dumps(schema)


def _unfinished(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a record in the making: any field may be absent, or there and still empty."""
    empty = [{"enum": [None, ""]}, {"type": "array", "maxItems": 0}]
    definitions = schema.get("$defs", {})
    for made in (schema, *definitions.values()):
        made.pop("required", None)
        for name, field in made.get("properties", {}).items():
            described = {**definitions.get(_name(field), {}), **field}
            told = {word: described[word] for word in ("description", "examples") if word in described}
            made["properties"][name] = {**told, "anyOf": [field, *empty]}
    return schema


def _forget_names(field: dict[str, Any]) -> None:
    field.pop(NAMES, None)
    field.get("items", {}).pop(NAMES, None)


def _add_examples(schema: dict[str, Any], definitions: Mapping[str, Any], example: object) -> None:
    """Give the fields of a schema, and of those that they hold, the values of an example; lists of words need none."""
    for part in example if isinstance(example, list) else [example]:
        for name, field in schema.get("properties", {}).items():
            if not isinstance(part, dict) or name not in part:
                continue
            if not _words(field, definitions):
                field["examples"] = [_as_typed(field, part[name])]
            for reference in _references(field):
                _add_examples(definitions[reference], definitions, part[name])


def _as_typed(field: Mapping[str, Any], value: object) -> object:
    match field.get("type"):
        case "boolean":
            return value == "true"
        case "integer":
            return int(str(value))
        case _:
            return value


def _words(field: Mapping[str, Any], definitions: Mapping[str, Any]) -> list[str]:
    """The words that a field, or an item of its list, is one of; none where it takes others."""
    shape = field.get("items", field)
    return shape.get("enum") or definitions.get(_name(shape), {}).get("enum") or []


def _references(field: Mapping[str, Any]) -> Iterator[str]:
    for shape in [field, *field.get("oneOf", []), *field.get("anyOf", [])]:
        if name := _name(shape.get("items", shape)):
            yield name
        elif "oneOf" in (items := shape.get("items", {})):
            yield from _references(items)


def _name(shape: Mapping[str, Any]) -> str:
    return str(shape.get("$ref", "")).rpartition("/")[2]


def _of_kind(kind: Kind, vocabulary: Vocabulary) -> dict[str, Any]:
    """The schema of an entity: of the fields that not all kinds have, those of the kind, and those that come with
    what it says under `also`.
    """
    schema = _fields(record_types(vocabulary).entity)
    if kind.types:
        schema["properties"]["type"]["enum"] = [type_.id for type_ in kind.types]
        schema["required"].append("type")
    rules = []
    for field in KIND_FIELDS:
        lenders = [other.id for other in vocabulary.kinds if has_field(other, field)]
        if not lenders:
            del schema["properties"][field]
        elif kind.id not in lenders:
            lent = {"properties": {"also": {"contains": {"enum": lenders}}}, "required": ["also"]}
            rules.append({"if": lent, "else": {"properties": {field: False}}})
    return schema | ({"allOf": rules} if rules else {})


def _list_of(
    model: type[Record], schema: dict[str, Any], other: type[Record] | None = None
) -> dict[str, Any]:
    """The schema of a file that lists records of one model, or of that and another."""
    definitions = schema.pop("$defs", {})
    definitions[model.__name__] = schema
    item: dict[str, Any] = {"$ref": f"#/$defs/{model.__name__}"}
    if other is not None:
        definitions[other.__name__] = _fields(other)
        item = {"oneOf": [item, {"$ref": f"#/$defs/{other.__name__}"}]}
    return {
        "$schema": _DIALECT,
        "type": ["array", "null"],  # a file of comments alone lists nothing
        "items": item,
        "$defs": dict(sorted(definitions.items())),
    }


def _tidy(schema: Any) -> Any:  # noqa: ANN401 - JSON
    """A schema without the titles that pydantic makes of names, and without `null`, which no file may hold."""
    if isinstance(schema, list):
        return [_tidy(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {name: part for name, part in schema.items() if not _is_noise(name, part)}
    options = [option for option in kept.get("anyOf", []) if option != {"type": "null"}]
    if len(options) == 1:
        kept = {**options[0], **{name: part for name, part in kept.items() if name != "anyOf"}}
    elif options:
        kept["anyOf"] = options
    return {name: _tidy(part) for name, part in kept.items()}


def _is_noise(name: str, part: object) -> bool:
    return (name == "title" and isinstance(part, str)) or (name == "default" and part in (None, [], {}))


def stale_files(root: Path, vocabulary: Vocabulary) -> list[str]:
    """The schemas that differ from those committed, and committed ones that are none."""
    made = schemas(vocabulary)
    there = {path.name for path in (root / FOLDER).glob("*.json")} - {IDS_FILE}
    return sorted(
        name
        for name in there | made.keys()
        if name not in made or name not in there or _read(root, name) != made[name]
    )


def _read(root: Path, name: str) -> str:
    return (root / FOLDER / name).read_bytes().decode()
