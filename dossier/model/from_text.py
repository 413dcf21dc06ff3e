"""What the types share that are read from an author's text: how records call their `parse`, and what it raises."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from pydantic import (
    AfterValidator,
    Discriminator,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    StringConstraints,
    Tag,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
)
from pydantic_core import CoreSchema
from pydantic_core.core_schema import no_info_after_validator_function

from dossier.model.codes import Code

Typed = Annotated[
    str, StringConstraints(min_length=1), WithJsonSchema({"type": ["string", "number"], "minLength": 1})
]
"""A value as typed; an editor's YAML reader may take `2013` for a number."""


NAMES = "x-names"
"""In a JSON Schema the kind of record that a text is the id of."""


class UnreadableValueError(ValueError):
    """Text that is none of a type's. Its message says what is wrong, `help` how to write it; both are for authors."""

    def __init__(self, code: Code, message: str, help: str) -> None:  # noqa: A002 - the report's own word
        super().__init__(message)
        self.code = code
        self.help = help


@dataclass(frozen=True, slots=True)
class Matching:
    """What makes a type of text in records: a pattern, in JSON Schema too, and what to say of other text.

    Where it is the id of something, `names` says of what: `NAMES` in the schema, for `load` to resolve.
    """

    pattern: str
    refusal: Callable[[str], UnreadableValueError]
    names: str = ""

    def parse(self, typed: str) -> str:
        """The text itself; raises the refusal."""
        if not re.fullmatch(self.pattern, typed):
            raise self.refusal(typed)
        return typed

    def __get_pydantic_core_schema__(self, kind: type[str], handler: GetCoreSchemaHandler) -> CoreSchema:
        """As pydantic asks for it."""
        return no_info_after_validator_function(self.parse, handler(kind))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, object]:
        """As pydantic asks for it."""
        names = {NAMES: self.names} if self.names else {}
        return {**handler(schema), "pattern": self.pattern, **names}


def form(pattern: str, name: str, help: str) -> Matching:  # noqa: A002 - the report's own word
    """Text of one form, called `name`: `a language tag`. Other text is `bad-value`."""

    def refusal(typed: str) -> UnreadableValueError:
        return UnreadableValueError(Code.BAD_VALUE, f"`{typed}` is not {name}", help)

    return Matching(pattern, refusal)


TEXT, LIST, FIELDS = Tag("(text)"), Tag("(list)"), Tag("(fields)")
"""Mark the members of a union by what an author types for them."""
WRONG_SHAPE = "wrong_shape"


def by_shape(wanted: str) -> Discriminator:
    """Tells the marked members of a union apart; anything else is a `WRONG_SHAPE`, its message what is `wanted`."""
    return Discriminator(_shape, custom_error_type=WRONG_SHAPE, custom_error_message=wanted)


def _shape(value: object) -> str:
    tag = TEXT if isinstance(value, str) else LIST if isinstance(value, list | tuple) else FIELDS
    return tag.tag


def schema_from_text(
    kind: type[object], parse: Callable[[str], object], handler: GetCoreSchemaHandler
) -> CoreSchema:
    """What a type returns as its `__get_pydantic_core_schema__`: records read it from text, and write it by `str`."""

    def keep(value: object, read: ValidatorFunctionWrapHandler) -> object:
        return value if isinstance(value, kind) else read(value)

    return handler.generate_schema(
        Annotated[Typed, AfterValidator(parse), WrapValidator(keep), PlainSerializer(str)]
    )
