"""The fields of exported records: name, meaning, type and value of each, described once.

From one description come the record as JSON, its JSON Schema (draft 2020-12) and its description for readers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar

from dossier.model.claim import AnswerValue
from dossier.model.exported import FieldDescription
from dossier.model.ids import ID_PATTERN

Json = Mapping[str, Any]
T = TypeVar("T")
V = TypeVar("V")


class Named(Protocol):
    """Whatever a vocabulary declares."""

    @property
    def id(self) -> str: ...


@dataclass(frozen=True, slots=True)
class FieldType(Generic[V]):
    """What a field holds: its JSON Schema, what readers call one and several of it, and how a value becomes JSON.

    `words` are those of a closed set, `parts` the fields of a record; a list has those of its items.
    """

    schema: Json
    one: str
    several: str
    encode: Callable[[V], Any]
    words: tuple[str, ...] = ()
    parts: tuple[FieldDescription, ...] = ()


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """A field of the record that describes a `T`. `meaning` is for readers, with code in backticks.

    An absent value is null, but where the standard of the file leaves it out (`may_be_missing`).
    """

    name: str
    meaning: str
    type: FieldType[Any]
    value: Callable[[T], Any]
    may_be_missing: bool = False


def record(*fields: Field[T]) -> FieldType[T]:
    """A JSON object with these fields, in this order, and no others."""
    ways = [(field.name, field.value, field.type.encode, field.may_be_missing) for field in fields]

    def encode(described: T) -> dict[str, Any]:
        return {
            name: encode_value(value)
            for name, value_of, encode_value, may_be_missing in ways
            if (value := value_of(described)) is not None or not may_be_missing
        }

    schema = {
        "type": "object",
        "properties": {field.name: {**field.type.schema, "description": field.meaning} for field in fields},
        "required": [field.name for field in fields if not field.may_be_missing],
        "additionalProperties": False,
    }
    parts = tuple(
        FieldDescription(field.name, field.type.one, field.meaning, field.type.words, field.type.parts)
        for field in fields
    )
    return FieldType(schema, "record", "records", encode, parts=parts)


def list_of(items: FieldType[V]) -> FieldType[Iterable[V]]:
    """A JSON list; empty where there is nothing."""
    encode = items.encode
    return FieldType(
        {"type": "array", "items": items.schema},
        f"list of {items.several}",
        f"lists of {items.several}",
        lambda values: list(map(encode, values)),
        items.words,
        items.parts,
    )


def or_null(present: FieldType[V]) -> FieldType[V | None]:
    """The same, or null where there is none."""
    types, encode = present.schema["type"], present.encode
    schema = {**present.schema, "type": [*([types] if isinstance(types, str) else types), "null"]}
    if "enum" in schema:
        schema["enum"] = [*schema["enum"], None]
    return FieldType(
        schema,
        f"{present.one} or null",
        f"{present.several} or nulls",
        lambda value: None if value is None else encode(value),
        present.words,
        present.parts,
    )


def one_of(closed: type[StrEnum]) -> FieldType[StrEnum]:
    """A word of a closed set."""
    words = tuple(closed)
    return FieldType({"type": "string", "enum": list(words)}, "word", "words", _as_text, words)


def word_of(words: Iterable[Named]) -> FieldType[Named]:
    """One of the words of a vocabulary, by its id."""
    ids = tuple(dict.fromkeys(word.id for word in words))
    return FieldType({"type": "string", "enum": list(ids)}, "word", "words", lambda word: word.id, ids)


def text(one: str = "text", several: str = "texts", **schema: str) -> FieldType[Any]:
    """Text, and what is written as text: dates and numbers as typed, days.

    `one` and `several` are what readers call it, `schema` is what its JSON Schema says beside the type.
    """
    return FieldType({"type": "string", **schema}, one, several, _as_text)


def _as_text(value: object) -> str:
    if value is None:
        raise TypeError("an absent value is written by `or_null`")
    return str(value)


TEXT = text()
ID = text("id", "ids", pattern=ID_PATTERN)
EDTF = text("EDTF date", "EDTF dates")
DAY = text("ISO day", "ISO days")
ADDRESS = text("address", "addresses", format="uri-reference")
ANY: FieldType[Any] = FieldType({}, "any value", "any values", lambda value: value)
BOOLEAN: FieldType[bool] = FieldType({"type": "boolean"}, "true or false", "booleans", bool)
INTEGER: FieldType[int] = FieldType({"type": "integer"}, "integer", "integers", int)
NUMBER: FieldType[float] = FieldType({"type": "number"}, "number", "numbers", lambda number: number)
RANGE: FieldType[tuple[int, int]] = FieldType(
    {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2},
    "`[first, last]`",
    "`[start, end]`",
    list,
)
VALUE: FieldType[AnswerValue] = FieldType(
    {"type": ["string", "array"], "items": {"type": "string"}},
    "text, or a list of texts,",
    "texts or lists of texts",
    lambda value: list(value) if isinstance(value, tuple) else str(value),
)
