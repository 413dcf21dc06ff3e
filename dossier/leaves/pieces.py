"""The pieces of a passage that are whole on a page, ours or the original: the marks of notes part them."""

from __future__ import annotations

from itertools import pairwise

from dossier.model.evidence import Span
from dossier.model.reading import ReadingText, RunKind


def pieces_of(reading: ReadingText, spans: tuple[Span, ...]) -> list[Span]:
    """Spans of a reading text, parted where a page has the mark of a note inside them."""
    pieces: list[Span] = []
    for span in spans:
        block = reading.blocks[span.block]
        marks = [
            offset
            for offset, run in block.placed()
            if run.kind is RunKind.MARK and span.start < offset < span.end
        ]
        edges = [span.start, *marks, span.end]
        pieces += [
            Span(span.block, start, end) for start, end in pairwise(edges) if block.text[start:end].strip()
        ]
    return pieces
