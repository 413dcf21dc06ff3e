"""Cuts reading texts to what may be published: whole, the quoted passages with their sentences, or the quotes alone.

What is left out leaves nothing behind: its characters stand in no run, no sentence, no heading of a locator, no prefix.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dossier.model.corpus import Corpus
from dossier.model.evidence import Anchor, Evidence, Span
from dossier.model.ids import ClaimId, SourceKey
from dossier.model.kinds import Publish
from dossier.model.reading import Block, ReadingText, Run, RunKind

OMITTED = " […] "
"""What an omission between two published passages of one block reads as."""
_AROUND = 40

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Cut:
    """What is left of a block: its new index, and for each kept range of its old text its place in the new one."""

    index: int
    kept: tuple[tuple[int, int, int], ...]

    def move(self, start: int, end: int) -> Range:
        """A kept range of the old text in the new one."""
        for old, stop, new in self.kept:
            if old <= start and end <= stop:
                return start - old + new, end - old + new
        raise AssertionError("a published span lies in no kept range")


def publish_view(
    corpus: Corpus, readings: Mapping[SourceKey, ReadingText], evidence: Mapping[ClaimId, Evidence]
) -> tuple[Mapping[SourceKey, ReadingText], Mapping[ClaimId, Evidence]]:
    """The readings and evidence that pages, exports and the search index may be made of."""
    anchors: dict[SourceKey, list[Anchor]] = defaultdict(list)
    for one in evidence.values():
        for anchor in ((one.anchor,) if one.anchor else ()) + one.context:
            anchors[anchor.source].append(anchor)
    shown: dict[SourceKey, ReadingText] = {}
    cuts: dict[SourceKey, Mapping[int, _Cut]] = {}
    for key, reading in readings.items():
        publish = corpus.sources[key].rights.publish
        if publish is Publish.FULL:
            shown[key] = reading
        else:
            shown[key], cuts[key] = _cut_reading(reading, anchors[key], whole=publish is Publish.EXCERPTS)
    return shown, {claim: _cut_evidence(one, shown, cuts, corpus) for claim, one in evidence.items()}


def _cut_reading(
    reading: ReadingText, anchors: Iterable[Anchor], *, whole: bool
) -> tuple[ReadingText, dict[int, _Cut]]:
    """The reading with its published passages alone; `whole` keeps the sentences that they stand in."""
    wanted: dict[int, list[Range]] = defaultdict(list)
    for anchor in anchors:
        for span in anchor.spans:
            around = _sentences(reading.blocks[span.block], span) if whole else (span.start, span.end)
            wanted[span.block].append(around)
    places = {old: new for new, old in enumerate(sorted(wanted))}
    blocks: list[Block] = []
    cuts: dict[int, _Cut] = {}
    for old, index in places.items():
        block, cut = _cut_block(reading.blocks[old], _merge(wanted[old]), index)
        heading, intro = block.heading, block.intro
        blocks.append(
            replace(
                block,
                heading=places.get(heading) if heading is not None else None,
                intro=places.get(intro) if intro is not None else None,
            )
        )
        cuts[old] = cut
    notes = tuple(
        replace(note, blocks=kept)
        for note in reading.notes
        if (kept := tuple(places[block] for block in note.blocks if block in places))
    )
    return replace(reading, blocks=tuple(blocks), notes=notes, spaces=()), cuts


def _sentences(block: Block, span: Span) -> Range:
    """The sentences that a span touches."""
    touched = [(start, end) for start, end in block.sentences if start < span.end and span.start < end]
    return min([span.start, *(start for start, _ in touched)]), max([span.end, *(end for _, end in touched)])


def _merge(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """Ranges in order, those that touch or are a space apart as one."""
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((start, end))
    return tuple(merged)


def _cut_block(block: Block, ranges: Sequence[Range], index: int) -> tuple[Block, _Cut]:
    """The block with the ranges of its text alone, an omission between them."""
    length = len(block.text)
    runs: list[Run] = []
    kept: list[tuple[int, int, int]] = []
    sentences: list[Range] = []
    offset = 0
    for start, end in ranges:
        mark = (OMITTED.lstrip() if not kept else OMITTED) if start > 0 else ""
        if mark:
            runs.append(Run(RunKind.OMITTED, _raw(block, start), _raw(block, start), mark))
            offset += len(mark)
        pieces = list(_slice(block, start, end))
        runs += pieces
        kept.append((start, end, offset))
        sentences += [
            (max(a, start) - start + offset, min(b, end) - start + offset)
            for a, b in block.sentences
            if a < end and start < b
        ]
        offset += end - start
    if ranges[-1][1] < length:
        runs.append(Run(RunKind.OMITTED, runs[-1].end, runs[-1].end, OMITTED.rstrip()))
    cut = replace(block, index=index, runs=tuple(runs), sentences=tuple(sentences))
    return cut, _Cut(index, tuple(kept))


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


def _raw(block: Block, start: int) -> int:
    """Where in the supplied text the character at `start` of the block's text stands."""
    for offset, run in block.placed():
        if offset <= start < offset + len(run.text):
            return run.start + (start - offset if run.kind is RunKind.TEXT else 0)
    return block.runs[-1].end


def _cut_evidence(
    one: Evidence,
    shown: Mapping[SourceKey, ReadingText],
    cuts: Mapping[SourceKey, Mapping[int, _Cut]],
    corpus: Corpus,
) -> Evidence:
    """The evidence with its anchors in the published view."""

    def move(anchor: Anchor) -> Anchor:
        if anchor.source not in cuts:
            return anchor
        return _cut_anchor(
            anchor, shown[anchor.source], cuts[anchor.source], corpus.sources[anchor.source].rights.publish
        )

    return replace(
        one,
        anchor=move(one.anchor) if one.anchor else None,
        context=tuple(move(anchor) for anchor in one.context),
    )


def _cut_anchor(anchor: Anchor, reading: ReadingText, cuts: Mapping[int, _Cut], publish: Publish) -> Anchor:
    """An anchor in the published view: no heading, and no words around it but published ones."""
    spans = tuple(
        Span(cut.index, *cut.move(span.start, span.end))
        for span in anchor.spans
        for cut in (cuts[span.block],)
    )
    before = reading.blocks[spans[0].block].text[: spans[0].start].rpartition(OMITTED.strip())[2]
    after = reading.blocks[spans[-1].block].text[spans[-1].end :].partition(OMITTED.strip())[0]
    excerpt = publish is Publish.EXCERPTS
    return replace(
        anchor,
        spans=spans,
        prefix=before[-_AROUND:] if excerpt else None,
        suffix=after[:_AROUND] if excerpt else None,
        locator=replace(anchor.locator, heading=None),
    )
