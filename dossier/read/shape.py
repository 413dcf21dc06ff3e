"""How wide the lines of a part are, and whether a column broke them; what follows from it is left to the siblings.

Widths are measured in a plain alphabet of three widths: it tells full lines of a printed column from short ones far
better than counting characters (in a two-column report full lines varied by 4 % instead of 10 %).
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from dossier.read.lines import SuppliedLine

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
_EVEN = 0.5
"""Share of the text in full lines from which a column broke them."""
_TORN = 0.1
"""The same for lines that end inside a sentence."""
_BEYOND = 1.25
_GOES_ON = re.compile(r"[^\W\d_,]\n[a-zà-öø-ÿœß]")
"""A line that ends in a word and one that begins with a small letter."""


@dataclass(frozen=True, slots=True)
class ColumnShape:
    """`wrapped` says that lines end where a column ended, `width` how wide that column is."""

    wrapped: bool
    width: float

    def has_room(self, line: str, following: str) -> bool:
        """Whether the next line's first word would have fit on this one: then the line was ended on purpose."""
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


def measure(text: str, lines: Sequence[SuppliedLine]) -> ColumnShape:
    """The shape of lines in their supplied order, from those that another line follows at once.

    Each counts by its length: many short ones, such as headings and items, make no column.
    """
    followed = [
        (line.words(text), following.words(text))
        for line, following in itertools.pairwise(lines)
        if following.gap == 0 and following.index == line.index + 1
    ]
    every = [breadth(line.words(text)) for line in lines]
    if len(followed) < _FEW:
        width = max(every, default=0.0)
        return ColumnShape(bool(followed) and width <= _COLUMN_AT_MOST, width)
    sizes = [breadth(words) for words, _ in followed]
    width = _most_common(sizes)
    even = _above(sizes, width * (1 - 2 * _NEAR)) >= sum(sizes) * _EVEN
    torn = sum(breadth(words) for words, after in followed if _GOES_ON.match(f"{words[-1:]}\n{after}"))
    broken = even or torn >= sum(sizes) * _TORN
    beyond = _above(every, width * _BEYOND) >= sum(every) * _EVEN
    return ColumnShape(broken and not beyond and width <= _COLUMN_AT_MOST, width)


def _most_common(sizes: Sequence[float]) -> float:
    """The width near which most of the text is."""
    ordered = sorted(sizes)
    sums = [0.0, *itertools.accumulate(ordered)]
    most, width = 0.0, 0.0
    for place, size in enumerate(ordered):
        stop = bisect_right(ordered, size * (1 + 2 * _NEAR))
        if (weight := sums[stop] - sums[place]) >= most:
            most, width = weight, ordered[(place + stop) // 2]
    return width


def _above(sizes: Sequence[float], least: float) -> float:
    """How much of the text is in lines of this width or more."""
    return sum(size for size in sizes if size >= least)
