"""How documents of JSON-LD are laid out, an item a line, and the contexts by which they are read without a network."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Any

from dossier.export.layout import one_line
from dossier.leaves.contexts import JsonLdContext
from dossier.model.exported import ExportedFile
from dossier.model.output import OutputFile


def document(head: Mapping[str, Any], name: str, items: Iterable[Mapping[str, Any]]) -> str:
    """The `head`, and a list that is called `name`, an item a line."""
    lines = ",\n".join(map(one_line, items))
    return f'{one_line(head)[:-1]}, "{name}": [\n{lines}\n]}}\n'


def context_file(context: JsonLdContext) -> ExportedFile:
    """A context, unchanged."""
    content = files("dossier.export").joinpath("contexts", context.file).read_bytes()
    return ExportedFile(
        OutputFile(f"data/contexts/{context.file}", content),
        "a context of JSON-LD",
        1,
        note=f"What the words of JSON-LD files that name `{context.address}` mean: a copy for readers without a "
        "network, unchanged from its publisher.",
    )
