"""Writes small PDFs for tests: lines at places, in Helvetica, with bookmarks, labels, highlights and a password."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field

from pypdf import PdfWriter
from pypdf.annotations import Highlight
from pypdf.constants import PageLabelStyle
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    TextStringObject,
)

WIDTH, HEIGHT = 595, 842
BODY = 11.0


@dataclass(frozen=True)
class Set:
    """A line of text: `x`, `y` from the lower left, the size of its type, `bold`."""

    text: str
    x: float
    y: float
    size: float = BODY
    bold: bool = False


@dataclass
class Sheet:
    """A page: its lines, and stretches that are highlighted (box, comment)."""

    lines: list[Set] = field(default_factory=list)
    highlights: list[tuple[tuple[float, float, float, float], str]] = field(default_factory=list)


def pdf(
    sheets: Sequence[Sheet],
    *,
    bookmarks: Sequence[tuple[str, int]] = (),
    labels: tuple[str, int] | None = None,
    title: str = "",
    password: str = "",
) -> bytes:
    """The bytes of a PDF. `bookmarks` are titles and pages from 0; `labels` a prefix and the first number."""
    writer = PdfWriter()
    fonts = DictionaryObject(
        {NameObject("/F"): _font(writer, "Helvetica"), NameObject("/B"): _font(writer, "Helvetica-Bold")}
    )
    for sheet in sheets:
        page = writer.add_blank_page(WIDTH, HEIGHT)
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = DecodedStreamObject()
        stream.set_data(b"\n".join(map(_shown, sheet.lines)))
        page[NameObject("/Contents")] = writer._add_object(stream)
        for box, comment in sheet.highlights:
            left, bottom, right, top = box
            corners = [left, top, right, top, left, bottom, right, bottom]
            note = Highlight(rect=box, quad_points=ArrayObject(map(FloatObject, corners)))
            note[NameObject("/Contents")] = TextStringObject(comment)
            writer.add_annotation(page.page_number or 0, note)
    for words, number in bookmarks:
        writer.add_outline_item(title=words, page_number=number)
    if labels:
        writer.set_page_label(
            0, len(sheets) - 1, style=PageLabelStyle.DECIMAL, prefix=labels[0] or None, start=labels[1]
        )
    writer.add_metadata({"/Title": title})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _font(writer: PdfWriter, name: str) -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject(f"/{name}"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )


def _shown(line: Set) -> bytes:
    text = line.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    font = b"/B" if line.bold else b"/F"
    return b"BT %s %.1f Tf %.1f %.1f Td (%s) Tj ET" % (font, line.size, line.x, line.y, text)


def article() -> tuple[list[Sheet], list[str]]:
    """Three pages of an invented article with heads, numbers from 179 on, headings and notes; and its sentences."""
    said: list[str] = []
    sheets = []
    for page in range(3):
        lines = [Set("Journal of Lights, volume 4", 70, 800, 9), Set(str(179 + page), 290, 30, 9)]
        y = 760.0
        lines.append(Set(("The station", "The keepers", "The wreck")[page], 70, y, 16, bold=True))
        y -= 30
        for paragraph in range(3):
            sentences = [
                f"On page {page + 1} the sentence number {paragraph * 4 + count} tells of {what} in the north."
                for count, what in enumerate(("the harbour", "its keeper", "the old lamp", "a long winter"))
            ]
            said += sentences
            for row in _rows(" ".join(sentences)):
                lines.append(Set(row, 70, y))
                y -= 14
            y -= 10
        lines.append(Set("The board paid for it.", 70, y))
        lines.append(Set(str(page + 1), 70 + 107, y + 4, 7))
        said += ["The board paid for it.", f"Accounts of the board, volume {page + 2}, page nine."]
        lines.append(Set(f"{page + 1}", 70, 84, 6))
        lines.append(Set(f"Accounts of the board, volume {page + 2}, page nine.", 76, 80, 9))
        sheets.append(Sheet(lines))
    return sheets, said


def _rows(text: str, longest: int = 78) -> list[str]:
    """The rows of a paragraph; a word that does not fit is broken with a hyphen once."""
    rows, row = [], ""
    for word in text.split():
        if row and len(row) + 1 + len(word) > longest:
            rows.append(row)
            row = ""
        row = f"{row} {word}".strip()
    return [*rows, row]
