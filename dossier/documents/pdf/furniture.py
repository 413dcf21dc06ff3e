"""Finds what pages repeat at their edges: running heads and page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dossier.documents.pdf.lines import RAISED, LineRole, PdfLine

_NUMBERS = re.compile(r"\d+|\b[ivxlc]+\b")
_PAGE_NUMBER = re.compile(
    r"[-–— |]*(?:page |seite |p\. ?|صفحة )?(\d{1,4}|[ivxlc]+)(?: ?(?:/|of|de|sur|von) ?\d+)?[-–— |]*",
    re.IGNORECASE,
)
_EDGE = 0.15
_LINES_AT_EDGE = 2
_SAME_HEIGHT = 4
_FEW_PAGES = 6

Key = tuple[str, int]


def mark_furniture(pages: Sequence[Sequence[PdfLine]], heights: Sequence[float]) -> list[tuple[PdfLine, ...]]:
    """The pages with their heads and numbers marked: at an edge, and at the same place on several pages."""
    edges = [_at_edges(lines, height) for lines, height in zip(pages, heights, strict=True)]
    seen: defaultdict[Key, set[int]] = defaultdict(set)
    for number, lines in enumerate(edges):
        for line in lines:
            seen[_key(line)].add(number)
    least = 2 if len(pages) < _FEW_PAGES else 3

    def is_furniture(line: PdfLine) -> bool:
        words, height = _key(line)
        alike = {page for step in (-1, 0, 1) for page in seen.get((words, height + step), ())}
        repeated = words and len(alike) >= least and line.text[:1] not in RAISED
        return bool(repeated or (_PAGE_NUMBER.fullmatch(line.text) and len(pages) > 1))

    return [
        tuple(
            replace(line, role=LineRole.FURNITURE) if line in found and is_furniture(line) else line
            for line in lines
        )
        for lines, found in zip(pages, edges, strict=True)
    ]


def _at_edges(lines: Sequence[PdfLine], height: float) -> set[PdfLine]:
    bases = sorted({round(line.base) for line in lines})
    outermost = {*bases[:_LINES_AT_EDGE], *bases[-_LINES_AT_EDGE:]}
    return {
        line
        for line in lines
        if round(line.base) in outermost and not height * _EDGE <= line.base <= height * (1 - _EDGE)
    }


def _key(line: PdfLine) -> Key:
    words = _NUMBERS.sub("#", line.text.casefold()).strip(" #|–—-")
    return words, round(line.base / _SAME_HEIGHT)
