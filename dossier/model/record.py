"""What all records of YAML files share: unknown fields are refused, scalars arrive as text."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, WithJsonSchema

from dossier.model.ids import ClaimIdField

Text = Annotated[str, StringConstraints(min_length=1)]
"""Plain text in one line, as `load` folded it."""

Number = Annotated[float, Field(allow_inf_nan=False), WithJsonSchema({"type": ["number", "string"]})]
"""A number read from text."""


class Record(BaseModel):
    """One record as its author wrote it; immutable. The docstrings of fields are what editors show of them."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Allowance(Record):
    """An answered guard: the problem `code` that may stand, and why."""

    code: Text
    """The code of the warning, as reports show it in brackets."""
    why: Text
    """Why it may stand; shown on the page of the claim or source."""


class SupportedBy(Record):
    """The other end of a relation, and the claims that bear it."""

    id: Text
    """The id of the other entity."""
    claims: tuple[ClaimIdField, ...]
    """The claims that say so."""
