"""Numbers with their nouns, as readers read them."""

from __future__ import annotations


def counted(number: int, one: str, many: str | None = None) -> str:
    """`1 claim`, `3 claims`: a number with its noun; thousands are set apart."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
