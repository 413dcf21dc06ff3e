"""Writing down where a passage was found: its spans, its pieces of the supplied text, the words around, the locator."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model.evidence import AROUND, Anchor, Locator, Span
from dossier.model.place import Place
from dossier.model.reading import Block, Run, RunKind
from dossier.verify.beside import text_after, text_before
from dossier.verify.matching import Match, Searchable

LEFT_OUT = " […] "


def anchor_of(source: Searchable, match: Match) -> Anchor:
    """The anchor of a match."""
    reading = source.reading
    spans = tuple(span for part in match.parts for span in part)
    pieces = tuple(piece for span in spans for piece in pieces_of(reading.blocks[span.block], span))
    return Anchor(
        source=reading.source,
        spans=spans,
        pieces=pieces,
        exact=LEFT_OUT.join(" ".join(_words(source, span) for span in part) for part in match.parts),
        prefix=text_before(reading, match.first, AROUND),
        suffix=text_after(reading, match.last, AROUND),
        where=reading.blocks[match.last.block].where,
        locator=_locator(source, match, pieces),
    )


def pieces_of(block: Block, span: Span) -> tuple[tuple[int, int], ...]:
    """The ranges of the supplied text behind a span; they break at marks, and where lines do not follow each other."""
    pieces: list[tuple[int, int]] = []
    for start, end in _ranges(block, span):
        if pieces and pieces[-1][1] == start:
            start = pieces.pop()[0]  # noqa: PLW2901 - they are one
        pieces.append((start, end))
    return tuple(pieces)


def place_of(source: Searchable, span: Span) -> Place:
    """Where a span begins in the supplied text."""
    start = min(start for start, _ in pieces_of(source.reading.blocks[span.block], span))
    return Place(f"sources/{source.reading.source}/text.txt", *source.lines.position(start))


def _ranges(block: Block, span: Span) -> Iterator[tuple[int, int]]:
    for offset, run in block.placed():
        if offset >= span.end:
            break
        if run.kind in {RunKind.MARK, RunKind.LABEL}:
            continue
        low, high = max(offset, span.start), min(offset + len(run.text), span.end)
        if low < high or (not run.text and span.start < offset < span.end):
            yield _raw_range(run, low - offset, high - offset)


def _raw_range(run: Run, low: int, high: int) -> tuple[int, int]:
    """A range of a run's text in the supplied text: character by character if they correspond, else the whole run."""
    if run.kind in {RunKind.TEXT, RunKind.RESTORED} and len(run.text) == run.end - run.start:
        return run.start + low, run.start + high
    return run.start, run.end


def _words(source: Searchable, span: Span) -> str:
    return source.reading.blocks[span.block].text[span.start : span.end]


def _locator(source: Searchable, match: Match, pieces: tuple[tuple[int, int], ...]) -> Locator:
    blocks = source.reading.blocks
    block = blocks[match.last.block]
    start, last = min(start for start, _ in pieces), max(end for _, end in pieces) - 1
    return Locator(
        heading=None if block.heading is None else blocks[block.heading].text,
        paragraph=block.number,
        note=block.note,
        lines=(
            source.lines.position(start)[0],
            source.lines.position(last)[0],
        ),
        pages=source.pages.from_to(pieces[0][0], pieces[-1][1] - 1),
    )
