"""Nodes as values whose places are known: text, lists and mappings as their author typed them.

What YAML allows and records do not is reported here; what fields there should be is left to `validate`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier.load.characters import comment_for_text, cut_by_comment, hidden_escape, odd_blank, odd_character
from dossier.load.files import File
from dossier.load.lost_dashes import items_of
from dossier.load.nodes import Flaw, ListNode, MappingNode, Node, Scalar
from dossier.model.codes import Code
from dossier.model.place import Path, Place, Places, Spot
from dossier.model.problem import Problems, Related

Value = str | list["Value"] | dict[str, "Value"]

MAY_BE_EMPTY = {"about"}
_ITEMS_MAY_BE_EMPTY = {"labels"}
"""Lists in which a text between quotation marks may be empty."""
"""Fields whose list may be empty; elsewhere a field without anything to say is left out."""

_FREE_TEXTS = {"quote", "statement", "context", "prefix", "suffix", "remark"}
_MERGE = "<<"

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
    is said of them; where any are, the record is broken.
    """

    values: dict[str, Value]
    places: Places
    keys: Mapping[Path, Place]
    settled: frozenset[Path]

    def settles(self, path: Path) -> bool:
        """Whether the value at `path`, or one that holds it, was reported already."""
        return any(path[:length] in self.settled for length in range(len(path) + 1))

    def text(self, *path: str | int) -> str | None:
        """The text at `path`, unless it is absent, no text, or reported already."""
        value = self.value(*path)
        return value if isinstance(value, str) and not self.settles(path) else None

    def texts(self, *path: str | int) -> list[tuple[Path, str]]:
        """The texts in the list at `path`, each with its own path."""
        value = self.value(*path)
        found = range(len(value)) if isinstance(value, list) else ()
        return [((*path, at), text) for at in found if (text := self.text(*path, at)) is not None]

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
    return Draft(values, Places(file.place(node.start), walk.spots), walk.keys, frozenset(walk.settled))


@dataclass(slots=True)
class _Walk:
    """One descent through a record's nodes."""

    file: File
    problems: Problems
    spots: dict[Path, Spot] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    settled: set[Path] = field(default_factory=set)

    def settle(self, path: Path, place: Place, code: Code, message: str, help: str = "") -> Value:  # noqa: A002 - as `Problems.add`
        self.settled.add(path)
        self.problems.add(place, code, message, help)
        return ""

    def mapping(self, node: MappingNode, path: Path) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for key, child in node.pairs:
            place = self.file.place(key.start)
            if isinstance(key, Scalar) and key.text == _MERGE:
                self.settle(
                    (), place, Code.YAML_ANCHOR, "YAML merges (`<<`) are not allowed", FLAWS[Flaw.ANCHOR][2]
                )
                continue
            if not isinstance(key, Scalar) or key.flaw:
                self.settle(path, place, Code.WRONG_SHAPE, "the name of a field must be plain text")
                continue
            name = "the name of a field"
            if flawed := odd_character(self.file, key, name) or odd_blank(self.file, key, name):
                self.settle(path, *flawed)
                continue
            here = (*path, key.text)
            if key.text in values:
                first = Related(self.keys[here], f"the first `{key.text}`")
                message = f"`{key.text}` appears twice in this record"
                self.problems.add(place, Code.REPEATED_KEY, message, "keep one", [first])
                self.settled.add(here)
                continue
            self.keys[here] = place
            values[key.text] = self.value(child, here, place)
        return values

    def value(self, node: Node, path: Path, key: Place) -> Value:
        place = self.file.place(node.start)
        self.spots[path] = Spot(place)
        if node.flaw:
            return self.settle(path, place, *FLAWS[node.flaw])
        if isinstance(node, Scalar):
            return self.scalar(node, path, key)
        if isinstance(node, ListNode):
            if not node.items and path[-1] not in MAY_BE_EMPTY:
                return self.settle(
                    path,
                    place,
                    Code.EMPTY_VALUE,
                    f"`{_name(path)}` is an empty list",
                    "fill it, or delete the field where it is optional",
                )
            return [
                self.value(item, (*path, at), self.file.place(item.start))
                for at, item in enumerate(items_of(node.items, self.file, self.problems))
            ]
        if not node.pairs:
            return self.settle(
                path,
                place,
                Code.EMPTY_VALUE,
                f"`{_name(path)}` is empty",
                "fill it, or delete the field where it is optional",
            )
        return self.mapping(node, path)

    def scalar(self, node: Scalar, path: Path, key: Place) -> Value:
        text, what = node.text.strip(), f"`{_name(path)}`"
        if not text and node.style in {"'", '"'} and path[-2:-1] and path[-2] in _ITEMS_MAY_BE_EMPTY:
            self.spots[path] = Spot(self.file.place(node.start))
            return text
        if not text:
            self.spots[path] = Spot(key)
            if flawed := comment_for_text(self.file, node, what):
                return self.settle(path, *flawed)
            help_ = "write one, or delete the field where it is optional"
            return self.settle(path, key, Code.EMPTY_VALUE, f"{what} has no value", help_)
        self.spots[path] = _spot(self.file, node, self.file.place(node.start))
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
    return next((step for step in reversed(path) if isinstance(step, str)), "record")


def _spot(file: File, node: Scalar, place: Place) -> Spot:
    """The spot of a scalar, with its characters where they stand for themselves: not so where any is escaped."""
    raw, start = file.text[node.start : node.end], node.start
    if node.style in {"|", ">"}:
        header = raw.find("\n") + 1
        raw, start = raw[header:], start + header
    elif node.style in {"'", '"'}:
        raw, start = raw[1:-1], start + 1
        if node.style in raw or "\\" in raw:
            return Spot(place)
    return Spot(place, raw, file.place(start))
