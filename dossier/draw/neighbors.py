"""The neighborhood of one thing: those that are tied to it, below each other, each at the end of a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dossier.draw import svg
from dossier.draw.nodes import HEIGHT, STEP, curve, thickness

LAYOUTS = ((640, 220, 250), (340, 116, 168))
"""The width of a drawing, and those of the boxes on its left and right."""


@dataclass(frozen=True, slots=True)
class Neighbor:
    """A link with a name and its words in full, and how strongly it is tied.

    `column` numbers its kind, from 0; `state` is the class of its line, if it has one.
    """

    href: Markup
    name: str
    title: str
    strength: int
    column: int
    state: str = ""


@dataclass(frozen=True, slots=True)
class Branch:
    """A neighbor drawn: its box from `y` on, and the line that leads to it."""

    neighbor: Neighbor
    label: str
    y: int
    path: Markup
    thickness: int


def draw_neighbors(name: str, center: str, neighbors: Sequence[Neighbor]) -> Markup:
    """What is called `center`, and its neighbors, one or more, in the order given."""
    drawings = (_drawing(center, neighbors, *layout) for layout in LAYOUTS)
    return svg.picture("network", "neighbors.svg", name, *drawings)


def _drawing(center: str, neighbors: Sequence[Neighbor], width: int, left: int, right: int) -> svg.Drawing:
    height = STEP * len(neighbors)
    branches = []
    for row, neighbor in enumerate(neighbors):
        y = row * STEP + STEP // 2
        label = f"{svg.fitted(neighbor.name, right - 40)} {neighbor.strength}"
        path = curve(left, height // 2, width - right, y)
        branches.append(Branch(neighbor, label, y - HEIGHT // 2, path, thickness(neighbor.strength)))
    values = {
        "center": svg.fitted(center, left - 12),
        "middle": height // 2,
        "left": left,
        "right": right,
        "branches": branches,
    }
    return svg.Drawing(width, height, values)
