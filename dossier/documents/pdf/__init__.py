"""PDFs: their pages laid out again, since a PDF says where letters are and not what they belong to.

`characters` are PDFium's, `lines` are made of them; then lines get their roles: `furniture` of pages, `notes`, headings
by `bookmarks` and by `headings`. `paragraphs` sets them apart, `page_numbers` finds what is printed on pages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import closing
from importlib.metadata import version

import pypdfium2

from dossier.documents.document import (
    DocumentText,
    Metadata,
    joined_headings,
    lost_doubt,
    without_lost_characters,
)
from dossier.documents.kinds import DocumentKind
from dossier.documents.pdf.bookmarks import mark_bookmarked
from dossier.documents.pdf.furniture import mark_furniture
from dossier.documents.pdf.headings import body_size, mark_headings
from dossier.documents.pdf.lines import LineRole, PdfLine, lines_of
from dossier.documents.pdf.notes import mark_notes
from dossier.documents.pdf.page_numbers import page_numbers
from dossier.documents.pdf.paragraphs import with_gaps
from dossier.model.pages import PAGE_BREAK
from dossier.model.usage_error import UsageError

_LEAST_LETTERS, _FEW_LETTERS = 20, 200
"""Letters of a page on average: below the first it is a scan, below the second something may be lost."""
_ARABIC = re.compile("[\u0600-\u06ff]")
_NO_TITLE = re.compile(
    r"\.(?:docx?|tex|indd|qxd|pdf)$|^Microsoft Word|^untitled|^about:|^https?:|^\W*$", re.IGNORECASE
)
_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")
_NAMED_BOOKMARKS = 3
_PAGES_AT_MOST = 20_000
_LOST_AT_MOST = 0.2
"""Share of signs without a letter: of a text with more nothing can be quoted."""


def read(content: bytes, kind: DocumentKind, _encoding: str | None) -> DocumentText:
    """The text of a PDF; raises `UsageError` for scans, PDFs behind a password and broken ones."""
    try:
        with closing(pypdfium2.PdfDocument(content)) as pdf:
            return _read(pdf, kind)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UsageError("this PDF asks for a password; save a copy without one") from error
        raise UsageError(f"this PDF is broken: {error}") from error


def _read(pdf: pypdfium2.PdfDocument, kind: DocumentKind) -> DocumentText:
    if len(pdf) > _PAGES_AT_MOST:  # a small file may name one page a million times
        raise UsageError(f"this PDF has more than {_PAGES_AT_MOST:,} pages; add it in parts")
    supplied = [lines_of(page) for page in pdf]
    _refuse_scan(supplied)
    body = body_size(supplied)
    heights = [page.get_height() for page in pdf]
    pages = [
        _in_order(lines, height)
        for lines, height in zip(mark_notes(mark_furniture(supplied, heights), body), heights, strict=True)
    ]
    pages, bookmarks = mark_bookmarked(pdf, pages)
    marked = sum(line.role is LineRole.HEADING for lines in pages for line in lines)
    if marked <= _NAMED_BOOKMARKS:
        pages = mark_headings(pages, body)
    text, numbered = _written([with_gaps(lines) for lines in pages])
    text, lost = without_lost_characters(text)
    if lost > _LOST_AT_MOST * len(text):
        raise UsageError(
            "this PDF does not say which letters its signs are; recognize its text with OCRmyPDF --force-ocr, "
            "for example, then add the result"
        )
    metadata = _metadata(pdf, pages)
    printed, doubts = page_numbers(pdf, pages)
    return DocumentText(
        kind,
        text,
        f"pdfium {version('pypdfium2')}",
        headings=tuple(
            joined_headings((n, line.level) for n, line in numbered if line.role is LineRole.HEADING)
        )
        or None,
        likely_headings=tuple(
            joined_headings((n, line.level) for n, line in numbered if line.role is LineRole.LIKELY)
        ),
        furniture=tuple(n for n, line in numbered if line.role is LineRole.FURNITURE),
        notes=sum(line.role is LineRole.NOTE and line.opens for _, line in numbered),
        pages=printed,
        metadata=metadata,
        doubts=(*doubts, *bookmarks, *_few_letters(supplied), *_arabic(text), *lost_doubt(lost)),
    )


def _in_order(lines: Sequence[PdfLine], height: float) -> tuple[PdfLine, ...]:
    """The lines of a page: its head, its flow, its notes, its foot."""
    furniture = [line for line in lines if line.role is LineRole.FURNITURE]
    head = [line for line in furniture if line.base > height / 2]
    foot = [line for line in furniture if line.base <= height / 2]
    flow = [line for line in lines if line.role is LineRole.FLOW]
    return (*head, *flow, *(line for line in lines if line.role is LineRole.NOTE), *foot)


def _written(pages: Sequence[Sequence[PdfLine]]) -> tuple[str, list[tuple[int, PdfLine]]]:
    """The text, and each line with its number in it, from 1."""
    text, numbered, number = "", [], 1
    for at, lines in enumerate(pages):
        text += PAGE_BREAK if at else ""
        for place, line in enumerate(lines):
            if line.gap and place:
                text += "\n"
                number += 1
            text += f"{line.text}\n"
            numbered.append((number, line))
            number += 1
    return text, numbered


def _letters(lines: Sequence[PdfLine]) -> int:
    return sum(char.isalpha() for line in lines for char in line.text)


def _refuse_scan(pages: Sequence[Sequence[PdfLine]]) -> None:
    letters = sum(map(_letters, pages))
    if letters < _LEAST_LETTERS * len(pages) or not letters:
        raise UsageError(
            f"this PDF is a scan: {len(pages)} pages, {letters} letters. "
            "Recognize its text first, with OCRmyPDF for example, then add the result"
        )


def _few_letters(pages: Sequence[Sequence[PdfLine]]) -> tuple[str, ...]:
    empty = [str(number) for number, lines in enumerate(pages, 1) if not _letters(lines)]
    if sum(map(_letters, pages)) < _FEW_LETTERS * len(pages):
        return (
            f"there are fewer than {_FEW_LETTERS} letters on a page; parts of it may be pictures of text",
        )
    return (
        (f"no text is on page {', '.join(empty)} of the PDF; pictures of text are not read",) if empty else ()
    )


def _arabic(text: str) -> tuple[str, ...]:
    return (
        ("Arabic comes out of PDFs with flaws; compare each quote with the page",)
        if _ARABIC.search(text)
        else ()
    )


def _metadata(pdf: pypdfium2.PdfDocument, pages: Sequence[Sequence[PdfLine]]) -> Metadata:
    said = pdf.get_metadata_dict()
    title = " ".join(said.get("Title", "").split())
    date = _DATE.match(said.get("CreationDate", ""))
    author = " ".join(said.get("Author", "").split())
    return Metadata(
        title=_printed_title(pages) if _NO_TITLE.search(title) else title,
        authors=tuple(name.strip() for name in author.split(";") if name.strip()),
        made="-".join(filter(None, date.groups())) if date else "",
    )


def _printed_title(pages: Sequence[Sequence[PdfLine]]) -> str:
    """The largest words of the first page."""
    first = [
        line for line in (pages[0] if pages else ()) if line.role not in {LineRole.FURNITURE, LineRole.NOTE}
    ]
    largest = max((line.size for line in first), default=0)
    return " ".join(line.text for line in first if line.size > largest - 0.5)[:200]
