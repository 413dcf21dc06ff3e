"""Records of a JSON file as a table for spreadsheets: CSV (RFC 4180) with a byte-order mark, by which they know UTF-8.

What is in a field of a field has a column of its own; lists are joined in one cell. What a cell may begin with is left
to `leaves/cells`, which tables there are to `spreadsheets`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from operator import itemgetter
from typing import Any

from dossier.leaves.cells import cell, joined
from dossier.model.exported import ExportedFile, FieldDescription
from dossier.model.output import OutputFile

Record = Mapping[str, Any]
"""A record as its JSON file has it."""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column, and what a record has in it."""

    described: FieldDescription
    value: Callable[[Record], Any]


def columns_of(fields: Sequence[FieldDescription], left_out: Collection[str] = ()) -> Iterator[TableColumn]:
    """A column a field: `figure.value`, the field `value` in the field `figure`, becomes `figure_value`.

    `left_out` are fields without a column, by such names.
    """
    yield from _columns(fields, left_out, ())


def _columns(
    fields: Sequence[FieldDescription], left_out: Collection[str], path: tuple[str, ...]
) -> Iterator[TableColumn]:
    for field in fields:
        here = (*path, field.name)
        if ".".join(here) in left_out:
            continue
        if field.parts and not field.type.startswith("list"):
            yield from _columns(field.parts, left_out, here)
        else:
            kind = field.type.removesuffix(" or null")
            described = replace(field, name="_".join(here), type=kind, parts=())
            yield TableColumn(described, partial(_at, here) if path else itemgetter(field.name))


def _at(path: tuple[str, ...], record: Record) -> Any:  # noqa: ANN401 - JSON
    value: Any = record
    for name in path:
        value = None if value is None else value[name]
    return value


def csv_file(
    name: str, item: str, columns: Sequence[TableColumn], records: Iterable[Record], note: str
) -> ExportedFile:
    """`data/<name>.csv`: a row a record, below the names of the columns; `note` says what it leaves out."""
    values = [column.value for column in columns]
    rows = [[cell(text_in(value(record))) for value in values] for record in records]
    written = io.StringIO(newline="")
    csv.writer(written).writerows([[column.described.name for column in columns], *rows])
    return ExportedFile(
        OutputFile.of_text(f"data/{name}.csv", f"\ufeff{written.getvalue()}"),
        item,
        len(rows),
        tuple(column.described for column in columns),
        note=note,
    )


def text_in(value: Any) -> str:  # noqa: ANN401 - JSON
    """A value as text: nothing for null, items of a list joined, of a record its words with commas."""
    match value:
        case str():  # most are, so this comes first
            return value
        case None:
            return ""
        case bool():
            return str(value).lower()
        case list():
            return joined(text_in(item) for item in value)
        case dict():
            return ", ".join(str(part) for part in value.values() if isinstance(part, str | int | float))
        case _:
            return str(value)
