"""Finds the notes at the foot of pages: lines in small type that a number opens, and those that go on from them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dossier.documents.pdf.lines import RAISED, LineRole, PdfLine

_RAISED_NUMBER = re.compile(rf"[{RAISED}]{{1,3}}\s?\S")
_PLAIN_NUMBER = re.compile(r"(?:\d{1,3}[.)]?|[*∗†‡§])\s?[^\W\d_“\"«(]")
_SMALL = 0.93
"""Type below this share of the body's is small."""
_SAME_SIZE = 0.4
_NEXT_LINE = 2.2


def mark_notes(pages: Sequence[Sequence[PdfLine]], body: float) -> list[tuple[PdfLine, ...]]:
    """The pages with their notes marked; `body` is the size of the type that most of the text has."""
    return [tuple(_marked(lines, body)) for lines in pages]


def _marked(lines: Sequence[PdfLine], body: float) -> list[PdfLine]:
    found: list[PdfLine] = []
    note: PdfLine | None = None
    before: PdfLine | None = None  # the line of the flow or of a note above
    for line in lines:
        if line.role is not LineRole.FLOW:
            found.append(line)
            continue
        small = line.size < body * _SMALL
        after_body = before is not None and before.size >= body * _SMALL
        if _opens(line, lines, before, small=small) or (
            small and _PLAIN_NUMBER.match(line.text) and (note is not None or after_body)
        ):
            note = line
            found.append(replace(line, role=LineRole.NOTE, opens=True, gap=True))
        elif note is not None and _goes_on(note, line) and (small or note.size >= body * _SMALL):
            note = line
            found.append(replace(line, role=LineRole.NOTE))
        else:
            note = None
            found.append(line)
        before = line
    return found


def _opens(line: PdfLine, lines: Sequence[PdfLine], before: PdfLine | None, *, small: bool) -> bool:
    """Whether a raised number opens the line, in small type or below the first line of the page."""
    below = before is not None and line.base < lines[0].box[3]
    return bool(_RAISED_NUMBER.match(line.text)) and (small or below)


def _goes_on(note: PdfLine, line: PdfLine) -> bool:
    return abs(line.size - note.size) < _SAME_SIZE and 0 < note.base - line.base < _NEXT_LINE * line.size
