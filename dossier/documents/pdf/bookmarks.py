"""Finds the headings that a PDF's own bookmarks name, on their pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pypdfium2

from dossier.documents.pdf.lines import LineRole, PdfLine
from dossier.leaves.numbers import counted

_NUMBER = re.compile(r"^\s*(?:(?:\d+|[IVX]+|[A-Z])(?:[.-](?:\d+|[A-Z]))*[.)]?)\s+")
_NOT_LETTERS = re.compile(r"[\W_]")
_LINES_AT_MOST = 3
_DEEPEST = 6
_SHOWN = 3

Pages = list[tuple[PdfLine, ...]]


def mark_bookmarked(pdf: pypdfium2.PdfDocument, pages: Pages) -> tuple[Pages, tuple[str, ...]]:
    """The pages with the headings that bookmarks name, and what to say of bookmarks that are on no line."""
    found = [list(lines) for lines in pages]
    marked, lost = 0, []
    for level, title, page in _bookmarks(pdf):
        if _mark(found, title, page, level):
            marked += 1
        else:
            lost.append(title)
    doubts = []
    if marked:
        doubts.append(f"{counted(marked, 'heading')} named by the PDF's bookmarks")
    if lost:
        shown = ", ".join(f"“{title}”" for title in lost[:_SHOWN]) + (" …" if len(lost) > _SHOWN else "")
        doubts.append(f"{len(lost)} of its bookmarks were not found on their pages: {shown}")
    return [tuple(lines) for lines in found], tuple(doubts)


def _bookmarks(pdf: pypdfium2.PdfDocument) -> Iterator[tuple[int, str, int]]:
    """Level, title and page (from 0) of each bookmark that leads to a page and has words."""
    for bookmark in pdf.get_toc():
        title, target = " ".join((bookmark.get_title() or "").split()), bookmark.get_dest()
        page = target.get_index() if target else None
        if page is not None and _bare(title):
            yield min(bookmark.level + 1, _DEEPEST), title, page


def _mark(pages: list[list[PdfLine]], title: str, page: int, level: int) -> bool:
    for number in (page, page + 1, page - 1):
        lines = pages[number] if 0 <= number < len(pages) else []
        for at in range(len(lines)):
            for count in range(1, _LINES_AT_MOST + 1):
                part = lines[at : at + count]
                if len(part) == count and _is_flow(part) and _says(part, title):
                    lines[at : at + count] = [
                        replace(line, role=LineRole.HEADING, level=level) for line in part
                    ]
                    return True
    return False


def _is_flow(lines: Sequence[PdfLine]) -> bool:
    return all(line.role is LineRole.FLOW for line in lines)


def _says(lines: Sequence[PdfLine], title: str) -> bool:
    words = " ".join(line.text for line in lines)
    return _letters(words) in {_letters(title), _bare(title)} or _bare(words) == _bare(title)


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", text).casefold()


def _bare(text: str) -> str:
    """Its letters, without the number of a section before them."""
    return _letters(_NUMBER.sub("", text))
