"""Puts labels beside points so that none covers another; the first that come have the first choice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dossier.draw.svg import CHARACTER

HEIGHT = 13


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a place; `anchor` is start, middle or end, as in SVG."""

    words: str
    x: int
    y: int
    anchor: str


@dataclass(slots=True)
class Board:
    """The room for labels: a picture of some size, and the boxes (left, top, right, bottom) that are taken."""

    width: int
    height: int
    taken: list[tuple[int, int, int, int]] = field(default_factory=list)

    def block(self, x: int, y: int, reach: int) -> None:
        """Take the room of a mark."""
        self.taken.append((x - reach, y - reach, x + reach, y + reach))

    def centered(self, wordings: Iterable[str], x: int, y: int) -> Label | None:
        """The first of some wordings that has room around a point; none where none has."""
        for words in wordings:
            half = len(words) * CHARACTER // 2
            if self._take((x - half, y - HEIGHT // 2, x + half, y + HEIGHT // 2)):
                return Label(words, x, y + 4, "middle")
        return None

    def beside(self, words: str, x: int, y: int, away: int) -> Label | None:
        """The words to the right of a mark, else to its left, above or below it; none where there is no room."""
        wide, half = len(words) * CHARACTER, HEIGHT // 2
        for left, top, label in (
            (x + away, y - half, Label(words, x + away, y + 4, "start")),
            (x - away - wide, y - half, Label(words, x - away, y + 4, "end")),
            (x - wide // 2, y - away - HEIGHT, Label(words, x, y - away - 2, "middle")),
            (x - wide // 2, y + away, Label(words, x, y + away + 10, "middle")),
        ):
            if self._take((left, top, left + wide, top + HEIGHT)):
                return label
        return None

    def _take(self, wanted: tuple[int, int, int, int]) -> bool:
        left, top, right, bottom = wanted
        if left < 0 or top < 0 or right > self.width or bottom > self.height:
            return False
        if any(left < box[2] and box[0] < right and top < box[3] and box[1] < bottom for box in self.taken):
            return False
        self.taken.append(wanted)
        return True
