"""Lines of a page, with their place and type. Raised digits are written as such: they refer to notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from statistics import median

import pypdfium2

from dossier.documents.pdf.characters import Box, Character, character_lines

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISE = str.maketrans("0123456789", RAISED)
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
_NUMBER = re.compile(r"\d{1,3}")
_OPENING_NUMBER = re.compile(rf"^([{RAISED}]{{1,3}})(?=[^\s{RAISED}])")
_SMALLER, _HIGHER = 0.86, 0.15
"""Against the type of the line: what is smaller and this much higher is raised …"""
_MUCH_HIGHER, _LOW_BOX = 0.25, 0.6
"""… and what is this much higher with a box this low."""
_BOLD_SHARE = 0.7


class LineRole(StrEnum):
    """The part that a line plays on its page; `LIKELY` is a line that looks like a heading and may be none."""

    FLOW = "flow"
    HEADING = "heading"
    LIKELY = "likely"
    NOTE = "note"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line: its box, base line and type; `gap` where a blank line belongs before it, `level` that of a heading.

    `opens` says that a note begins with it.
    """

    text: str
    box: Box
    base: float
    size: float
    bold: bool
    role: LineRole = LineRole.FLOW
    level: int = 0
    gap: bool = False
    opens: bool = False

    @property
    def left(self) -> float:
        """Its left edge."""
        return self.box[0]

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.box[2]

    @property
    def begin(self) -> float:
        """The edge at which one begins to read it; it grows towards the `end`, in right-to-left scripts, too."""
        return -self.right if _RIGHT_TO_LEFT.search(self.text) else self.left

    @property
    def end(self) -> float:
        """The edge at which one stops to read it."""
        return -self.left if _RIGHT_TO_LEFT.search(self.text) else self.right


def lines_of(page: pypdfium2.PdfPage) -> tuple[PdfLine, ...]:
    """The lines of a page, in PDFium's order; those that it tore apart are joined."""
    made = (_line(characters) for characters in character_lines(page))
    return _joined(line for line in made if line is not None)


def _line(characters: Sequence[Character]) -> PdfLine | None:
    solid = [char for char in characters if not char.made and not char.text.isspace()]
    if not solid:
        return None
    size = Counter(char.face.size for char in solid).most_common(1)[0][0]
    base = median(char.base for char in solid if char.face.size == size)
    text = ""
    for at, char in enumerate(characters):
        raised = _is_raised(char, size, base)
        if raised and at and text.strip() and characters[at - 1].made:
            text = text.rstrip(" ")  # the space before a raised number is PDFium's own
        text += char.text.translate(_RAISE) if raised else char.text
    text = _OPENING_NUMBER.sub(r"\1 ", text.strip())
    bold = sum(char.face.bold for char in solid) > len(solid) * _BOLD_SHARE
    return PdfLine(text, _around(char.box for char in solid), base, size, bold)


def _is_raised(char: Character, size: float, base: float) -> bool:
    if not (char.text.isascii() and char.text.isdigit()):
        return False
    above = char.base - base
    smaller = char.face.size < size * _SMALLER and above > size * _HIGHER
    return smaller or (above > size * _MUCH_HIGHER and char.box[3] - char.box[1] < size * _LOW_BOX)


def _around(boxes: Iterable[Box]) -> Box:
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def _joined(lines: Iterable[PdfLine]) -> tuple[PdfLine, ...]:
    """Pieces on one base line and side by side are one line; so is a raised number with the line beside it."""
    found: list[PdfLine] = []
    for line in lines:
        before = found[-1] if found else None
        if before is None:
            found.append(line)
        elif _is_beside(before, line):
            found[-1] = replace(_both(before, line), text=f"{before.text} {line.text}")
        elif _is_number_of(before, line) and abs(before.right - line.left) < line.size:
            both = _both(line, before)
            found[-1] = replace(both, text=f"{before.text.translate(_RAISE)} {line.text}")
        elif _is_number_of(line, before) and abs(line.left - before.right) < before.size:
            found[-1] = replace(_both(before, line), text=before.text + line.text.translate(_RAISE))
        else:
            found.append(line)
    return tuple(found)


def _both(line: PdfLine, other: PdfLine) -> PdfLine:
    return replace(line, box=_around((line.box, other.box)))


def _is_beside(before: PdfLine, line: PdfLine) -> bool:
    same = abs(before.base - line.base) < max(1.5, 0.15 * before.size)
    alike = abs(before.size - line.size) < 0.3 * before.size
    return same and alike and 0 <= line.left - before.right < 1.6 * before.size


def _is_number_of(number: PdfLine, line: PdfLine) -> bool:
    """Whether a line is nothing but a small number above the base line of another."""
    above = number.base - line.base
    return (
        bool(_NUMBER.fullmatch(number.text)) and number.size < line.size * _SMALLER and 0 < above < line.size
    )
