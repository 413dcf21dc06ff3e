"""How the exported files are laid out: one record a line, so that a changed record is a changed line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from dossier.model.date import Date
from dossier.model.day import Day
from dossier.model.quantity import Quantity

Json = Mapping[str, Any]
"""One record: text, numbers, dates, quantities, null, lists and records of these."""


def as_lines(records: Iterable[Json]) -> str:
    """A JSON list with each record on a line of its own, keys in the order given."""
    lines = [json.dumps(record, ensure_ascii=False, allow_nan=False, default=_as_text) for record in records]
    return "[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n"


def _as_text(value: object) -> str:
    """Dates and quantities as their authors typed them."""
    if isinstance(value, Date | Day | Quantity):
        return str(value)
    raise TypeError(f"{value!r} is no JSON")
