"""Sets paragraphs apart: by the room above a line, its indent, or a short line before it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from dossier.documents.pdf.lines import LineRole, PdfLine

_MORE_ROOM = 1.35
_HEADING_ROOM = 1.8
_FAR = 200
_INDENT, _EVEN, _SHORT = 0.8, 0.5, 4
"""In sizes of the type."""
_SENTENCE_ENDS = re.compile(r"[.!?:”’»\"\])؟]\S{0,3}$")
_COLUMN = 60
_TITLES = {LineRole.HEADING, LineRole.LIKELY}


def with_gaps(lines: Sequence[PdfLine]) -> tuple[PdfLine, ...]:
    """The lines of a page, with a gap where a paragraph, a heading or a note begins."""
    inside = [line for line in lines if line.role is not LineRole.FURNITURE]
    steps = [
        one.base - other.base
        for one, other in pairwise(inside)
        if one.role is other.role and 0 < one.base - other.base < 3 * one.size
    ]
    step = median(steps) if steps else 12.0
    begins = {id(other) for one, other in pairwise(inside) if _begins(one, other, inside, step)}
    return tuple(replace(line, gap=True) if id(line) in begins else line for line in lines)


def _begins(one: PdfLine, other: PdfLine, lines: Sequence[PdfLine], step: float) -> bool:
    """Whether something begins with the `other` line, the one after `one`; `step` is the usual way between lines."""
    if one.role is not other.role:
        return True
    down = one.base - other.base
    if other.role in _TITLES:
        return other.size != one.size or down > _HEADING_ROOM * step or down < 0
    if other.role is not LineRole.FLOW:
        return other.gap
    if not 0 < down < _FAR:
        return False
    return down > _MORE_ROOM * step or _is_set_off(one, other, lines)


def _is_set_off(one: PdfLine, other: PdfLine, lines: Sequence[PdfLine]) -> bool:
    """Whether the line is indented in its column, or the line before it ends a sentence early."""
    column = [
        line
        for line in lines
        if line.role is LineRole.FLOW and abs(line.begin - one.begin) < _COLUMN and line.begin < one.end
    ]
    begin = Counter(round(line.begin) for line in column).most_common(1)[0][0]
    end = Counter(round(line.end) for line in column).most_common(1)[0][0]
    if other.begin - begin > _INDENT * other.size and abs(one.begin - begin) < _EVEN * other.size:
        return True
    ends_early = one.end < end - _SHORT * one.size and _SENTENCE_ENDS.search(one.text)
    return bool(ends_early) and abs(other.begin - begin) < _EVEN * other.size
