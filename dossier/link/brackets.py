"""Matches the square brackets of Markdown, block by block: a bracket closes none of another block."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

_STEP = re.compile(
    r"""
      \n[ \t]*(?=\n)                                                     # a blank line
    | ^(?:[ ]*>)*[ ]* (?= [-*+][ ] | \d+[.)][ ] | [#] | \| | :[ ] )      # an item, a heading, a row, a definition
    | ^(?=\[\^[^\[\]\s]+\]:)                                             # a footnote
    | \\?[\[\]] | @
    """,
    re.MULTILINE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Brackets:
    """How the brackets of a text enclose places in it; all are offsets.

    `closing` says for each bracket that is closed where. `holders` says for each place, in order, which bracket is open
    there, closed later or not, or `None`. `stray` are places outside all brackets behind which a bracket is closed.
    """

    closing: Mapping[int, int]
    holders: Mapping[int, int | None]
    stray: frozenset[int]
    _held: Mapping[int | None, Sequence[int]]

    def held(self, opened: int) -> Sequence[int]:
        """The places directly within the bracket at `opened`."""
        return self._held.get(opened, ())

    @classmethod
    def match(cls, plain: str, places: Collection[int]) -> Brackets:
        """Match the brackets of a text that has blanks for its literal passages; at each place is an `@`."""
        found = _Sweep(places)
        for step in _STEP.finditer(plain):
            found.step(step[0], step.start())
        return cls(found.closing, found.holders, frozenset(found.stray), found.held)


class _Sweep:
    """One pass over a text. `None` stands for a bracket behind a backslash, which encloses nothing."""

    def __init__(self, places: Collection[int]) -> None:
        self.places = places
        self.closing: dict[int, int] = {}
        self.holders: dict[int, int | None] = {}
        self.held: dict[int | None, list[int]] = {}
        self.stray: set[int] = set()
        self.opened: list[int | None] = []
        self.free: int | None = None

    def step(self, sign: str, at: int) -> None:
        """Take note of a bracket or an `@`, or that a block ends."""
        match sign:
            case "[" | "\\[":
                self.opened.append(None if sign == "\\[" else at)
            case "]" | "\\]":
                self.close(sign, at)
            case "@" if at in self.places:
                self.place(at)
            case "@":
                pass
            case _:
                self.opened.clear()
                self.free = None

    def close(self, sign: str, at: int) -> None:
        """Close the bracket that was opened last; one behind a backslash closes none of the others."""
        if self.opened and (sign == "]" or self.opened[-1] is None):
            bracket = self.opened.pop()
            if bracket is not None:
                self.closing[bracket] = at
        elif sign == "]" and self.free is not None:
            self.stray.add(self.free)

    def place(self, at: int) -> None:
        """Note which bracket is open at a place."""
        holder = self.opened[-1] if self.opened else None
        self.holders[at] = holder
        self.held.setdefault(holder, []).append(at)
        if not self.opened:
            self.free = at
