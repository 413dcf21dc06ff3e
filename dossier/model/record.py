"""What all records of YAML files share: unknown fields are refused, scalars arrive as text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, WithJsonSchema

from dossier.model.from_text import NAMES
from dossier.model.ids import ClaimIdField
from dossier.model.place import Path

Text = Annotated[str, StringConstraints(min_length=1)]
"""Plain text in one line, as `load` folded it."""

Number = Annotated[float, Field(allow_inf_nan=False), WithJsonSchema({"type": ["number", "string"]})]
"""A number read from text."""


class Record(BaseModel):
    """One record as its author wrote it; immutable. The docstrings of fields are what editors show of them."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True, defer_build=True)


W = TypeVar("W")


@cache
def declared(model: type[Record], sort: type[W]) -> tuple[tuple[str, W], ...]:
    """The fields that words of a vocabulary became (its relations, its qualifiers), by attribute, in its order."""
    return tuple(
        (name, word)
        for name, field in model.model_fields.items()
        for word in field.metadata
        if isinstance(word, sort)
    )


def values_in(record: Record) -> Iterator[tuple[Path, object]]:
    """Every value of a record and of the records in it, with its path, in the order of fields."""
    for name, typed in _field_names(type(record)):
        yield from _values((typed,), getattr(record, name))


@cache
def _field_names(model: type[Record]) -> tuple[tuple[str, str], ...]:
    """The fields as attributes, and as they are typed."""
    return tuple((name, field.alias or name) for name, field in model.model_fields.items())


def _values(path: Path, value: object) -> Iterator[tuple[Path, object]]:
    if isinstance(value, Record):
        for rest, inner in values_in(value):
            yield (*path, *rest), inner
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            yield from _values((*path, at), item)
    else:
        yield path, value


class Allowance(Record):
    """An answered guard: the problem `code` that is accepted, and why."""

    code: Text
    """The code of the warning, as reports show it in brackets."""
    why: Text
    """Why it is accepted; shown on the page of the claim or source."""


class SupportedBy(Record):
    """The other end of a relation, and the claims that support it."""

    id: Annotated[Text, WithJsonSchema({"type": "string", "minLength": 1, NAMES: "entity"})]
    """The id of the other entity."""
    claims: tuple[ClaimIdField, ...]
    """The claims that say so."""
