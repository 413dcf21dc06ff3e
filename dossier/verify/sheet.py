"""A sheet: the texts of one part of a source joined into one string for search, with the way back to its blocks.

A quote stays within a *strand*: one block of the body, one note, or a list item with the sentence that introduces
its list. Strands are kept apart by characters that no text has. Finding is left to `matching`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from dossier.leaves.fold import FoldedText, fold
from dossier.model.evidence import Span
from dossier.model.reading import Block, BlockKind, ReadingText, RunKind, Where

MAIN = (Where.BODY, Where.NOTE)
REST = (Where.ASIDE, Where.CAPTION)

_BETWEEN_STRANDS = "\0"
_WORDS_LEFT_OUT = "\1"
SEPARATORS = (_BETWEEN_STRANDS, _WORDS_LEFT_OUT)
"""Characters that no passage can have."""


@dataclass(frozen=True, slots=True)
class SheetSegment:
    """`length` characters of the sheet from `at` on: `[start, end)` of a block, one by one or whole."""

    at: int
    length: int
    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Strand:
    """Where a strand begins on the sheet; a match must reach across `seam` (else it is in another strand too)."""

    at: int
    seam: int | None = None


@dataclass(frozen=True)
class Sheet:
    """The joined text, its strands and segments in order. `unrestored`: with the letters of the supplied text."""

    text: str
    strands: tuple[Strand, ...]
    segments: tuple[SheetSegment, ...]
    unrestored: bool = False

    @cached_property
    def folded(self) -> FoldedText:
        """The joined text with all foldings."""
        return fold(self.text)

    @cached_property
    def _strand_starts(self) -> list[int]:
        return [strand.at for strand in self.strands]

    @cached_property
    def _segment_starts(self) -> list[int]:
        return [segment.at for segment in self.segments]

    def strand_at(self, offset: int) -> int:
        """The number of the strand that an offset of the sheet belongs to."""
        return bisect_right(self._strand_starts, offset) - 1

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """The ranges of block texts that `[start, end)` of the sheet stands for."""
        spans: list[Span] = []
        for number in range(max(bisect_right(self._segment_starts, start) - 1, 0), len(self.segments)):
            segment = self.segments[number]
            if segment.at >= end:
                break
            if segment.at + segment.length <= start:
                continue
            low, high = segment.start, segment.end
            if segment.length == high - low:
                low, high = low + max(start - segment.at, 0), high - max(segment.at + segment.length - end, 0)
            if spans and spans[-1].block == segment.block and spans[-1].end == low:
                low = spans.pop().start
            spans.append(Span(segment.block, low, high))
        return tuple(spans)


def make_sheet(reading: ReadingText, parts: tuple[Where, ...], raw: str | None = None) -> Sheet:
    """Join the texts of some parts of a source; with `raw`, the supplied text, restored letters read as they were."""
    texts: list[str] = []
    strands: list[Strand] = []
    segments: list[SheetSegment] = []
    length = 0

    def put(text: str) -> None:
        nonlocal length
        texts.append(text)
        length += len(text)

    for pieces in _strands(reading, parts):
        at, seam = length, None
        for number, (block, start, end, separator) in enumerate(pieces):
            if number:
                put(separator)
                seam = length if block.kind is BlockKind.ITEM and block.where is Where.BODY else None
            for low, high, text in _bits(block, start, end, raw):
                segments.append(SheetSegment(length, len(text), block.index, low, high))
                put(text)
        strands.append(Strand(at, seam))
        put(_BETWEEN_STRANDS)
    return Sheet("".join(texts), tuple(strands), tuple(segments), unrestored=raw is not None)


_Piece = tuple[Block, int, int, str]
"""A range of a block's text, and what is between it and the piece before."""


def _strands(reading: ReadingText, parts: tuple[Where, ...]) -> Iterator[tuple[_Piece, ...]]:
    blocks = reading.blocks
    notes = {index: note for note in reading.notes for index in note.blocks[:1]}
    in_notes = {index for note in reading.notes for index in note.blocks}
    body = [block.index for block in reading.in_part(Where.BODY)]
    follows = dict(zip(body[1:], body[:-1], strict=True))
    for block in blocks:
        if block.where not in parts:
            continue
        if (note := notes.get(block.index)) is not None:
            yield tuple(_whole(blocks[index]) for index in note.blocks)
        elif block.index not in in_notes:
            yield (_whole(block),)
        if block.intro is not None and block.where is Where.BODY:
            intro = blocks[block.intro]
            start = intro.sentences[-1][0] if intro.sentences else 0
            separator = " " if follows.get(block.index) == intro.index else _WORDS_LEFT_OUT
            yield (intro, start, len(intro.text), ""), (block, 0, len(block.text), separator)


def _whole(block: Block) -> _Piece:
    return block, 0, len(block.text), " "


def _bits(block: Block, start: int, end: int, raw: str | None) -> Iterable[tuple[int, int, str]]:
    """The range of a block's text bit by bit, as it reads on this sheet."""
    if raw is None:
        return [(start, end, block.text[start:end])]
    bits: list[tuple[int, int, str]] = []
    for offset, run in block.placed():
        low, high = max(offset, start), min(offset + len(run.text), end)
        if low >= high:
            continue
        restored = run.kind is RunKind.RESTORED and (low, high) == (offset, offset + len(run.text))
        bits.append((low, high, raw[run.start : run.end] if restored else block.text[low:high]))
    return bits
