"""The worklist of a source: its sentences that look checkable, and what became of each.

Body and notes are looked at; headings, asides and captions are not, for they repeat or name what the rest says.
Counting paragraphs is left to `coverage`, reporting waivers to `waivers`, showing the list to `commands`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dossier.leaves.fold import folded_name, folded_text
from dossier.leaves.names import NameIndex
from dossier.model.analysis import Sentence, Signal, Treatment
from dossier.model.evidence import Evidence, Span
from dossier.model.ids import ClaimId
from dossier.model.reading import Block, BlockKind, ReadingText, Where
from dossier.model.source import Source

_LOOKED_AT = {Where.BODY, Where.NOTE}
_WORD = re.compile(r"\w")

Quoted = tuple[ClaimId, Span]


def list_sentences(
    source: Source,
    reading: ReadingText,
    signals: Iterable[Sequence[Signal]],
    quoting: Iterable[Evidence],
    names: NameIndex,
) -> tuple[Sentence, ...]:
    """The sentences of body and notes with a signal; `quoting` is the evidence of the claims that count.

    `signals` are those of each sentence of `looked_at` but for names.
    """
    quoted = _quoted(quoting)
    waived = [folded_text(waiver.words) for waiver in source.waive]
    found = (
        _sentence(block, start, end, its_signals, quoted.get(block.index, ()), waived, names)
        for (block, start, end), its_signals in zip(looked_at(reading), signals, strict=True)
    )
    return tuple(filter(None, found))


def looked_at(reading: ReadingText) -> Iterator[tuple[Block, int, int]]:
    """The sentences that are looked at: the block of each, and its range of that block's text."""
    return (
        (block, *sentence) for block in reading.blocks if is_looked_at(block) for sentence in block.sentences
    )


def is_looked_at(block: Block) -> bool:
    """Whether the sentences of a block are looked at."""
    return block.where in _LOOKED_AT and block.kind is not BlockKind.HEADING


def _quoted(quoting: Iterable[Evidence]) -> Mapping[int, Sequence[Quoted]]:
    """What is quoted of each block, and by which claim; passages of context only help a quote."""
    quoted: dict[int, list[Quoted]] = defaultdict(list)
    for evidence in quoting:
        for span in evidence.anchor.spans if evidence.anchor else ():
            quoted[span.block].append((evidence.claim, span))
    return quoted


def _sentence(
    block: Block,
    start: int,
    end: int,
    signals: Sequence[Signal],
    quoted: Sequence[Quoted],
    waived: Sequence[str],
    names: NameIndex,
) -> Sentence | None:
    typed = block.text[start:end]
    entities = names.found_in(folded_name(typed))
    found = {*signals, *([Signal.ENTITY] if entities else [])}
    if not found:
        return None
    claims = tuple(dict.fromkeys(claim for claim, span in quoted if _overlaps(block, span, start, end)))
    text = folded_text(typed)
    waiver = next((number for number, words in enumerate(waived) if words in text), None)
    return Sentence(
        block=block.index,
        start=start,
        end=end,
        signals=tuple(signal for signal in Signal if signal in found),
        treatment=_treatment(claims, waiver),
        claims=claims,
        waiver=waiver,
        entities=entities,
    )


def _overlaps(block: Block, span: Span, start: int, end: int) -> bool:
    """Whether a quote takes a word of the sentence, not just the point at its end."""
    shared = block.text[max(span.start, start) : max(min(span.end, end), start, span.start)]
    return _WORD.search(shared) is not None


def _treatment(claims: tuple[ClaimId, ...], waiver: int | None) -> Treatment:
    if claims:
        return Treatment.CLAIMED
    return Treatment.OPEN if waiver is None else Treatment.WAIVED
