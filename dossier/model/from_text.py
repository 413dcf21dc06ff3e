"""What the types share that are read from an author's text: how records call their `parse`, and what it raises."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from pydantic import (
    AfterValidator,
    GetCoreSchemaHandler,
    PlainSerializer,
    StringConstraints,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
)
from pydantic_core import CoreSchema

from dossier.model.codes import Code

Typed = Annotated[
    str, StringConstraints(min_length=1), WithJsonSchema({"type": ["string", "number"], "minLength": 1})
]
"""A value as typed; an editor's YAML reader may take `2013` for a number."""


class UnreadableValueError(ValueError):
    """Text that is none of a type's. Its message says what is wrong, `help` how to write it; both are for authors."""

    def __init__(self, code: Code, message: str, help: str) -> None:  # noqa: A002 - the report's own word
        super().__init__(message)
        self.code = code
        self.help = help


def schema_from_text(
    kind: type[object], parse: Callable[[str], object], handler: GetCoreSchemaHandler
) -> CoreSchema:
    """What a type returns as its `__get_pydantic_core_schema__`: records read it from text, and write it by `str`."""

    def keep(value: object, read: ValidatorFunctionWrapHandler) -> object:
        return value if isinstance(value, kind) else read(value)

    return handler.generate_schema(
        Annotated[Typed, AfterValidator(parse), WrapValidator(keep), PlainSerializer(str)]
    )
