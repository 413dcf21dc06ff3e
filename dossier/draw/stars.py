"""A network on a narrow screen: nodes with those that they are tied to below each other, and every tie once."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from dossier.draw import svg
from dossier.draw.nodes import NetworkTie, Node, NodeBox, curve, thickness

WIDTH, LEFT, RIGHT = 340, 122, 172
KEY = 20
"""How high a line of the key to the columns is."""
GAP, APART = 5, 18
"""What is free between two boxes, and between two nodes with theirs."""


def draw_stars(columns: Sequence[str], nodes: Sequence[Node], ties: Sequence[NetworkTie]) -> svg.Drawing:
    """Some nodes and ties, one or more; a key says which of `columns` the boxes are of."""
    known = {node.id: node for node in nodes}
    boxes, lines = [], []
    y = KEY * len(columns) + GAP
    for hub, found in _stars(ties):
        around = list(_around(hub, found, known, y))
        below = around[-1].y + around[-1].height
        center = _box(known[hub], known[hub].name, 0, y, LEFT)
        center = _box(known[hub], known[hub].name, 0, max(y, (y + below - center.height) // 2), LEFT)
        lines += [
            (tie, thickness(tie.strength), curve(center.end, center.middle, box.x, box.middle))
            for tie, box in zip(found, around, strict=True)
        ]
        boxes += [center, *around]
        y = max(below, center.y + center.height) + APART
    keys = [(number, KEY * number, words) for number, words in enumerate(columns)]
    values = {"heads": [], "keys": keys, "lines": lines, "boxes": boxes}
    return svg.Drawing(WIDTH, y - APART + GAP, values)


def _stars(ties: Sequence[NetworkTie]) -> Iterator[tuple[str, list[NetworkTie]]]:
    """The node with most ties first, then the one with most of what is left; the strongest ties of each first."""
    left = list(ties)
    while left:
        counts = Counter(end for tie in left for end in tie.ends)
        hub = min(counts, key=lambda end: (-counts[end], end))
        yield hub, sorted((tie for tie in left if hub in tie.ends), key=lambda tie: (-tie.strength, tie.ends))
        left = [tie for tie in left if hub not in tie.ends]


def _around(hub: str, ties: Sequence[NetworkTie], known: Mapping[str, Node], y: int) -> Iterator[NodeBox]:
    """What a node is tied to, each with how strongly."""
    for tie in ties:
        other = known[tie.ends[tie.ends[0] == hub]]
        box = _box(other, f"{other.name} {tie.strength}", WIDTH - RIGHT, y, RIGHT)
        yield box
        y += box.height + GAP


def _box(node: Node, words: str, x: int, y: int, width: int) -> NodeBox:
    return NodeBox(node, tuple(textwrap.wrap(words, (width - 12) // svg.CHARACTER)), x, y, width)
