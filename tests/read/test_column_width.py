"""How wide a column is taken to be."""

from __future__ import annotations

from dossier.read.lines import split_lines
from dossier.read.shape import measure


def test_a_column_is_as_wide_as_the_lines_that_hold_most_of_the_text_not_as_most_lines() -> None:
    """Eight lines of 60 letters have 480 of them, seven of 69 have 483; the last line ends the text and does not count."""
    text = "\n".join(["a" * 60] * 8 + ["a" * 69] * 7 + ["end"])
    assert measure(text, split_lines(text)).width == 69


def test_lines_of_a_column_differ_by_an_eighth_at_most() -> None:
    text = "\n".join(["a" * 60] * 8 + ["a" * 67] * 7 + ["end"])
    assert measure(text, split_lines(text)).width == 60
