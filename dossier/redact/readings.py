"""Cuts reading texts to what may be shown: whole, the quoted passages with their sentences, or the quotes alone.

What is left out leaves nothing behind: its characters are in no run, no sentence, no heading of a locator, no prefix.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dossier.model.corpus import Corpus
from dossier.model.evidence import AROUND, Anchor, Evidence, Span
from dossier.model.ids import ClaimId, SourceKey
from dossier.model.kinds import Publish
from dossier.model.reading import OMITTED, Block, ReadingText, Run, RunKind

Range = tuple[int, int]
Kept = Sequence[tuple[int, int, int]]
"""Ranges of a block's old text that are kept, each with the place in the new text where it begins."""


def redact_readings(
    corpus: Corpus, readings: Mapping[SourceKey, ReadingText], evidence: Mapping[ClaimId, Evidence]
) -> tuple[Mapping[SourceKey, ReadingText], Mapping[ClaimId, Evidence]]:
    """The reading texts and the evidence that pages, exports and the search index may be made of."""
    anchors: dict[SourceKey, list[Anchor]] = defaultdict(list)
    for proof in evidence.values():
        for anchor in proof.anchors:
            anchors[anchor.source].append(anchor)
    shown: dict[SourceKey, ReadingText] = {}
    kept: dict[SourceKey, Mapping[int, Kept]] = {}
    for key, reading in readings.items():
        publish = corpus.sources[key].rights.publish
        if publish is Publish.FULL:
            shown[key] = reading
        else:
            shown[key], kept[key] = _cut_reading(reading, anchors[key], whole=publish is Publish.EXCERPTS)

    def move(anchor: Anchor) -> Anchor:
        if anchor.source not in kept:
            return anchor
        publish = corpus.sources[anchor.source].rights.publish
        return _move(anchor, shown[anchor.source], kept[anchor.source], around=publish is Publish.EXCERPTS)

    return shown, {
        claim: replace(
            proof,
            result=move(proof.result) if isinstance(proof.result, Anchor) else proof.result,
            context=tuple(move(anchor) for anchor in proof.context),
        )
        for claim, proof in evidence.items()
    }


def _cut_reading(
    reading: ReadingText, anchors: Iterable[Anchor], *, whole: bool
) -> tuple[ReadingText, Mapping[int, Kept]]:
    """The reading with its published passages alone, block by block; `whole` keeps the sentences they are in."""
    wanted: dict[int, list[Range]] = defaultdict(list)
    for anchor in anchors:
        for span in anchor.spans:
            quoted = span.start, span.end
            wanted[span.block].append(
                reading.blocks[span.block].whole_sentences(*quoted) if whole else quoted
            )
    cut = [_cut_block(block, _merge(wanted[block.index])) for block in reading.blocks]
    blocks = tuple(block for block, _ in cut)
    return replace(reading, blocks=blocks, spaces=()), {block.index: ranges for block, ranges in cut}


def _merge(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """Ranges in order, those that touch or are a space apart as one."""
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((start, end))
    return tuple(merged)


def _cut_block(block: Block, ranges: Sequence[Range]) -> tuple[Block, Kept]:
    """The block with the ranges of its text alone, and signs of omission around and between them."""
    length = len(block.text)
    runs: list[Run] = []
    kept: list[tuple[int, int, int]] = []
    sentences: list[Range] = []
    offset = at = 0
    for start, end in ranges:
        if start > at:
            sign = f" {OMITTED} " if at else f"{OMITTED} "
            runs.append(Run(RunKind.OMITTED, block.supplied_at(start), block.supplied_at(start), sign))
            offset += len(sign)
        runs += _slice(block, start, end)
        kept.append((start, end, offset))
        sentences += [
            (max(a, start) - start + offset, min(b, end) - start + offset)
            for a, b in block.sentences
            if a < end and start < b
        ]
        offset += end - start
        at = end
    if at < length or not ranges:
        place = block.supplied_at(at)
        runs.append(Run(RunKind.OMITTED, place, place, f" {OMITTED}" if at else OMITTED))
    return replace(block, runs=tuple(runs), sentences=tuple(sentences)), kept


def _slice(block: Block, start: int, end: int) -> Iterable[Run]:
    """The runs of `[start, end)` of the block's text, with the marks inside it."""
    for offset, run in block.placed():
        stop = offset + len(run.text)
        if not run.text:
            if start < offset <= end:
                yield run
            continue
        low, high = max(start, offset), min(end, stop)
        if low >= high:
            continue
        if (low, high) == (offset, stop):
            yield run
        elif run.kind is RunKind.TEXT:
            yield Run(
                run.kind,
                run.start + low - offset,
                run.start + high - offset,
                run.text[low - offset : high - offset],
            )
        else:
            yield replace(run, text=run.text[low - offset : high - offset])


def _move(anchor: Anchor, reading: ReadingText, kept: Mapping[int, Kept], *, around: bool) -> Anchor:
    """An anchor in the published view: without its heading, and with no words `around` it but published ones."""
    spans = tuple(_move_span(span, kept[span.block]) for span in anchor.spans)
    before = reading.blocks[spans[0].block].text[: spans[0].start].rpartition(OMITTED)[2]
    after = reading.blocks[spans[-1].block].text[spans[-1].end :].partition(OMITTED)[0]
    return replace(
        anchor,
        spans=spans,
        prefix=before[-AROUND:] if around else None,
        suffix=after[:AROUND] if around else None,
        locator=replace(anchor.locator, heading=None),
    )


def _move_span(span: Span, kept: Kept) -> Span:
    for start, end, new in kept:
        if start <= span.start and span.end <= end:
            return Span(span.block, span.start - start + new, span.end - start + new)
    raise AssertionError("a published span lies in no range that is kept")
