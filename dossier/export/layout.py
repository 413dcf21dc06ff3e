"""How a list of records is laid out as JSON: one record a line, so that a changed record is a changed line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from dossier.export.fields import FieldType
from dossier.leaves.address import lasting
from dossier.model.configuration import Site
from dossier.model.exported import FORMAT, ExportedFile
from dossier.model.output import OutputFile

K = TypeVar("K", bound=str)
T = TypeVar("T")


def by_id(records: Mapping[K, T]) -> list[T]:
    """The records in order of their ids."""
    return [records[key] for key in sorted(records)]


def json_file(name: str, item: str, record: FieldType[T], described: Iterable[T]) -> ExportedFile:
    """`data/<name>.json`, a list of what is described, with its JSON Schema; `item` says what one of them is."""
    records = [record.encode(thing) for thing in described]
    lines = [json.dumps(encoded, ensure_ascii=False, allow_nan=False) for encoded in records]
    content = "[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n"
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{name}.json",
        "description": f"A list; each item is {item}.",
        "type": "array",
        "items": record.schema,
    }
    return ExportedFile(
        OutputFile.of_text(f"data/{name}.json", content),
        item,
        len(lines),
        record.parts,
        OutputFile.of_text(
            f"data/schema/{name}.schema.json", json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        ),
        records=records,
    )


def lines_of(file: ExportedFile) -> list[bytes]:
    """The records of a JSON file as it has them, a line each."""
    return [line.removesuffix(b",") + b"\n" for line in file.file.content.split(b"\n")[1:-2]]


def identified(file: ExportedFile, site: Site) -> ExportedFile:
    """A JSON file whose schema says its own lasting id, with the version of what is exported."""
    if file.schema is None:
        return file
    schema = json.loads(file.schema.content)
    mark = "?" if site.url else "?="  # a URN has a query of its own sort (RFC 8141)
    id_ = f"{lasting(site, file.schema.path)}{mark}version={FORMAT}"
    made = {"$schema": schema.pop("$schema"), "$id": id_, **schema}
    text = json.dumps(made, ensure_ascii=False, indent=2) + "\n"
    return replace(file, schema=OutputFile.of_text(file.schema.path, text))
