"""Which words of a source are quoted by which claims: flat segments, numbered pieces, and where markers go.

How a segment is written as HTML is left to `words`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from dossier.model.evidence import Anchor, Span
from dossier.model.ids import ClaimId
from dossier.model.reading import Block, RunKind

_CLOSING = ".,;:!?…)]’”»\"'"


@dataclass(frozen=True, slots=True)
class Piece:
    """The `number`th piece of a claim's words, from 1. `spaced`: a space parts it from the piece in the next block."""

    claim: ClaimId
    number: int
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of one block's text that one set of claims quotes; pieces that are `spaced` come first."""

    start: int
    end: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Highlights:
    """The segments of each block in order; the claims whose markers are at an offset of it, where their words end."""

    segments: Mapping[int, tuple[Segment, ...]]
    ends: Mapping[tuple[int, int], tuple[ClaimId, ...]]


def highlight(blocks: Iterable[Block], anchors: Sequence[tuple[ClaimId, Anchor]]) -> Highlights:
    """Cut the quotations at blocks, reference marks, lifted matter and overlaps; `anchors` in the order of markers."""
    known = {block.index: block for block in blocks}
    kept = [(claim, [s for s in anchor.spans if s.block in known]) for claim, anchor in anchors]
    cuts = _cuts(known, kept)
    pieces: dict[tuple[int, int, int], list[Piece]] = {}
    for claim, spans in kept:
        number = 0
        for span, after in zip_longest(spans, spans[1:]):
            for start, end in pairwise(c for c in cuts[span.block] if span.start <= c <= span.end):
                number += 1
                spaced = end == span.end and after is not None and after.block != span.block
                pieces.setdefault((span.block, start, end), []).append(Piece(claim, number, spaced))
    segments: dict[int, list[Segment]] = {}
    for (block, start, end), found in sorted(pieces.items(), key=lambda item: item[0]):
        ordered = tuple(sorted(found, key=lambda piece: not piece.spaced))
        segments.setdefault(block, []).append(Segment(start, end, ordered))
    ends: dict[tuple[int, int], list[ClaimId]] = {}
    for claim, spans in kept:
        if spans:
            last = spans[-1]
            behind = _behind(known[last.block].text, last.end, segments.get(last.block, ()))
            ends.setdefault((last.block, behind), []).append(claim)
    return Highlights(
        {block: tuple(found) for block, found in segments.items()},
        {place: tuple(found) for place, found in ends.items()},
    )


def _behind(text: str, end: int, segments: Sequence[Segment]) -> int:
    """Where the marker of words that end at `end` goes: behind the punctuation that closes them.

    It stays where it is when the punctuation is quoted by another claim, or is inside a word.
    """
    behind = end
    while behind < len(text) and text[behind] in _CLOSING:
        behind += 1
    free = not any(segment.start < behind and end < segment.end for segment in segments)
    return behind if free and not text[behind : behind + 1].isalnum() else end


def _cuts(blocks: Mapping[int, Block], kept: Iterable[tuple[ClaimId, list[Span]]]) -> Mapping[int, list[int]]:
    cuts: dict[int, set[int]] = {}
    for _, spans in kept:
        for span in spans:
            cuts.setdefault(span.block, _breaks(blocks[span.block])).update((span.start, span.end))
    return {block: sorted(found) for block, found in cuts.items()}


def _breaks(block: Block) -> set[int]:
    """Offsets at which something was lifted out: a reference mark, or matter between two runs."""
    found = set()
    last = None
    for offset, run in block.placed():
        if run.kind is RunKind.MARK or (last is not None and run.start != last):
            found.add(offset)
        last = run.end
    return found
