"""A matrix of numbers: a square for each row and column, an empty box for none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dossier.draw import svg

LABEL, COLUMN = 250, 66
"""How wide a row's name and a column are."""
NARROW, NARROW_LABEL, NARROW_COLUMNS = 340, 110, (22, 36)
"""How wide a drawing for narrow screens is, its names at least, and its columns: between these."""
ROW = 22
LEVELS = (1, 3, 10)
"""From which number on a square is shaded, and shaded more."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A link with a name, and its number in each column."""

    href: Markup
    name: str
    numbers: Sequence[int]


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """A number that is not zero."""

    x: int
    number: int
    level: int


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """A row drawn: cells, and boxes for the columns in which it has none."""

    href: Markup
    title: str
    label: str
    y: int
    cells: tuple[MatrixCell, ...]
    empty: Markup


def draw_matrix(name: str, columns: Sequence[str], rows: Sequence[MatrixRow]) -> Markup:
    """The rows under the names of the columns."""
    least, most = NARROW_COLUMNS
    column = min(max((NARROW - NARROW_LABEL) // max(len(columns), 1), least), most)
    label = max(NARROW - column * len(columns), NARROW_LABEL)
    return svg.picture(
        "matrix",
        "matrix.svg",
        name,
        _drawing(columns, rows, LABEL, COLUMN, turned=False),
        _drawing(columns, rows, label, column, turned=True),
    )


def _drawing(
    columns: Sequence[str], rows: Sequence[MatrixRow], label: int, column: int, *, turned: bool
) -> svg.Drawing:
    """Names of columns that have no room are slanted, or upright where there is no room for that either: `turned`."""
    longest = max(map(len, columns), default=0) * svg.CHARACTER
    slanted = longest > column and not turned
    head = longest * 3 // 4 + 14 if slanted else 0
    top = longest + 10 if turned else head or 20
    xs = range(label, label + column * len(columns), column)
    values = {
        "turn": -90 if turned else -45 if slanted else 0,
        "heads": list(zip(xs, columns, strict=True)),
        "top": top,
        "column": column,
        "rows": [_row(columns, row, top + ROW * number, xs) for number, row in enumerate(rows)],
    }
    return svg.Drawing(label + column * len(columns) + head, top + ROW * len(rows) + 2, values)


def _row(columns: Sequence[str], row: MatrixRow, y: int, xs: range) -> DrawnRow:
    said = ", ".join(
        f"{words} {number or 'none'}" for words, number in zip(columns, row.numbers, strict=True)
    )
    placed = list(zip(xs, row.numbers, strict=True))
    box = f"h{xs.step - 2}v19h{2 - xs.step}z"
    return DrawnRow(
        row.href,
        f"{row.name}: {said}",
        svg.fitted(row.name, xs.start - 8),
        y,
        tuple(
            MatrixCell(x, number, sum(number >= least for least in LEVELS)) for x, number in placed if number
        ),
        Markup("".join(f"M{x + 1} {y + 1}{box}" for x, number in placed if not number)),
    )
