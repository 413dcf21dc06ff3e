"""Finds lines that their type makes headings: larger than the body. Bold ones only look like some."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dossier.documents.pdf.lines import LineRole, PdfLine

_LARGER = 1.12
_NOT_SMALLER = 0.95
_LONGEST = 120
_WORD = re.compile(r"[^\W\d_]{2}")
_ENDS = (".", ",", ";", ":")
_DEEPEST = 6


def body_size(pages: Sequence[Sequence[PdfLine]]) -> float:
    """The size of type in which most letters are set."""
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[_rounded(line.size)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def mark_headings(pages: Sequence[Sequence[PdfLine]], body: float) -> list[tuple[PdfLine, ...]]:
    """The pages with larger lines as headings, bold ones as likely headings; larger type is a higher level."""
    marked = [[_marked(lines, at, body) for at in range(len(lines))] for lines in pages]
    chosen = {LineRole.HEADING, LineRole.LIKELY}
    ranks = sorted({_rank(line) for lines in marked for line in lines if line.role in chosen})
    return [
        tuple(
            replace(line, level=min(ranks.index(_rank(line)) + 1, _DEEPEST))
            if line.role in chosen and not line.level
            else line
            for line in lines
        )
        for lines in marked
    ]


def _marked(lines: Sequence[PdfLine], at: int, body: float) -> PdfLine:
    line = lines[at]
    if line.role is not LineRole.FLOW or len(line.text) > _LONGEST or not _WORD.search(line.text):
        return line
    if line.size > body * _LARGER:
        return replace(line, role=LineRole.HEADING)
    runs_on = at + 1 < len(lines) and abs(lines[at + 1].base - line.base) < 2  # noqa: PLR2004 - the same line
    if line.bold and line.size >= body * _NOT_SMALLER and not line.text.endswith(_ENDS) and not runs_on:
        return replace(line, role=LineRole.LIKELY)
    return line


def _rank(line: PdfLine) -> tuple[float, bool]:
    return -_rounded(line.size), not line.bold


def _rounded(size: float) -> float:
    return round(size * 2) / 2
