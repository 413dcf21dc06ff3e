"""Named boxes and the lines between them, of which pictures of ties are made."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

LINE, PADDING = 13, 6
"""How high a line of words is in a box, and what is free above and below all of them."""
HEIGHT = LINE + PADDING
"""How high a box of one line is."""
STEP = 25
"""How far below each other two of them begin."""
THICKEST = 8


@dataclass(frozen=True, slots=True)
class Node:
    """A link with a name and its words in full, in a column (from 0); `state` is its class, if it has one."""

    id: str
    href: Markup
    name: str
    title: str
    column: int
    state: str = ""


@dataclass(frozen=True, slots=True)
class NetworkTie:
    """What ties two nodes, by their ids, and how strongly; `state` is its class, if it has one."""

    ends: tuple[str, str]
    strength: int
    state: str = ""


@dataclass(frozen=True, slots=True)
class NodeBox:
    """A node drawn, its words line by line, its left upper corner at (x, y)."""

    node: Node
    lines: tuple[str, ...]
    x: int
    y: int
    width: int

    @property
    def height(self) -> int:
        return LINE * len(self.lines) + PADDING

    @property
    def middle(self) -> int:
        return self.y + self.height // 2

    @property
    def end(self) -> int:
        """Its right edge."""
        return self.x + self.width

    @property
    def placed(self) -> list[tuple[int, str]]:
        """Each line, with the height at which it is written."""
        return [(self.y + LINE * number, words) for number, words in enumerate(self.lines, 1)]


def thickness(strength: int) -> int:
    """How thick a line is: as many units as it is strong, up to a measure."""
    return min(strength, THICKEST)


def curve(x1: int, y1: int, x2: int, y2: int) -> Markup:
    """The path of a line that leaves one point to the right and comes to another from the left."""
    bend = (x2 - x1) // 2
    return Markup(f"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}")
