"""A line with a caret below one of its characters, whatever their width on a terminal."""

from __future__ import annotations

import unicodedata

_WIDEST = 100  # cells that are shown of a long line
_BEFORE = 60  # of them at most before the caret
_TAB = 4


def snippet(line: str, column: int) -> tuple[str, str]:
    """The line, cut around `column` (from 1) where it is long, and the line with the caret below it."""
    at = min(max(column, 1) - 1, len(line))
    cells = [_cell(char) for char in line]
    start, before = at, 0
    while start > 0 and before + _width(cells[start - 1]) <= _BEFORE:
        start -= 1
        before += _width(cells[start])
    end, shown = at, before
    while end < len(cells) and shown + _width(cells[end]) <= _WIDEST:
        shown += _width(cells[end])
        end += 1
    opened, closed = "…" if start else "", "…" if end < len(cells) else ""
    return f"{opened}{''.join(cells[start:end])}{closed}", " " * (len(opened) + before) + "^"


def visible(text: str) -> str:
    """Text in one line, with control characters (also those that turn the direction of writing) made visible."""
    return "".join(" " if char == "\n" else _cell(char) for char in text)


def _cell(char: str) -> str:
    if char == "\t":
        return " " * _TAB
    if char.isprintable() or unicodedata.category(char) == "Zs" or char in "\u200c\u200d":
        return char
    return "\ufffd"


def _width(cell: str) -> int:
    """Cells that a terminal gives to a character: none to a combining one, two to a wide one."""
    return sum(
        0
        if unicodedata.category(char) in {"Mn", "Me", "Cf"}
        else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in cell
    )
