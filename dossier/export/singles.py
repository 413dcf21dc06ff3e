"""The records of JSON files by themselves: a file a record beside its page, and claims line by line."""

from __future__ import annotations

from dossier.export.layout import lines_of
from dossier.model.exported import ExportedFile
from dossier.model.output import OutputFile


def json_lines(claims: ExportedFile) -> ExportedFile:
    """`claims.jsonl`: a claim a line, for software that reads line by line."""
    return ExportedFile(
        OutputFile("data/claims.jsonl", b"".join(lines_of(claims))),
        "one claim",
        claims.count,
        note="A claim a line, in JSON; the fields are those of `claims.json`.",
    )


def single_files(name: str, records: ExportedFile) -> ExportedFile | None:
    """`<name>/<id>.json`, a file a record; none where there is no record."""
    files = [
        OutputFile(f"{name}/{record['id']}.json", line)
        for record, line in zip(records.records, lines_of(records), strict=True)
    ]
    if not files:
        return None
    first, *others = files
    return ExportedFile(
        first,
        records.item,
        len(files),
        note=f"A file a record, for software that knows an id; the fields are those of `{records.description.name}`.",
        pattern=f"{name}/<id>.json",
        others=tuple(others),
    )
