"""What all records of YAML files share: unknown fields are refused, scalars arrive as text."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, StringConstraints, WithJsonSchema
from pydantic_core import CoreSchema

from dossier.model.from_text import NAMES
from dossier.model.ids import ClaimIdField
from dossier.model.place import Path

Text = Annotated[str, StringConstraints(min_length=1)]
"""Plain text in one line, as `load` folded it."""

Number = Annotated[float, Field(allow_inf_nan=False), WithJsonSchema({"type": ["number", "string"]})]
"""A number read from text."""


class Record(BaseModel):
    """One record as its author wrote it; immutable. The docstrings of fields are what editors show of them."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler, /
    ) -> dict[str, Any]:
        """With docstrings as descriptions. Pydantic's own setting for that reads them whenever the program starts."""
        schema = super().__get_pydantic_json_schema__(core_schema, handler)
        properties = handler.resolve_ref_schema(schema)["properties"]
        docstrings: dict[str, str] = {}
        for base in reversed(cls.__mro__[: cls.__mro__.index(Record)]):
            docstrings |= _docstrings(base.__module__).get(base.__name__, {})
        for name, field in cls.model_fields.items():
            shown = properties.get(field.alias or name, {})
            said = handler.resolve_ref_schema(shown).get("description")  # of the field, or of its type
            if name in docstrings and said != docstrings[name]:
                shown.setdefault("description", docstrings[name])
        return schema


@cache
def _docstrings(module: str) -> Mapping[str, Mapping[str, str]]:
    """What is written below the fields of the classes of a module, by the names of both."""
    found: dict[str, dict[str, str]] = {}
    source = ast.parse(inspect.getsource(sys.modules[module]))
    for record in (part for part in source.body if isinstance(part, ast.ClassDef)):
        for pair in pairwise(record.body):
            match pair:
                case ast.AnnAssign(target=ast.Name(name)), ast.Expr(ast.Constant(str(docstring))):
                    found.setdefault(record.name, {})[name] = inspect.cleandoc(docstring)
                case _:
                    pass
    return found


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
