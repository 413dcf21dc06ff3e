"""How a list of records is laid out as JSON: one record a line, so that a changed record is a changed line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TypeVar

from dossier.export.fields import FieldType
from dossier.leaves.address import lasting
from dossier.model.configuration import Site
from dossier.model.exported import FORMAT, ExportedFile
from dossier.model.output import OutputFile
from dossier.model.public import Public

one_line = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
"""A value as JSON on one line."""
K = TypeVar("K", bound=str)
T = TypeVar("T")


def by_id(records: Mapping[K, T]) -> list[T]:
    """The records in order of their ids."""
    return [records[key] for key in sorted(records)]


def json_file(
    public: Public, name: str, item: str, record: FieldType[T], described: Iterable[T]
) -> ExportedFile:
    """`data/<name>.json`, a list of what is described, with its JSON Schema; `item` says what one of them is."""
    records = [record.encode(thing) for thing in described]
    content = "[\n" + ",\n".join(map(one_line, records)) + "\n]\n" if records else "[]\n"
    path = f"data/schema/{name}.schema.json"
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": _versioned(public.corpus.configuration.site, path),
        "title": f"{name}.json",
        "description": f"A list; each item is {item}.",
        "type": "array",
        "items": record.schema,
    }
    return ExportedFile(
        OutputFile.of_text(f"data/{name}.json", content),
        item,
        len(records),
        record.parts,
        OutputFile.of_text(path, json.dumps(schema, ensure_ascii=False, indent=2) + "\n"),
        records=records,
    )


def _versioned(site: Site, path: str) -> str:
    """The lasting id of a schema, with the version of what is exported."""
    mark = "?" if site.url else "?="  # a URN has a query of its own sort (RFC 8141)
    return f"{lasting(site, path)}{mark}version={FORMAT}"


def lines_of(file: ExportedFile) -> list[bytes]:
    """The records of a JSON file as it has them, a line each."""
    return [line.removesuffix(b",") + b"\n" for line in file.file.content.split(b"\n")[1:-2]]
