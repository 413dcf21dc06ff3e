"""What all records of YAML files share: unknown fields are refused, scalars arrive as text."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, WithJsonSchema

from dossier.model.ids import ClaimIdField

Text = Annotated[str, StringConstraints(min_length=1)]
"""Plain text in one line, as `load` folded it."""

Edtf = Annotated[
    str, StringConstraints(min_length=1), WithJsonSchema({"type": ["string", "number"], "minLength": 1})
]
"""A date in EDTF level 1 as typed; an editor's YAML reader may take `2013` for a number."""

Value = Annotated[
    str, StringConstraints(min_length=1), WithJsonSchema({"type": ["string", "number"], "minLength": 1})
]
"""A number, date or word as typed."""

Number = Annotated[float, WithJsonSchema({"type": "number"})]
"""A number read from text."""


class Record(BaseModel):
    """One record as its author wrote it; immutable."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Allowance(Record):
    """An answered guard: the problem `code` that may stand, and why."""

    code: Text
    why: Text


class Borne(Record):
    """The other end of a relation, and the claims that bear it."""

    id: Text
    claims: tuple[ClaimIdField, ...]
