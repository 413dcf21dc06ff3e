"""Characters that are no letters: those that show nothing, and those that stand where an extraction lost a letter."""

from __future__ import annotations

import re

DIRECTION_MARKS = "".join(map(chr, (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))))
"""They turn the direction of writing."""

UNSEEN = "\ufeff\u200b\u2060" + DIRECTION_MARKS
"""They show nothing and join nothing."""

SOFT_HYPHEN = "\xad"
"""A hyphen that shows where a line ends only."""

BROKEN_HYPHENS = "\x02\ufffe"
"""What PDFium writes for a hyphen at a line's end, often with the line's end lost."""

REPLACEMENT = "\ufffd"
"""The sign of a character that cannot be shown."""

LOST = re.compile(r"[\x00\x01\x03-\x08\x0e-\x1f\x7f-\x9f\ufffd\uffff]")
"""Controls and other characters that stand for no letter: the extraction did not know which one was there."""
