"""The lines of a text: where each begins and ends, and at which line and column a character is found.

A line ends at LF, CR LF or a lone CR, and at nothing else: not at U+2028, NEL, VT or FF, where `str.splitlines` cuts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

_LINE_END = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of `text`, as ranges without their ends; a text that ends with a line end has an empty last one."""

    text: str
    _starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", (0, *[match.end() for match in _LINE_END.finditer(self.text)]))

    @property
    def ranges(self) -> tuple[tuple[int, int], ...]:
        """Where each begins and ends."""
        stops = (*[match.start() for match in _LINE_END.finditer(self.text)], len(self.text))
        return tuple(zip(self._starts, stops, strict=True))

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column (code points), both from 1, of the character at `offset`; a line end is part of its line."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def texts(self) -> tuple[str, ...]:
        """What each line holds."""
        return tuple(self.text[start:end] for start, end in self.ranges)


def with_line_feeds(text: str) -> str:
    """The text with every line end as LF; lines and columns stay what they are."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
