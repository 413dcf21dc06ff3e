"""`add --again`: what a document would change in the source that was made of it, or of an earlier version."""

from __future__ import annotations

import hashlib
from pathlib import Path

import click

from dossier.commands.edits import Change, difference, read_typed, write
from dossier.commands.pin import pinned
from dossier.documents import DocumentText
from dossier.leaves.program import command
from dossier.leaves.whole_files import lay_beside
from dossier.load.nodes import MappingNode, Node, NotYaml, Scalar, parse_nodes
from dossier.model.ids import SourceKey


def take_again(root: Path, key: SourceKey, content: bytes, document: DocumentText, *, write_it: bool) -> None:
    """Show the difference in text.txt and source.yml; with `write_it` write it, the document included."""
    folder = f"sources/{key}"
    record = read_typed(root, f"{folder}/source.yml")
    text = read_typed(root, f"{folder}/text.txt") if (root / folder / "text.txt").exists() else ""
    original = f"original.{document.kind.value}"
    after = _updated(record, document, original, hashlib.sha256(content).hexdigest())
    changes = {
        name: change
        for name, change in (
            (f"{folder}/source.yml", Change(record, after)),
            (f"{folder}/text.txt", Change(text, document.text)),
        )
        if change.before != change.after
    }
    if not changes:
        click.echo(f"Nothing would change: {folder} holds this text already.")
        return
    click.echo(difference(changes), nl=False)
    if text != document.text:
        click.echo(
            "\nThe text changes: lines named under `reading`, and quotes, may no longer fit.", err=True
        )
    if not write_it:
        click.echo("Nothing was written; --yes writes it.", err=True)
        return
    beside = lay_beside(root / folder / original, content)
    try:
        write(root, changes)
        beside.replace(root / folder / original)
    finally:
        beside.unlink(missing_ok=True)
    click.echo(f"{folder} is written; `{command('check')}` says which claims need another look.", err=True)


def _updated(record: str, document: DocumentText, original: str, sha256: str) -> str:
    """A source.yml with the sums of text and document as they are now; all else in it stays."""
    record = pinned(record, hashlib.sha256(document.text.encode()).hexdigest())
    values = {
        "file": original,
        "sha256": sha256,
        "media_type": document.kind.media_type,
        "extractor": document.extractor,
    }
    block = _field(_root(record), "original")
    if not isinstance(block, MappingNode):
        lines = "".join(f"  {name}: {value}\n" for name, value in values.items())
        return f"{record}{'' if record.endswith(chr(10)) else chr(10)}original:\n{lines}"
    for name, value in values.items():
        node = _field(_field(_root(record), "original"), name)
        if isinstance(node, Scalar) and node.text != value:
            record = f"{record[: node.start]}{value}{record[node.end :]}"
    return record


def _root(record: str) -> Node | None:
    nodes = parse_nodes(record)
    return None if isinstance(nodes, NotYaml) or not nodes else nodes[0]


def _field(node: Node | None, name: str) -> Node | None:
    pairs = node.pairs if isinstance(node, MappingNode) else ()
    return next((value for key, value in pairs if isinstance(key, Scalar) and key.text == name), None)
