"""The physical lines of a supplied text, and the part each plays; what parts there are is found by the siblings.

Lines are numbered from 1. Blank lines are no values: a line knows how many are above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from dossier.leaves.characters import UNSEEN
from dossier.model.lines import Lines

_EDGES = re.compile(rf"[\s{UNSEEN}]*")
_LONE_SPACES_AT_MOST = 0.1
"""Share of lines that may open with a lone space, for the space to tell of a page break."""


class Role(StrEnum):
    """The part that a line plays."""

    FLOW = "flow"
    HEADING = "heading"
    ASIDE = "aside"
    CAPTION = "caption"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class SuppliedLine:
    """A line that is not blank, or a part of one: `[start, end)` without the white space and the `label` around it.

    `index` counts lines and parts in the supplied order. `indent` is the white space before the line, `gap` the
    blank lines above it, `opens_page` whether a page begins with it. Lines of one `group` (a hint, a note) belong
    together. `label` is a bullet, number or quotation sign to lift out; `level` the rank of a heading or the depth of
    an item, `quoted` the depth of quoted mail. `margin` is a number that counts the line on its page. A line that is
    `dropped` is the first letter of the word with which the next one begins; one that is `alone` is a paragraph.
    """

    index: int
    number: int
    start: int
    end: int
    indent: int = 0
    gap: int = 0
    opens_page: bool = False
    role: Role = Role.FLOW
    group: int = 0
    level: int = 0
    label: tuple[int, int] | None = None
    note: str | None = None
    run_in: bool = False
    quoted: int = 0
    margin: tuple[int, int] | None = None
    dropped: bool = False
    alone: bool = False

    def words(self, text: str) -> str:
        """Its characters, without label and edges."""
        return text[self.start : self.end]


def numbered(lines: Iterable[SuppliedLine]) -> tuple[SuppliedLine, ...]:
    """The lines and parts with their indexes, in this order."""
    return tuple(
        line if line.index == index else replace(line, index=index) for index, line in enumerate(lines)
    )


def is_space(char: str) -> bool:
    """Whether a character counts as white space; what shows nothing does, too."""
    return char.isspace() or char in UNSEEN


def space_end(text: str, start: int, end: int | None = None) -> int:
    """Where the white space that begins at `start` ends."""
    match = _EDGES.match(text, start, len(text) if end is None else end)
    return match.end() if match else start


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """`[start, end)` without white space at its edges."""
    start = space_end(text, start, end)
    while end > start and is_space(text[end - 1]):
        end -= 1
    return start, end


def split_lines(text: str) -> tuple[SuppliedLine, ...]:
    """The lines of `text` that are not blank, all of the flow as yet."""
    found: list[SuppliedLine] = []
    fed: set[int] = set()
    gap, feeds = 0, False
    for number, (begin, stop) in enumerate(Lines(text).ranges, start=1):
        start, end = trim(text, begin, stop)
        feeds = feeds or "\f" in text[begin:start]
        if start == end:
            gap += 1
        else:
            if feeds:
                fed.add(len(found))
            indent = start - begin - sum(c in UNSEEN for c in text[begin:start])
            found.append(SuppliedLine(len(found), number, start, end, indent, gap))
            gap, feeds = 0, "\f" in text[end:stop]
    opening = fed | _lone_spaces(found, text)
    return tuple(_opening(line) if line.index in opening else line for line in found)


def _lone_spaces(lines: list[SuppliedLine], text: str) -> set[int]:
    """Lines whose single leading space is all that is left of a page break."""
    lone = {line.index for line in lines if line.indent == 1 and text[line.start - 1] == " "}
    even = sum(line.indent == 0 for line in lines)
    few = len(lone) <= max(1, _LONE_SPACES_AT_MOST * len(lines))
    return lone if few and even >= len(lines) / 2 else set()


def _opening(line: SuppliedLine) -> SuppliedLine:
    return SuppliedLine(line.index, line.number, line.start, line.end, 0, line.gap, opens_page=True)
