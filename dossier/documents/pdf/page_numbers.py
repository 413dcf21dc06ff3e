"""Finds what is printed on pages: the labels that a PDF gives them, or the numbers in heads and feet that rise."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Sequence

import pypdfium2
import pypdfium2.raw as pdfium

from dossier.documents.pdf.lines import LineRole, PdfLine
from dossier.model.pages import PageNumbers

_AT_EDGES = re.compile(r"^\W*(\d{1,6})\b|\b(\d{1,6})\W*$")
_LEAST = 2
_SHARE = 0.5


def page_numbers(
    pdf: pypdfium2.PdfDocument, pages: Sequence[Sequence[PdfLine]]
) -> tuple[PageNumbers | None, tuple[str, ...]]:
    """What is printed on the pages, and how that is known; `None` where nothing is."""
    count = len(pages)
    labels = tuple(_label(pdf, number) for number in range(count))
    counted = tuple(str(number) for number in range(1, count + 1))
    if any(labels) and labels != counted:
        first = labels[0]
        if (
            first.isascii()
            and first.isdigit()
            and labels == tuple(str(int(first) + at) for at in range(count))
        ):
            return PageNumbers(first=first), (_told(first, labels[-1], count, "as the PDF itself says"),)
        return PageNumbers(labels=labels), (_told(first, labels[-1], count, "as the PDF itself says"),)
    first_number = _rising(pages)
    if first_number is None:
        if labels == counted:
            return PageNumbers(first="1"), ()
        return None, ("no printed page numbers were found; pages are cited as “PDF p. 3”",)
    told = _told(str(first_number), str(first_number + count - 1), count, "if not, change `pages.first`")
    return PageNumbers(first=str(first_number)), (told,)


def _told(first: str, last: str, count: int, why: str) -> str:
    pages = f"pages 1–{count}" if count > 1 else "its page"
    printed = f"{first}–{last}" if count > 1 else first
    return f"{pages} of the PDF {'are' if count > 1 else 'is'} printed {printed}; {why}"


def _label(pdf: pypdfium2.PdfDocument, page: int) -> str:
    length = pdfium.FPDF_GetPageLabel(pdf.raw, page, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 2))
    pdfium.FPDF_GetPageLabel(pdf.raw, page, buffer, length)
    return buffer.raw[:length].decode("utf-16le", errors="replace").rstrip("\0").strip()


def _rising(pages: Sequence[Sequence[PdfLine]]) -> int | None:
    """The number of the first page, where numbers at the edges of heads and feet rise with the pages."""
    firsts: Counter[int] = Counter()
    for at, lines in enumerate(pages):
        texts = [line.text for line in lines if line.role is LineRole.FURNITURE]
        numbers = {
            int(number) for text in texts for match in _AT_EDGES.findall(text) for number in match if number
        }
        firsts.update(number - at for number in numbers if number > at)
    if not firsts:
        return None
    first, times = firsts.most_common(1)[0]
    return first if times >= max(_LEAST, _SHARE * len(pages)) else None
