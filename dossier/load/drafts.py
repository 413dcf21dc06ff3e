"""Nodes as values whose places are known: text, lists and mappings as their author typed them.

What YAML allows and records do not is reported here; what fields there should be is left to `validate`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import partial

from dossier.load.characters import comment_for_text, cut_by_comment, hidden_escape, odd_blank, odd_character
from dossier.load.files import File
from dossier.load.lost_dashes import items_of
from dossier.load.nodes import Flaw, ListNode, MappingNode, Node, Scalar
from dossier.load.spots import WhenAsked, spot_of
from dossier.model.codes import Code
from dossier.model.place import Path, Place, Places
from dossier.model.problem import Problems, Related

Value = str | list["Value"] | dict[str, "Value"]

MAY_BE_EMPTY = {"about"}
_ITEMS_MAY_BE_EMPTY = {"labels"}
"""Lists in which a text between quotation marks may be empty."""
"""Fields whose list may be empty; elsewhere a field without anything to say is left out."""

_FREE_TEXTS = {"quote", "statement", "context", "prefix", "suffix", "remark"}
_MERGE = "<<"
_LIKE_FIELD = re.compile(r"[\n\"'][ \t]*([a-z_]+):\s")

FLAWS = {
    Flaw.ANCHOR: (
        Code.YAML_ANCHOR,
        "YAML anchors are not allowed",
        "write the value itself wherever it is needed",
    ),
    Flaw.ALIAS: (
        Code.YAML_ANCHOR,
        "YAML aliases are not allowed",
        "write the value itself, or put it into quotation marks",
    ),
    Flaw.TAG: (
        Code.YAML_TAG,
        "YAML tags are not allowed",
        "every value is read as text; put it into quotation marks if it begins with `!`",
    ),
}


@dataclass(frozen=True, slots=True)
class Draft:
    """One record as typed: its fields, where they are written, and what was reported already.

    `keys` are the places of field names. `settled` are the paths of values that are reported, so that nothing more
    is said of them; where any are, the record is broken. `like_fields` are the words that may begin a line of a
    text as a field does, by the path of the text.
    """

    values: dict[str, Value]
    places: Places
    keys: Mapping[Path, Place]
    settled: frozenset[Path]
    like_fields: Mapping[Path, Collection[str]]

    def settles(self, path: Path) -> bool:
        """Whether the value at `path`, or one that holds it, was reported already."""
        return bool(self.settled) and any(path[:length] in self.settled for length in range(len(path) + 1))

    def text(self, *path: str | int) -> str | None:
        """The text at `path`, unless it is absent, no text, or reported already."""
        value = self.value(*path)
        return value if isinstance(value, str) and not self.settles(path) else None

    def texts(self, *path: str | int) -> list[tuple[Path, str]]:
        """The texts in the list at `path`, each with its own path."""
        value = self.value(*path)
        if not isinstance(value, list):
            return []
        return [
            ((*path, at), text)
            for at, text in enumerate(value)
            if isinstance(text, str) and not self.settles((*path, at))
        ]

    def value(self, *path: str | int) -> Value | None:
        """Whatever is written at `path`."""
        value: Value | None = self.values
        for step in path:
            if isinstance(value, dict):
                value = value.get(str(step))
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
            else:
                return None
        return value


def parse_draft(file: File, node: Node, problems: Problems) -> Draft | None:
    """The draft of a record; `None`, with a problem, where it is no mapping."""
    if node.flaw and not _merges(node):
        problems.add(file.place(node.start), *FLAWS[node.flaw])
        return None
    if not isinstance(node, MappingNode):
        problems.add(
            file.place(node.start), Code.WRONG_SHAPE, "a record must be a set of `field: value` lines", ""
        )
        return None
    walk = _Walk(file, problems)
    values = walk.mapping(node, ())
    return Draft(
        values,
        Places(file.place(node.start), WhenAsked(lambda: walk.spots, partial(spot_of, file))),
        WhenAsked(lambda: walk.keys, file.place),
        frozenset(walk.settled),
        walk.like_fields,
    )


@dataclass(slots=True)
class _Walk:
    """One descent through a record's nodes; a spot is kept as its scalar, or as the offset of its place."""

    file: File
    problems: Problems
    spots: dict[Path, Scalar | int] = field(default_factory=dict)
    keys: dict[Path, int] = field(default_factory=dict)
    settled: set[Path] = field(default_factory=set)
    like_fields: dict[Path, Collection[str]] = field(default_factory=dict)

    def settle(self, path: Path, place: Place, code: Code, message: str, help: str = "") -> Value:  # noqa: A002 - as `Problems.add`
        self.settled.add(path)
        self.problems.add(place, code, message, help)
        return ""

    def mapping(self, node: MappingNode, path: Path) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for key, child in node.pairs:
            if self.refused(key, path) or not isinstance(key, Scalar):
                continue
            here = (*path, key.text)
            if key.text in values:
                first = Related(self.file.place(self.keys[here]), f"the first `{key.text}`")
                message = f"`{key.text}` appears twice in this record"
                self.problems.add(self.file.place(key.start), Code.REPEATED_KEY, message, "keep one", [first])
                self.settled.add(here)
                continue
            self.keys[here] = key.start
            values[key.text] = self.value(child, here, key.start)
        return values

    def refused(self, key: Node, path: Path) -> bool:
        """Whether something can't be the name of a field; it is reported."""
        if isinstance(key, Scalar) and not key.flaw and key.text.isascii() and key.text.isidentifier():
            return False
        place, name = self.file.place(key.start), "the name of a field"
        if isinstance(key, Scalar) and key.text == _MERGE:
            message = "YAML merges (`<<`) are not allowed"
            self.settle((), place, Code.YAML_ANCHOR, message, FLAWS[Flaw.ANCHOR][2])
        elif not isinstance(key, Scalar) or key.flaw:
            self.settle(path, place, Code.WRONG_SHAPE, f"{name} must be plain text")
        elif flawed := odd_character(self.file, key, name) or odd_blank(self.file, key, name):
            self.settle(path, *flawed)
        else:
            return False
        return True

    def value(self, node: Node, path: Path, key: int) -> Value:
        self.spots[path] = node.start
        if node.flaw:
            return self.settle(path, self.file.place(node.start), *FLAWS[node.flaw])
        if isinstance(node, Scalar):
            return self.scalar(node, path, key)
        if isinstance(node, ListNode):
            if not node.items and path[-1] not in MAY_BE_EMPTY:
                return self.empty(node, path, "an empty list")
            return [
                self.value(item, (*path, at), item.start)
                for at, item in enumerate(items_of(node.items, self.file, self.problems))
            ]
        return self.mapping(node, path) if node.pairs else self.empty(node, path, "empty")

    def empty(self, node: Node, path: Path, what: str) -> Value:
        message, help_ = f"`{_name(path)}` is {what}", "fill it, or delete the field where it is optional"
        return self.settle(path, self.file.place(node.start), Code.EMPTY_VALUE, message, help_)

    def scalar(self, node: Scalar, path: Path, key: int) -> Value:
        text, what = node.text.strip(), f"`{_name(path)}`"
        if not text and node.style in {"'", '"'} and path[-2:-1] and path[-2] in _ITEMS_MAY_BE_EMPTY:
            return text
        if not text:
            self.spots[path] = key
            if flawed := comment_for_text(self.file, node, what):
                return self.settle(path, *flawed)
            help_ = "write one, or delete the field where it is optional"
            return self.settle(path, self.file.place(key), Code.EMPTY_VALUE, f"{what} has no value", help_)
        self.spots[path] = node
        if words := _LIKE_FIELD.findall(self.file.text, node.start, node.end):
            self.like_fields[path] = words
        if flawed := odd_character(self.file, node, what) or hidden_escape(self.file, node):
            return self.settle(path, *flawed)
        if path[0] in _FREE_TEXTS and (flawed := cut_by_comment(self.file, node, what)):
            self.problems.add(*flawed)
        return text


def _merges(node: Node) -> bool:
    """Whether a mapping takes fields of another one, which is reported in the place of its anchor."""
    pairs = node.pairs if isinstance(node, MappingNode) else ()
    return any(isinstance(key, Scalar) and key.text == _MERGE for key, _ in pairs)


def _name(path: Path) -> str:
    """The field that a path leads to, without places in lists."""
    last = path[-1]
    return last if isinstance(last, str) else _name(path[:-1])
