"""A network: named boxes in columns, with a line between any two that are tied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dossier.draw import svg

WIDTH = 930
BOX, HEIGHT, STEP = 196, 19, 25
"""How wide and high a box is, and how far below each other two of them begin."""
HEAD = 24
THICKEST = 8
_ROUNDS = 12


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
    """A node drawn, its left upper corner at (x, y)."""

    node: Node
    label: str
    x: int
    y: int

    @property
    def middle(self) -> int:
        return self.y + HEIGHT // 2


def draw_network(
    name: str, columns: Sequence[str], nodes: Sequence[Node], lines: Sequence[NetworkTie]
) -> Markup:
    """One drawing of some nodes, one or more, under the names of their columns; the first lines lie on top."""
    boxes = {box.node.id: box for box in _boxes(len(columns), nodes, lines)}
    last = len(columns) - 1
    values = {
        "box": BOX,
        "heads": [(_x(number, last), words) for number, words in enumerate(columns)],
        "lines": [(line, thickness(line.strength), _path(line, boxes, last)) for line in reversed(lines)],
        "boxes": list(boxes.values()),
    }
    height = max(box.y for box in boxes.values()) + HEIGHT + 4
    return svg.picture("network", "network.svg", name, svg.Drawing(WIDTH, height, values))


def thickness(strength: int) -> int:
    """How thick a line is: as many units as it is strong, up to a measure."""
    return min(strength, THICKEST)


def _boxes(count: int, nodes: Sequence[Node], lines: Sequence[NetworkTie]) -> list[NodeBox]:
    """Columns that are shorter than the longest are in the middle of its height."""
    columns = _ordered(count, nodes, lines)
    longest = max(map(len, columns))
    return [
        NodeBox(
            node,
            svg.fitted(node.name, BOX - 12),
            _x(node.column, count - 1),
            HEAD + (longest - len(column)) * STEP // 2 + row * STEP,
        )
        for column in columns
        for row, node in enumerate(column)
    ]


def _ordered(count: int, nodes: Sequence[Node], lines: Sequence[NetworkTie]) -> list[list[Node]]:
    """The columns, each node near the middle of those that it is tied to, so that few lines cross."""
    tied: dict[str, list[str]] = {node.id: [] for node in nodes}
    for line in lines:
        for one, other in (line.ends, line.ends[::-1]):
            tied[one].append(other)
    columns = [
        sorted((node for node in nodes if node.column == number), key=lambda node: node.name)
        for number in range(count)
    ]
    for _ in range(_ROUNDS):
        for column in (*columns, *reversed(columns)):
            places = {
                node.id: (row + 0.5) / len(members) for members in columns for row, node in enumerate(members)
            }
            column.sort(
                key=lambda node: (
                    round(sum(places[other] for other in tied[node.id]) / len(tied[node.id]), 6),
                    node.id,
                )
            )
    return columns


def _x(column: int, last: int) -> int:
    return column * (WIDTH - BOX) // last if last else 0


def _path(line: NetworkTie, boxes: dict[str, NodeBox], last: int) -> Markup:
    left, right = sorted((boxes[end] for end in line.ends), key=lambda box: (box.node.column, box.y))
    if left.node.column == right.node.column:
        return _arc(left, right, leftwards=0 < left.node.column == last)
    return curve(left.x + BOX, left.middle, right.x, right.middle)


def curve(x1: int, y1: int, x2: int, y2: int) -> Markup:
    """The path of a line that leaves one point to the right and comes to another from the left."""
    bend = (x2 - x1) // 2
    return Markup(f"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}")


def _arc(upper: NodeBox, lower: NodeBox, *, leftwards: bool) -> Markup:
    """Beside a column: to the right of it, or to the left of the last one."""
    x = upper.x if leftwards else upper.x + BOX
    away = min(24 + (lower.y - upper.y) // 5, 110) * (-1 if leftwards else 1)
    return Markup(
        f"M{x} {upper.middle}C{x + away} {upper.middle} {x + away} {lower.middle} {x} {lower.middle}"
    )
