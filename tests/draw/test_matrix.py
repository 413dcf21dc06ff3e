"""Squares of a matrix, and how dark they are."""

from __future__ import annotations

from markupsafe import Markup

from dossier.draw.matrix import MatrixRow, draw_matrix
from tests.draw.reader import SVG, parse


def test_a_square_is_darker_from_three_and_from_ten_on_and_a_zero_has_none() -> None:
    numbers = (0, 1, 2, 3, 9, 10)
    wide, _ = draw_matrix("Claims", list("abcdef"), [MatrixRow(Markup("x/"), "Row", numbers)]).split(
        "</svg>"
    )[:2]
    squares = [element.get("class") for element in parse(f"{wide}</svg>").iter(f"{SVG}rect")]
    assert squares == [f"square square-level-{level}" for level in (1, 1, 2, 2, 3)]
