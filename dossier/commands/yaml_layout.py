"""The layout of a YAML file of records: indents, spaces in lists, line ends, long texts as folded blocks.

No value and no comment changes, which is looked at after each change. Which files there are is left to `fmt`.
"""

from __future__ import annotations

import io
import re
import textwrap
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import FoldedScalarString, LiteralScalarString

from dossier.load.nodes import ListNode, MappingNode, Node, NotYaml, Scalar, parse_nodes

WIDTH = 100
_INDENT = 2
_NEVER_WRAPPED = 1_000_000
_BEHIND_ITEM, _BEHIND_FIELD = 0, 2
"""Where the library keeps what follows a value: the end of its line, comments, empty lines."""
_NOTHING_BEHIND = (None, None, None)

_UNMARKED_LINE = re.compile(r"^(?!---|\.\.\.|%|$)", re.MULTILINE)
_HASH = re.compile("(?:^|(?<=[ \t\n]))#.*")

Value = str | list["Value"] | tuple[tuple["Value", "Value"], ...]


class NoLayoutError(Exception):
    """A file that cannot be laid out: it is not YAML, or its layout would change what it says."""


class _AsTyped(VersionedResolver):
    """Every scalar is text, as records read them: `no`, `1_000` and `2015-03` stay what was typed."""

    versioned_resolver = {"": [("tag:yaml.org,2002:null", re.compile("$"))]}  # noqa: RUF012 - as in its base


def laid_out(text: str) -> str:
    """The text of a file in our layout; raises `NoLayoutError`. Laid out again it stays the same."""
    said = _values(text)
    # The library's indent of lists holds for the outermost one, too, which has none with us.
    margin = " " * _INDENT if said and isinstance(said[0], list) else ""
    try:
        records = _yaml().load(_UNMARKED_LINE.sub(margin, text))
    except (YAMLError, ValueError) as error:
        raise NoLayoutError("it is not YAML that can be read") from error
    if not records:
        return text
    _fold_long(records, 0)
    written = io.StringIO()
    _yaml().dump(records, written)
    made = "".join(line.removeprefix(margin) for line in written.getvalue().splitlines(keepends=True))
    if _values(made) != said or list(_comments(made)) != list(_comments(text)):
        raise NoLayoutError("it cannot be laid out without loss")
    return made


def _yaml() -> YAML:
    """A reader and writer of its own for each use: they keep what they read last."""
    yaml = YAML(typ="rt")
    yaml.Resolver = _AsTyped
    yaml.preserve_quotes = True
    yaml.width = _NEVER_WRAPPED
    yaml.brace_single_entry_mapping_in_flow_sequence = True
    yaml.indent(mapping=_INDENT, sequence=2 * _INDENT, offset=_INDENT)
    return yaml


def _fold_long(value: Any, indent: int) -> None:  # noqa: ANN401 - whatever a file holds
    """Write texts that are longer than a line as folded blocks, within block mappings and lists at `indent`.

    Words that stand for others (`world Bank: World Bank`) stay on the line of those, a text with a comment behind it
    stays before it.
    """
    if not isinstance(value, CommentedMap | CommentedSeq) or value.fa.flow_style():
        return
    is_map = isinstance(value, CommentedMap)
    for at, inner in list(value.items() if isinstance(value, CommentedMap) else enumerate(value)):
        label = f"{at}: " if is_map else "- "
        behind = (value.ca.items.get(at) or _NOTHING_BEHIND)[_BEHIND_FIELD if is_map else _BEHIND_ITEM]
        if not _is_long(inner, indent + len(label)):
            _fold_long(inner, indent + _INDENT)
        elif label.count(" ") == 1 and not (behind and behind.value.startswith("#")):
            value[at] = _folded(inner, indent + _INDENT)
            if behind:  # a block ends its line itself
                behind.value = behind.value.removeprefix("\n")


def _is_long(value: object, before: int) -> bool:
    """Whether a text, with `before` characters before it, is too long for its line and can be wrapped."""
    is_block = isinstance(value, LiteralScalarString | FoldedScalarString)
    return (
        isinstance(value, str)
        and not is_block
        and before + len(value) > WIDTH
        and value == " ".join(value.split())
    )


def _folded(text: str, indent: int) -> FoldedScalarString:
    lines = textwrap.wrap(text, WIDTH - indent, break_long_words=False, break_on_hyphens=False)
    folded: FoldedScalarString = FoldedScalarString(text)
    folded.fold_pos = [length - 1 for length in accumulate(len(line) + 1 for line in lines[:-1])]  # type: ignore[attr-defined]
    return folded


def _values(text: str) -> tuple[Value, ...]:
    """What a file says, without its layout; raises `NoLayoutError`."""
    nodes = parse_nodes(text)
    if isinstance(nodes, NotYaml):
        raise NoLayoutError("it is not YAML that can be read")
    return tuple(map(_value, nodes))


def _value(node: Node) -> Value:
    match node:
        case Scalar():
            return node.text
        case ListNode():
            return [_value(item) for item in node.items]
        case MappingNode():
            return tuple((_value(key), _value(value)) for key, value in node.pairs)


def _comments(text: str) -> Iterator[str]:
    """The comments of a file in their order: `#` and what follows it, between tokens or behind the sign of a block."""
    end = 0
    for token in yaml.scan(text, Loader=yaml.CBaseLoader):
        yield from _HASH.findall(text[end : token.start_mark.index])
        end = token.end_mark.index
        if isinstance(token, yaml.ScalarToken) and token.style in {"|", ">"}:
            yield from _HASH.findall(text[token.start_mark.index : end].partition("\n")[0])
