"""An exported file with what readers have to know to use it: `export` makes it, a page of `render` describes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dossier.model.output import OutputFile

FORMAT = 1
"""The version of what is exported: another one where a field goes or means something else."""


@dataclass(frozen=True, slots=True)
class FieldDescription:
    """A field of an exported record. `type` and `meaning` are for readers, with code in backticks.

    `words` are those that it can hold where they are a closed set, `parts` the fields of the records that it holds.
    """

    name: str
    type: str
    meaning: str
    words: tuple[str, ...] = ()
    parts: tuple[FieldDescription, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportDescription:
    """What readers have to know to use an exported file, or a file a record, of which all are called by a `pattern`.

    `path` is that of the file or of the first, `size` how many bytes all have. `item` is what one of its `count`
    records is, `schema` the path of its JSON Schema, where it has one.
    """

    path: str
    size: int
    item: str
    count: int
    fields: tuple[FieldDescription, ...] = ()
    schema: str = ""
    note: str = ""
    pattern: str = ""

    @property
    def name(self) -> str:
        """What it is called: without its folder, or how all of its files are."""
        return self.pattern or self.path.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file, `item` for what one of its `count` records is, and the fields of each; `schema` is its JSON Schema.

    `note` is what else its readers have to know, such as what its format cannot express, with code in backticks.
    Where there is a file a record, `pattern` is how all are called (`claims/<id>.json`), and `others` are those after
    the first. `records` are those of a JSON file: other formats are made of them.
    """

    file: OutputFile
    item: str
    count: int
    fields: tuple[FieldDescription, ...] = ()
    schema: OutputFile | None = None
    note: str = ""
    pattern: str = ""
    others: tuple[OutputFile, ...] = ()
    records: Sequence[Mapping[str, Any]] = field(default=(), repr=False, hash=False)

    @property
    def description(self) -> ExportDescription:
        """What remains to be said of it when it is written."""
        size = sum(len(file.content) for file in (self.file, *self.others))
        schema = self.schema.path if self.schema else ""
        return ExportDescription(
            self.file.path, size, self.item, self.count, self.fields, schema, self.note, self.pattern
        )

    @property
    def files(self) -> tuple[OutputFile, ...]:
        """The file, its schema, and the others."""
        return (self.file, *((self.schema,) if self.schema else ()), *self.others)
