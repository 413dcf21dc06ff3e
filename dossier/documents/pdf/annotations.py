"""The highlights of a PDF: annotations with the stretches of the page that they mark, and a comment."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import closing

import pypdfium2
import pypdfium2.raw as pdfium

from dossier.documents.highlights import Highlight
from dossier.documents.pdf.characters import Character, character_lines
from dossier.model.usage_error import UsageError

_MARKING = {pdfium.FPDF_ANNOT_HIGHLIGHT, pdfium.FPDF_ANNOT_UNDERLINE, pdfium.FPDF_ANNOT_SQUIGGLY}
_BESIDE, _BELOW, _TOP = 0.3, 0.5, 1.0
"""In points: what is a little outside of a stretch belongs to it, and the line above does not."""

Stretch = tuple[float, float, float, float]
"""Left, bottom, right, top."""


def annotated(content: bytes) -> tuple[Highlight, ...]:
    """The highlights of a PDF, page by page; raises `UsageError` where it cannot be read."""
    try:
        with closing(pypdfium2.PdfDocument(content)) as pdf:
            return tuple(
                highlight for number, page in enumerate(pdf, 1) for highlight in _on_page(page, number)
            )
    except pypdfium2.PdfiumError as error:
        raise UsageError(f"this PDF is broken, or asks for a password: {error}") from error


def _on_page(page: pypdfium2.PdfPage, number: int) -> Iterator[Highlight]:
    count = pdfium.FPDFPage_GetAnnotCount(page.raw)
    lines = [line for line in character_lines(page) if line] if count else []
    for at in range(count):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, at)
        if pdfium.FPDFAnnot_GetSubtype(annotation) in _MARKING:
            words = [_words(lines, stretch) for stretch in _stretches(annotation)]
            if quote := " ".join(filter(None, words)):
                yield Highlight(quote, _comment(annotation), number)
        pdfium.FPDFPage_CloseAnnot(annotation)


def _stretches(annotation: pdfium.FPDF_ANNOTATION) -> Iterator[Stretch]:
    for at in range(pdfium.FPDFAnnot_CountAttachmentPoints(annotation)):
        corners = pdfium.FS_QUADPOINTSF()
        pdfium.FPDFAnnot_GetAttachmentPoints(annotation, at, corners)
        across = corners.x1, corners.x2, corners.x3, corners.x4
        up = corners.y1, corners.y2, corners.y3, corners.y4
        yield min(across), min(up), max(across), max(up)


def _words(lines: list[list[Character]], stretch: Stretch) -> str:
    """The characters whose base line is in the stretch: boxes are cut too close to their letters to tell."""
    left, bottom, right, top = stretch
    found = (
        "".join(
            char.text
            for char in line
            if left - _BESIDE <= (char.box[0] + char.box[2]) / 2 <= right + _BESIDE
            and bottom - _BELOW <= char.base < top - _TOP
        )
        for line in lines
    )
    return " ".join(" ".join(words.split()) for words in found if words.strip())


def _comment(annotation: pdfium.FPDF_ANNOTATION) -> str:
    length = pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
    buffer = ctypes.create_string_buffer(max(length, 2))
    pdfium.FPDFAnnot_GetStringValue(
        annotation, b"Contents", ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length
    )
    return " ".join(buffer.raw[:length].decode("utf-16le", errors="replace").rstrip("\0").split())
