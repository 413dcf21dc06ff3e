"""A YAML file as the drafts of its records, each read by itself: a mistake in one hides no mistake in another."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dossier.leaves.characters import LINE_ENDS, named
from dossier.load.drafts import FLAWS, Draft, parse_draft
from dossier.load.files import STAND_IN, File
from dossier.load.lost_dashes import items_of
from dossier.load.nodes import TOO_DEEP, ListNode, Node, NotYaml, Scalar, parse_nodes, split_items
from dossier.load.yaml_syntax import explain
from dossier.model.codes import Code
from dossier.model.ids import ANY_ID
from dossier.model.problem import Problems

_LINE_END = re.compile(f"[{LINE_ENDS}]")
_TYPED_ID = re.compile(
    r"^[^\w\n]*id\b[\"']?[ \t]*:?[ \t]*[\"']?([a-z0-9][a-z0-9_-]*)", re.MULTILINE | re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Drafts:
    """The records of a file that could be read, in file order, and the ids of those that could not."""

    drafts: tuple[Draft, ...]
    broken: frozenset[str]


def parse_list(file: File, problems: Problems) -> Drafts:
    """The drafts of a file that lists records."""
    if not file.opened:
        return Drafts((), frozenset({ANY_ID}))
    text = _in_lines(file, problems)
    whole = parse_nodes(text)
    if not isinstance(whole, NotYaml):
        _check_single(file, whole, problems)
        return _drafts(file, whole, problems)
    nodes: list[Node] = []
    broken: set[str] = set()
    told = False
    for start, end in split_items(text):
        part = parse_nodes(text[start:end], start)
        if isinstance(part, NotYaml):
            told = True
            add_syntax(file, part, problems, (start, end))
            broken |= typed_ids(file.text[start:end])
        else:
            nodes += part
    if not told and all(
        isinstance(node, ListNode) or _is_blank(node) for node in nodes
    ):  # the items are good YAML one by one, and not together
        add_syntax(file, whole, problems)
    found = _drafts(file, tuple(nodes), problems)
    return Drafts(found.drafts, found.broken | broken)


def parse_record(file: File, problems: Problems) -> Draft | None:
    """The draft of a file that is one record."""
    nodes = parse_nodes(_in_lines(file, problems))
    if isinstance(nodes, NotYaml):
        add_syntax(file, nodes, problems)
        return None
    if not nodes or _is_blank(nodes[0]):
        problems.add(file.place(0), Code.EMPTY_VALUE, "this file is empty", "")
        return None
    _check_single(file, nodes, problems)
    return parse_draft(file, nodes[0], problems)


def _in_lines(file: File, problems: Problems) -> str:
    """The text without characters that end a line to YAML alone, which are reported."""
    if not _LINE_END.search(file.text):
        return file.text
    for match in _LINE_END.finditer(file.text):
        message = f"there is a {named(match[0])} here, which ends the line to YAML"
        problems.add(file.place(match.start()), Code.ODD_CHARACTER, message, "delete it, or type a space")
    return _LINE_END.sub(" ", file.text)


def is_empty(file: File) -> bool:
    """Whether a file that could be opened holds nothing, but for comments."""
    return file.opened and all(
        line.partition("#")[0].strip() in {"", "---"} for line in file.text.split("\n")
    )


def typed_ids(text: str) -> frozenset[str]:
    """The ids that a text seems to give to records, well-formed or not."""
    return frozenset(_TYPED_ID.findall(text))


def add_syntax(
    file: File, broken: NotYaml, problems: Problems, within: tuple[int, int] | None = None
) -> None:
    """Report text that is not YAML, the whole of it or a range, unless that is because it could not be decoded."""
    if not file.decoded and file.text[broken.at : broken.at + 1] == STAND_IN:
        return
    at, message, help_ = explain(broken, file.text, *(within or (0, len(file.text))))
    code = Code.WRONG_SHAPE if broken.message == TOO_DEEP else Code.YAML_SYNTAX
    problems.add(file.place(at), code, message, help_)


def _check_single(file: File, documents: tuple[Node, ...], problems: Problems) -> None:
    for document in documents[1:]:
        if not _is_blank(document):
            place = file.place(document.start)
            problems.add(
                place, Code.YAML_DOCUMENTS, "a second YAML document begins here", "delete the `---` above it"
            )


def _is_blank(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text and not node.style and node.flaw is None


def _add_no_list(file: File, node: Node, problems: Problems) -> None:
    if node.flaw:
        problems.add(file.place(node.start), *FLAWS[node.flaw])
    else:
        help_ = "begin each record with `- id: …`"
        problems.add(file.place(node.start), Code.WRONG_SHAPE, "expected a list of records", help_)


def _drafts(file: File, lists: tuple[Node, ...], problems: Problems) -> Drafts:
    drafts: list[Draft] = []
    broken: set[str] = set()
    for node in lists:
        if not isinstance(node, ListNode) or node.flaw is not None:
            if not _is_blank(node):
                _add_no_list(file, node, problems)
                broken |= typed_ids(file.text[node.start : node.end])
            continue
        for item in items_of(node.items, file, problems):
            if (draft := parse_draft(file, item, problems)) is not None:
                drafts.append(draft)
            else:
                broken |= typed_ids(file.text[item.start : item.end])
    return Drafts(tuple(drafts), frozenset(broken))
