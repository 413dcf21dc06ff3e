"""Numbers as authors type them and as readers read them."""

from __future__ import annotations

import re
from decimal import Decimal

_GROUPED = re.compile(r"[0-9]{1,3}(?:([, '’\u00a0\u2009\u202f])[0-9]{3})(?:\1[0-9]{3})*(?:\.[0-9]+)?")
_PLAIN = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def parse_number(typed: str) -> Decimal:
    """A number in digits, with or without separators of thousands; raises `ValueError` with a sentence for authors."""
    if _GROUPED.fullmatch(typed):
        return Decimal(re.sub(r"[^0-9.]", "", typed))
    if _PLAIN.fullmatch(typed):
        return Decimal(typed)
    raise ValueError(f"`{typed}` is no number in digits")


def number_label(value: str) -> str:
    """`1122` as `1,122`; anything but a plain whole number stays as typed."""
    return f"{int(value):,}" if value.isascii() and value.isdigit() and str(int(value)) == value else value


def counted(number: int, one: str, many: str | None = None) -> str:
    """`1 claim`, `3 claims`: a number with its noun; thousands are set apart."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
