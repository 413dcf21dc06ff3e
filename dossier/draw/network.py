"""A network: named boxes in columns, with a line between any two that are tied. On narrow screens it is in `stars`."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from dossier.draw import svg
from dossier.draw.nodes import STEP, NetworkTie, Node, NodeBox, curve, thickness
from dossier.draw.stars import draw_stars

WIDTH = 930
BOX = 196
"""How wide a box is."""
HEAD = 24
_ROUNDS = 12


def draw_network(
    name: str, columns: Sequence[str], nodes: Sequence[Node], lines: Sequence[NetworkTie]
) -> Markup:
    """Some nodes, one or more, under the names of their columns; the first lines lie on top."""
    boxes = {box.node.id: box for box in _boxes(len(columns), nodes, lines)}
    last = len(columns) - 1
    values = {
        "heads": [(_x(number, last), words) for number, words in enumerate(columns)],
        "keys": [],
        "lines": [(line, thickness(line.strength), _path(line, boxes, last)) for line in reversed(lines)],
        "boxes": list(boxes.values()),
    }
    height = max(box.y + box.height for box in boxes.values()) + 4
    wide, narrow = svg.Drawing(WIDTH, height, values), draw_stars(columns, nodes, lines)
    return svg.picture("network", "network.svg", name, wide, narrow)


def _boxes(count: int, nodes: Sequence[Node], lines: Sequence[NetworkTie]) -> list[NodeBox]:
    """Columns that are shorter than the longest are in the middle of its height."""
    columns = _ordered(count, nodes, lines)
    longest = max(map(len, columns))
    return [
        NodeBox(
            node,
            (svg.fitted(node.name, BOX - 12),),
            _x(node.column, count - 1),
            HEAD + (longest - len(column)) * STEP // 2 + row * STEP,
            BOX,
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
    return curve(left.end, left.middle, right.x, right.middle)


def _arc(upper: NodeBox, lower: NodeBox, *, leftwards: bool) -> Markup:
    """Beside a column: to the right of it, or to the left of the last one."""
    x = upper.x if leftwards else upper.end
    away = min(24 + (lower.y - upper.y) // 5, 110) * (-1 if leftwards else 1)
    return Markup(
        f"M{x} {upper.middle}C{x + away} {upper.middle} {x + away} {lower.middle} {x} {lower.middle}"
    )
