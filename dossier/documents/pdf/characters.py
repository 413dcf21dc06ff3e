"""The characters of a page as PDFium finds them, with their place and type. Lines are made of them by `lines`.

What is known of PDFium's faults is set right here: U+FFFE and U+0002 are hyphens at a line's end, and two letters of a
right-to-left script with one and the same box are one glyph (lam-alif), whose letters come the wrong way round.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise, takewhile

import pypdfium2
import pypdfium2.raw as pdfium

from dossier.leaves.characters import REPLACEMENT, SOFT_HYPHEN

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points from the page's lower left."""

_HYPHENS = {0x2, 0xFFFE, ord(SOFT_HYPHEN)}
_LINE_ENDS = {0xA, 0xD}
_HIGH, _LOW, _AFTER = 0xD800, 0xDC00, 0xE000
_STEP = 0.2
"""In points: twice the least way from one letter to the next."""
_BOLD = 600
_BOLD_NAMES = (b"old", b"CMBX", b"Medi", b"lack", b"eavy")


@dataclass(frozen=True, slots=True)
class Typeface:
    """How characters are set: `size` in points."""

    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Character:
    """A character: its box, its base line, its typeface. `made` ones are PDFium's own: spaces that no glyph has."""

    text: str
    box: Box
    base: float
    face: Typeface
    made: bool = False


def character_lines(page: pypdfium2.PdfPage) -> Iterator[list[Character]]:
    """The characters of a page, line by line, in PDFium's order."""
    line: list[Character] = []
    high = 0
    reader = _Reader(page)
    for at in range(reader.count):
        code = pdfium.FPDFText_GetUnicode(reader.text.raw, at)
        if code in _LINE_ENDS:
            yield in_reading_order(line)
            line = []
            continue
        if _HIGH <= code < _LOW:
            high = code
            continue
        if _LOW <= code < _AFTER:
            code = 0x10000 + ((high - _HIGH) << 10) + code - _LOW if high else ord(REPLACEMENT)
        hyphen = code in _HYPHENS
        found = reader.character(at, "-" if hyphen else _shown(code), is_glyph=hyphen)
        if line and _is_one_glyph(line[-1], found):
            line.insert(-1, found)
        else:
            line.append(found)
        if hyphen:
            yield in_reading_order(line)
            line = []
    yield in_reading_order(line)


def in_reading_order(line: list[Character]) -> list[Character]:
    """The line with its right-to-left words as they are read: PDFium has some of them as they are seen.

    A word whose letters go to the right is turned; one that does not show it (a lam-alif alone) goes with the word
    before it. Signs before a number that are to the left of it belong behind it.
    """
    if not any(_is_arabic(char.text) for char in line):
        return line
    found: list[Character] = []
    turned = False
    for spaces, group in groupby(line, key=lambda char: char.text.isspace()):
        word = list(group)
        if spaces:
            found += word
        elif all(not char.text.isalpha() for char in word):
            found += _signs_behind(word)
        else:
            turned = _goes_right(word, before=turned)
            is_one = all(_is_arabic(char.text) for char in word if char.text.isalnum())
            found += _signs_behind(word[::-1] if turned and is_one else word)
    return found


def _goes_right(word: list[Character], *, before: bool) -> bool:
    steps = [other.box[0] + other.box[2] - one.box[0] - one.box[2] for one, other in pairwise(word)]
    right, left = sum(step > _STEP for step in steps), sum(step < -_STEP for step in steps)
    return right > left if right or left else before


def _signs_behind(word: list[Character]) -> list[Character]:
    signs = list(takewhile(lambda char: not char.text.isalnum(), word))
    rest = word[len(signs) :]
    return [*rest, *signs] if signs and rest and signs[0].box[0] < rest[0].box[0] else word


def _shown(code: int) -> str:
    if code == 0x9:  # noqa: PLR2004 - a tab
        return " "
    return REPLACEMENT if code < 0x20 or 0x7F <= code < 0xA0 else chr(code)  # noqa: PLR2004 - C0 and C1


def _is_one_glyph(one: Character, other: Character) -> bool:
    return one.box == other.box and one.base == other.base and _is_arabic(one.text) and _is_arabic(other.text)


def _is_arabic(text: str) -> bool:
    return "\u0590" <= text < "\u0700"


class _Reader:
    """PDFium's functions for one page; what depends on a piece of text is asked once for the piece."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.text = page.get_textpage()
        self.count = pdfium.FPDFText_CountChars(self.text.raw)
        self._edges = tuple(ctypes.c_double() for _ in range(4))
        self._origin = ctypes.c_double(), ctypes.c_double()
        self._faces: dict[int, Typeface] = {}
        self._last = Typeface(0, bold=False)

    def character(self, at: int, text: str, *, is_glyph: bool) -> Character:
        """The character at an index; `is_glyph` where PDFium only says that it made it up."""
        left, right, bottom, top = self._edges
        x, y = self._origin
        pdfium.FPDFText_GetCharBox(self.text.raw, at, left, right, bottom, top)
        pdfium.FPDFText_GetCharOrigin(self.text.raw, at, x, y)
        made = not is_glyph and bool(pdfium.FPDFText_IsGenerated(self.text.raw, at))
        box = (left.value, bottom.value, right.value, top.value)
        return Character(text, box, y.value, self._last if made else self._face(at), made)

    def _face(self, at: int) -> Typeface:
        piece = ctypes.cast(pdfium.FPDFText_GetTextObject(self.text.raw, at), ctypes.c_void_p).value or 0
        if piece not in self._faces:
            self._faces[piece] = self._read_face(at)
        self._last = self._faces[piece]
        return self._last

    def _read_face(self, at: int) -> Typeface:
        size = pdfium.FPDFText_GetFontSize(self.text.raw, at)
        matrix = pdfium.FS_MATRIX()
        if pdfium.FPDFText_GetMatrix(self.text.raw, at, matrix):
            size *= abs(matrix.d) or abs(matrix.b) or 1
        flags = ctypes.c_int()
        length = pdfium.FPDFText_GetFontInfo(self.text.raw, at, None, 0, flags)
        name = ctypes.create_string_buffer(max(length, 1))
        pdfium.FPDFText_GetFontInfo(self.text.raw, at, name, length, flags)
        weight = pdfium.FPDFText_GetFontWeight(self.text.raw, at)
        return Typeface(round(size, 1), weight >= _BOLD or any(part in name.value for part in _BOLD_NAMES))
