"""Values of records as JSON has them, every scalar as text: for comparing, and for saying what a field says."""

from __future__ import annotations

from collections.abc import Mapping

from dossier.model.history import in_words
from dossier.model.page import HandPage
from dossier.model.record import Record
from dossier.model.work import Name

Plain = str | list["Plain"] | dict[str, "Plain"]


def plain(value: object) -> Plain:
    """A value; of a word of the vocabulary its id."""
    match value:
        case None | False:
            return ""
        case tuple():
            return [plain(part) for part in value]
        case Mapping():
            return said(value)
        case Record():
            return said(typed(value))
        case Name():
            return ", ".join(filter(None, (value.family, value.given)))
        case _:
            return str(getattr(value, "id", value))


def said(named: Mapping[str, object]) -> dict[str, Plain]:
    """Named values, without those that say nothing."""
    found = {name: plain(value) for name, value in named.items()}
    return {name: value for name, value in found.items() if value not in ("", [], {})}


def typed(record: Record) -> dict[str, object]:
    """The values of a record by the names that authors type."""
    return {field.alias or name: getattr(record, name) for name, field in type(record).model_fields.items()}


def says(record: Record | HandPage, field: str) -> str:
    """What a field of a record says, in words; nothing where it is not there."""
    values = typed(record) if isinstance(record, Record) else {field: getattr(record, field, None)}
    return in_words(plain(values.get(field)))
