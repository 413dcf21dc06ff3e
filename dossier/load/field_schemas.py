"""What the JSON Schema of a record says of one field: its words, its description."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dossier.model.place import Path
from dossier.model.record import Record


@dataclass(frozen=True, slots=True)
class FieldSchema:
    """The `words` that a field is one of (none where it takes others), the fields that it has to have itself, and its
    `description`, which may be empty.
    """

    words: tuple[str, ...]
    required: tuple[str, ...]
    description: str


def field_schema(model: type[Record], path: Path) -> FieldSchema:
    """Of the field that a path leads to, in the record or in those that it holds."""
    made = _schema(model)
    found: list[Mapping[str, Any]] = [made]
    for step in path:
        if isinstance(step, str):
            found = [
                shape["properties"][step]
                for part in found
                for shape in shapes(part, made["$defs"])
                if step in shape.get("properties", {})
            ]
    inner = [shape for part in found for shape in shapes(part, made["$defs"])]
    return FieldSchema(
        tuple(word for shape in inner for word in shape.get("enum", ())),
        tuple(name for shape in inner for name in shape.get("required", ())),
        next((part.get("description", "") for part in found), ""),
    )


def shapes(field: Mapping[str, Any], definitions: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The schemas that a value, or an item of its list, may fit: references within the file followed, alternatives one
    by one.
    """
    reference = str(field.get("$ref", ""))
    if reference.startswith("#/"):
        yield from shapes(definitions[reference.rpartition("/")[2]], definitions)
    elif "items" in field:
        yield from shapes(field["items"], definitions)
    elif several := [*field.get("oneOf", []), *field.get("anyOf", [])]:
        for alternative in several:
            yield from shapes(alternative, definitions)
    else:
        yield field


@cache
def _schema(model: type[Record]) -> dict[str, Any]:
    made = model.model_json_schema()
    return {"$defs": {}, **made}
