"""Where a value is in a file an author wrote; how the file was parsed is left to `load`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from dossier.model.lines import Lines

Path = tuple[str | int, ...]
"""The way to a value inside its record: `("figure", "value")`, `("answers", 0, "question")`."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point in a file: `file` relative to the project, `line` and `column` from 1, columns in code points."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one value begins, and for a scalar its characters as typed.

    `raw` is what the author typed from `body` on (without quotation marks or the block indicator),
    so that a word of the folded value can be found again in the file. Empty for anything but a plain or block scalar.
    """

    place: Place
    raw: str = ""
    body: Place | None = None


@dataclass(frozen=True, slots=True)
class Places:
    """The spots of one record, by path; a missing path answers with its nearest ancestor."""

    start: Place
    spots: Mapping[Path, Spot] = field(default_factory=dict)

    def of(self, *path: str | int) -> Place:
        """Where the value at `path` begins, or its nearest ancestor that is there."""
        for length in range(len(path), 0, -1):
            if (spot := self.spots.get(path[:length])) is not None:
                return spot.place
        return self.start

    def within(self, path: Path, value: str, offset: int) -> Place:
        """Where the character `offset` of the scalar `value` at `path` was typed.

        Folding changes only white space, so characters are matched by counting those that are not.
        """
        spot = self.spots.get(path)
        if spot is None or spot.body is None:
            return self.of(*path)
        number = bisect_left(_solid(value)[0], offset)
        solid, lines = _solid(spot.raw)
        if number == len(solid):
            return spot.place
        line, column = lines.position(solid[number])
        first = spot.body.column - 1 if line == 1 else 0
        return Place(spot.body.file, spot.body.line + line - 1, column + first)


@lru_cache(maxsize=8)
def _solid(text: str) -> tuple[Sequence[int], Lines]:
    """Where the characters of a text are that are no white space, and its lines."""
    return [offset for offset, char in enumerate(text) if not char.isspace()], Lines(text)
