"""YAML text as nodes with offsets: every scalar is text, nothing is resolved. What nodes mean is left to `drafts`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import yaml

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # libyaml, where PyYAML was built with it
TOO_DEEP = "nested too deeply"
_DEEPEST = 32
_LONG = 50_000
_BRACKETS = 1_000


class Flaw(StrEnum):
    """What YAML allows and records do not."""

    ANCHOR = "anchor"
    ALIAS = "alias"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text; `style` is `""` (plain), a quotation mark, or a block indicator."""

    start: int
    end: int
    text: str
    style: str = ""
    flaw: Flaw | None = None


@dataclass(frozen=True, slots=True)
class ListNode:
    """A list."""

    start: int
    end: int
    items: tuple[Node, ...]
    flaw: Flaw | None = None


@dataclass(frozen=True, slots=True)
class MappingNode:
    """Fields in the order typed, repeated keys included."""

    start: int
    end: int
    pairs: tuple[tuple[Node, Node], ...]
    flaw: Flaw | None = None


Node = Scalar | ListNode | MappingNode


@dataclass(frozen=True, slots=True)
class NotYaml:
    """Why a text is not YAML: what the scanner says, in its words, and where it was and what it was doing."""

    at: int
    message: str
    begun: int | None
    doing: str


class _TooDeepError(Exception):
    """Ends the reading of what is nested too deeply: brackets inside brackets cost the square of their number."""

    def __init__(self, at: int) -> None:
        super().__init__()
        self.at = at


def parse_nodes(text: str, offset: int = 0) -> tuple[Node, ...] | NotYaml:
    """The root nodes of the documents of `text` (none for an empty one), their offsets counted from `offset` on."""
    failure = NotYaml(offset, "unknown escape", None, "")
    for loader in (LOADER, yaml.BaseLoader):
        try:
            return tuple(_documents(iter(loader(text).get_event, None), offset))
        except _TooDeepError as error:
            return NotYaml(error.at, TOO_DEEP, None, "")
        except yaml.YAMLError as error:
            failure = _broken(error, offset)
        except (ValueError, OverflowError):
            pass  # the loader in Python computes the character of an escape like "\UFFFFFFFF"
        if len(text) > _LONG or text.count("[") + text.count("{") > _BRACKETS:
            break
    # The second loader is the one in Python: its words and places are the same on every machine. It is slow, with
    # brackets inside brackets by the square of their number, and a long text is read again item by item anyway.
    return failure


def _broken(error: yaml.YAMLError, offset: int) -> NotYaml:
    if isinstance(error, yaml.MarkedYAMLError):
        mark, begun = error.problem_mark, error.context_mark
        at = mark or begun
        return NotYaml(
            offset + (at.index if at else 0),
            error.problem or "",
            offset + begun.index if begun else None,
            error.context or "",
        )
    position = getattr(error, "position", 0)  # a ReaderError: a character that YAML does not allow
    return NotYaml(offset + position, "special characters are not allowed", None, "")


def _documents(events: Iterator[Any], offset: int) -> Iterator[Node]:
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            yield _node(next(events), events, offset, 0)


def _node(event: Any, events: Iterator[Any], offset: int, depth: int) -> Node:  # noqa: ANN401 - PyYAML's events
    start, end = offset + event.start_mark.index, offset + event.end_mark.index
    if isinstance(event, yaml.ScalarEvent):
        return Scalar(start, end, event.value, event.style or "", _flaw(event))
    if isinstance(event, yaml.AliasEvent):
        return Scalar(start, end, "", flaw=Flaw.ALIAS)
    flaw = _flaw(event)
    closing = yaml.SequenceEndEvent if isinstance(event, yaml.SequenceStartEvent) else yaml.MappingEndEvent
    if depth >= _DEEPEST:
        raise _TooDeepError(start)
    children: list[Node] = []
    for child in events:
        end = offset + child.end_mark.index
        if isinstance(child, closing):
            break
        children.append(_node(child, events, offset, depth + 1))
    else:
        raise AssertionError("the parser closes what it opens")
    if closing is yaml.SequenceEndEvent:
        return ListNode(start, end, tuple(children), flaw)
    return MappingNode(start, end, tuple(zip(children[::2], children[1::2], strict=True)), flaw)


def _flaw(event: Any) -> Flaw | None:  # noqa: ANN401 - PyYAML's events
    if event.anchor is not None:
        return Flaw.ANCHOR
    return Flaw.TAG if event.tag is not None else None


_ITEM = re.compile(r"^( *)-(?=\s|$)", re.MULTILINE)


def split_items(text: str) -> list[tuple[int, int]]:
    """The ranges of what precedes the outermost block list of `text`, and of each of its items."""
    marks = list(_ITEM.finditer(text))
    if not marks:
        return [(0, len(text))]
    margin = min(len(mark.group(1)) for mark in marks)
    starts = [mark.start() for mark in marks if len(mark.group(1)) == margin]
    return [
        (start, end) for start, end in zip([0, *starts], [*starts, len(text)], strict=True) if start < end
    ]
