"""What became of a record since it was added, as its editors say themselves. Showing it is left to pages and feeds."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, GetPydanticSchema, WithJsonSchema

from dossier.model.day import Day
from dossier.model.record import Record, Text

_Typed = Annotated[Any, WithJsonSchema({"type": ["string", "number", "boolean", "array", "object"]})]


def in_words(value: object) -> str:
    """Text, lists and fields as one line of text: `bcij; sale`, `value 11, unit people`."""
    match value:
        case list():
            return "; ".join(map(in_words, value))
        case dict():
            return ", ".join(f"{name} {in_words(part)}" for name, part in value.items())
        case _:
            return " ".join(str(value).split())


def _pairs(was: dict[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple((field, in_words(value)) for field, value in was.items())


Before = Annotated[
    tuple[tuple[str, str], ...],
    GetPydanticSchema(
        lambda _, handler: handler.generate_schema(Annotated[dict[str, _Typed], AfterValidator(_pairs)])
    ),
]
"""Fields, each with what it said, in words; typed as a record is, with the fields that were changed alone."""


class Revision(Record):
    """A change of what a record says. A field that it had not before is in no `was`."""

    date: Day
    """The day on which it was revised."""
    why: Text
    """Why: shown on its page and on the page of changes. Plain text."""
    was: Before = ()
    """What it said before, by the names of its fields: `statement: …`; of a renamed record also its old `id`."""
