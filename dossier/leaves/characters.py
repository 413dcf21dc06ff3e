"""Characters that are no letters: those that show nothing, and those that stand where an extraction lost a letter."""

from __future__ import annotations

import re
import unicodedata

DIRECTION_MARKS = "".join(map(chr, (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))))
"""They turn the direction of writing."""

INVISIBLE = "\ufeff\u200b\u2060"
"""They show nothing, and what they join or keep apart is the same without them."""

UNSEEN = INVISIBLE + DIRECTION_MARKS
"""They show nothing and join nothing."""

SOFT_HYPHEN = "\xad"
"""A hyphen that shows where a line ends only."""

BROKEN_HYPHENS = "\x02\ufffe"
"""What PDFium writes for a hyphen at a line's end, often with the line's end lost."""

REPLACEMENT = "\ufffd"
"""The sign of a character that cannot be shown."""

LOST = re.compile(r"[\x00\x01\x03-\x08\x0e-\x1f\x7f-\x9f\ufffd\uffff]")
"""Controls and other characters that stand for no letter: the extraction did not know which one was there."""

LINE_ENDS = "\x85\u2028\u2029"
"""They end a line to YAML, and are no line end to anybody else."""


def named(char: str) -> str:
    """What a character is called, for messages: `no-break space (U+00A0)`."""
    name = "next line" if char == "\x85" else unicodedata.name(char, "control character").lower()
    return f"{name} (U+{ord(char):04X})"
