"""Takes a mapping in a list apart where its first field comes again: the `- ` of another item was forgotten."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.load.files import File
from dossier.load.nodes import MappingNode, Node, Scalar
from dossier.model.codes import Code
from dossier.model.problem import Problems, Related


def items_of(nodes: tuple[Node, ...], file: File, problems: Problems) -> Iterator[Node]:
    """The items of a list, with those apart that lack their dash; each of these is reported."""
    for node in nodes:
        rest = node
        while isinstance(rest, MappingNode) and (at := _second(rest, file)):
            first, again = rest.pairs[0][0], rest.pairs[at][0]
            name = again.text if isinstance(again, Scalar) else ""
            message = f"a record begins here without its `- `: `{name}` appears twice"
            help_ = "put `- ` before it: each record begins with one"
            related = [Related(file.place(first.start), f"the first `{name}`")]
            problems.add(file.place(again.start), Code.REPEATED_KEY, message, help_, related)
            yield MappingNode(rest.start, rest.pairs[at - 1][1].end, rest.pairs[:at], rest.flaw)
            rest = MappingNode(again.start, rest.end, rest.pairs[at:])
        yield rest


def _second(node: MappingNode, file: File) -> int:
    """Where the first field comes again, on a line of its own and with another field that comes again; else 0."""
    names = [key.text if isinstance(key, Scalar) else "" for key, _ in node.pairs]
    at = names.index(names[0], 1) if names and names.count(names[0]) > 1 else 0
    if not at or set(names[1:at]).isdisjoint(names[at + 1 :]):
        return 0
    line_start = file.text.rfind("\n", 0, node.pairs[at][0].start) + 1
    return 0 if file.text[line_start : node.pairs[at][0].start].strip() else at
