"""Where drafts of claims name records, as edits: nothing but their YAML is known of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from dossier.commands.edits import Edit, read_typed
from dossier.leaves.tree import files_below
from dossier.load.files import File
from dossier.load.nodes import ListNode, MappingNode, Node, NotYaml, Scalar, parse_nodes
from dossier.model.corpus import RecordRef
from dossier.model.kinds import RecordKind

_FIELDS = {
    "about": RecordKind.ENTITY,
    "question": RecordKind.QUESTION,
    "speaker": RecordKind.ENTITY,
    "topics": RecordKind.TOPIC,
    "value": RecordKind.ENTITY,
    "via": RecordKind.WORK,
}
"""Fields that name records, at whatever depth."""


def named_in_drafts(root: Path, renamed: Mapping[RecordRef, str]) -> Iterator[Edit]:
    """An edit for each place in a `drafts.yml` where one of the records is named.

    The ids of drafts begin with their source's key, and follow it.
    """
    for path in files_below(root / "sources"):
        if not path.endswith("/drafts.yml"):
            continue
        name = f"sources/{path}"
        file = File(name, read_typed(root, name).removeprefix("\ufeff"))
        nodes = parse_nodes(file.text)
        if isinstance(nodes, NotYaml):
            continue
        for field, scalar in (found for node in nodes for found in _scalars("", node)):
            if named := _named(field, scalar.text, renamed):
                yield Edit(file.place(scalar.start), *named)


def _named(field: str, typed: str, renamed: Mapping[RecordRef, str]) -> tuple[str, str] | None:
    """The old id in a value and the new one, if it has one."""
    if field == "id":
        source = next(
            ((old, now) for (kind, old), now in renamed.items() if kind is RecordKind.SOURCE), ("", "")
        )
        return source if source[0] and typed.startswith(f"{source[0]}-") else None
    if field not in _FIELDS:
        return None
    old = typed.partition(",")[0].strip()
    now = renamed.get((_FIELDS[field], old))
    return (old, now) if now else None


def _scalars(field: str, node: Node) -> Iterator[tuple[str, Scalar]]:
    """The texts in a node, each with the field that holds it."""
    if isinstance(node, Scalar):
        yield field, node
    elif isinstance(node, ListNode):
        for item in node.items:
            yield from _scalars(field, item)
    elif isinstance(node, MappingNode):
        for key, value in node.pairs:
            yield from _scalars(key.text if isinstance(key, Scalar) else "", value)
