"""Cells of tables that spreadsheets open: what they would take for a formula gets a `'` before it, and loses it again.

`look/assets/explore/cells.js` does the same in browsers; `tests/leaves/cells.yml` holds for both. How cells make a
file (RFC 4180) is left to those who write one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_FORMULA = re.compile(r"'*(?:[=+@\t\r]|-(?![0-9]+(?:\.[0-9]+)?\Z))")
"""What begins like one; also behind signs of our own kind, so that exactly those that were put there are taken off."""


def cell(text: str) -> str:
    """A text as its cell has it: `=1+1` is `'=1+1`; a negative number is itself."""
    return f"'{text}" if _FORMULA.match(text) else text


def text_of(cell: str) -> str:
    """The text that a cell was made of."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def joined(items: Iterable[str]) -> str:
    """A list in one cell: `a; b`; a semicolon and a backslash of an item have a backslash before them."""
    return "; ".join(item.replace("\\", "\\\\").replace(";", "\\;") for item in items)


def items_in(text: str) -> list[str]:
    """The items of a list in one cell; an empty cell has none."""
    items = re.findall(r"((?:[^\\;]|\\.)*)(?:; |\Z)", text, re.DOTALL)
    return [re.sub(r"\\(.)", r"\1", item, flags=re.DOTALL) for item in items if item]
