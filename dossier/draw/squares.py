"""Things at a glance: a square each with its number, in groups below each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dossier.draw import svg

WIDTHS = (640, 340)
SQUARE, GAP = 20, 4
HEAD = 20


@dataclass(frozen=True, slots=True)
class Square:
    """One thing: a link, its words in full, and its number."""

    href: Markup
    title: str
    number: int


@dataclass(frozen=True, slots=True)
class SquareGroup:
    """Squares, one or more, below their heading; `sort` is their class."""

    heading: str
    sort: str
    squares: Sequence[Square]


def draw_squares(name: str, groups: Sequence[SquareGroup]) -> Markup:
    """The groups, one or more, in the order given."""
    return svg.picture("questions", "squares.svg", name, *(_drawing(groups, width) for width in WIDTHS))


def _drawing(groups: Sequence[SquareGroup], width: int) -> svg.Drawing:
    drawn = []
    bottom = -10
    for group in groups:
        y = bottom + 10
        squares = list(_placed(group.squares, y + HEAD, width))
        drawn.append((f"{group.heading}: {len(squares)}", group.sort, y, squares))
        bottom = squares[-1][2] + SQUARE
    return svg.Drawing(width, bottom + 2, {"groups": drawn, "size": SQUARE})


def _placed(squares: Sequence[Square], y: int, width: int) -> Iterator[tuple[Square, int, int]]:
    columns = (width + GAP) // (SQUARE + GAP)
    for place, square in enumerate(squares):
        yield square, place % columns * (SQUARE + GAP), y + place // columns * (SQUARE + GAP)
