"""Lanes of moments as a timeline draws them, one below the other. What is drawn in them is left to `lanes` on wide
screens, to `narrow_lanes` on narrow ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dossier.draw.moments import Moment, MomentShape, rows_of

LANE_HEAD, ROWS_HEAD = 24, 18
AXIS_HEIGHT = 24
MARGIN = 8
LETTER = 7
"""How wide a letter of a name may be: marks stay clear of it, and it of the edge, in the wider fonts of systems too."""


@dataclass(frozen=True, slots=True)
class MomentRows:
    """Moments that stay together in a lane, one or more; `name` says what they are, where the lane does not."""

    name: str
    words: str
    """The same with how many there are, for those who do not see them."""
    moments: Sequence[Moment]


@dataclass(frozen=True, slots=True)
class MomentLane:
    """A lane with its rows, one or more."""

    name: str
    rows: Sequence[MomentRows]


@dataclass(frozen=True, slots=True)
class MomentMark:
    """A moment drawn. Its label begins at `label_x`, or ends there: `before` it; `below` the label is the mark."""

    moment: Moment
    shape: MomentShape
    label: str
    label_x: int
    before: bool = False
    below: int = 0

    @property
    def claims(self) -> Markup:
        """The ids of its claims, as an attribute lists them."""
        return Markup(" ".join(self.moment.claims))

    @property
    def extent(self) -> tuple[int, int]:
        """From where to where it reaches with its label."""
        words = len(self.label) * LETTER + 2
        left = self.label_x - words if self.before else self.label_x
        return min(left, self.shape.x), max(left + words, self.shape.x + self.shape.width)


@dataclass(frozen=True, slots=True)
class MomentCell:
    """Moments drawn as their number: a link, with its words in full. `level` is how dark it is, from 1 on."""

    href: Markup
    title: str
    moments: Sequence[Moment]
    x: int
    width: int
    level: int

    @property
    def claims(self) -> Markup:
        """The ids of the claims of each moment, as an attribute lists them."""
        return Markup(", ").join(Markup(" ").join(moment.claims) for moment in self.moments)


@dataclass(frozen=True, slots=True)
class Filled:
    """What is drawn in some rows: marks, each with how far below the top it is, or numbers."""

    height: int
    marks: tuple[tuple[MomentMark, int], ...] = ()
    cells: tuple[MomentCell, ...] = ()


@dataclass(frozen=True, slots=True)
class DrawnRows:
    """Some rows from `y` on, what is in them from `top` on; with the lane's name if they are its first."""

    lane: str
    rows: MomentRows
    y: int
    top: int
    filled: Filled

    @property
    def bottom(self) -> int:
        """Where the next ones begin."""
        return self.top + self.filled.height + 4

    @property
    def name_y(self) -> int:
        """Where the name of the rows stands."""
        return self.top - 4


def stacked(
    lanes: Sequence[MomentLane], fill: Callable[[MomentLane, MomentRows], Filled]
) -> Iterator[DrawnRows]:
    """All rows, each below the one before."""
    y = AXIS_HEIGHT
    for lane in lanes:
        for number, rows in enumerate(lane.rows):
            top = y + (0 if number else LANE_HEAD) + (ROWS_HEAD if rows.name else 0)
            drawn = DrawnRows("" if number else lane.name, rows, y, top, fill(lane, rows))
            yield drawn
            y = drawn.bottom


def apart(marks: Sequence[MomentMark], line: int) -> Filled:
    """Marks on as many lines as keep them and their names apart."""
    places = rows_of([mark.extent for mark in marks])
    drawn = tuple((mark, line * place) for mark, place in zip(marks, places, strict=True))
    return Filled(line * (max(places) + 1), drawn)
