"""How wide the lines of a part are, and whether a column broke them; what follows from it is left to the siblings.

Widths are measured in a plain alphabet of three widths: it tells full lines of a printed column from short ones far
better than counting characters (in a two-column report full lines varied by 4 % instead of 10 %).
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from dossier.read.lines import Line

_WIDTHS = str.maketrans(
    dict.fromkeys("iljtfrI.,;:'’‘“”()[]|! ", "\0") | dict.fromkeys("mwMWQOGCDNHUAVXYK%—", "\1")
)
_NARROW, _NORMAL, _BROAD = 0.6, 1.0, 1.45
_FEW = 8
_NEAR = 0.06
_COLUMN_AT_MOST = 130.0
_SLACK = 1.03
_FULL = 0.75
_BROKEN_OFF = 0.5


@dataclass(frozen=True, slots=True)
class ColumnShape:
    """`wrapped` says that lines end where a column ended, `width` how wide that column is."""

    wrapped: bool
    width: float

    def has_room(self, line: str, following: str) -> bool:
        """Whether the next line's first word would have stood on this one: then the line was ended on purpose."""
        word = following.split(maxsplit=1)[0] if following.strip() else ""
        return breadth(f"{line} {word}") <= self.width * _SLACK

    def is_broken_off(self, line: str) -> bool:
        """Whether the line leaves so much of the column empty that it was ended on purpose, as in addresses."""
        return self.wrapped and breadth(line) <= self.width * _BROKEN_OFF

    def is_full(self, line: str) -> bool:
        """Whether the line is about as long as the column allows."""
        return self.wrapped and breadth(line) >= self.width * _FULL


def breadth(words: str) -> float:
    """How wide words are, in widths of a common letter."""
    sizes = words.translate(_WIDTHS)
    narrow, broad = sizes.count("\0"), sizes.count("\1")
    return narrow * _NARROW + broad * _BROAD + (len(words) - narrow - broad) * _NORMAL


def measure(text: str, lines: Sequence[Line]) -> ColumnShape:
    """The shape of lines in their supplied order, from those that another line follows at once."""
    followed = [
        breadth(line.words(text))
        for line, following in itertools.pairwise(lines)
        if following.gap == 0 and following.index == line.index + 1
    ]
    if len(followed) < _FEW:
        width = max((breadth(line.words(text)) for line in lines), default=0.0)
        return ColumnShape(bool(followed) and width <= _COLUMN_AT_MOST, width)
    followed.sort()
    best, width = 0, 0.0
    for place, size in enumerate(followed):
        stop = bisect_right(followed, size * (1 + 2 * _NEAR))
        if stop - place >= best:
            best, width = stop - place, followed[(place + stop) // 2]
    over = sum(size >= width * (1 - 2 * _NEAR) for size in followed)
    return ColumnShape(over >= len(followed) / 2 and width <= _COLUMN_AT_MOST, width)
