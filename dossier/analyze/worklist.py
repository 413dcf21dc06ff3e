"""The worklist of a source: its sentences that look checkable, and what became of each.

Body and notes are looked at; headings, asides and captions are not, for they repeat or name what the rest says.
Counting paragraphs is left to `coverage`, reporting waivers to `waivers`, showing the list to `commands`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dossier.analyze.signals import signals_in
from dossier.leaves.fold import folded_name, folded_text
from dossier.leaves.language.facts import Language
from dossier.leaves.language.languages import language_of
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
    source: Source, reading: ReadingText, quoting: Iterable[Evidence], names: NameIndex
) -> tuple[Sentence, ...]:
    """The sentences of body and notes with a signal; `quoting` is the evidence of the claims that count."""
    quoted = _quoted(quoting)
    language = language_of(source.language)
    waived = [folded_text(waiver.words) for waiver in source.waive]
    return tuple(
        sentence
        for block in reading.blocks
        if is_looked_at(block)
        for sentence in _sentences(block, quoted.get(block.index, ()), waived, names, language)
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


def _sentences(
    block: Block, quoted: Sequence[Quoted], waived: Sequence[str], names: NameIndex, language: Language
) -> Iterator[Sentence]:
    for start, end in block.sentences:
        text = folded_text(block.text[start:end])
        entities = names.found_in(folded_name(block.text[start:end]))
        found = {*signals_in(text, language), *([Signal.ENTITY] if entities else [])}
        if not found:
            continue
        claims = tuple(dict.fromkeys(claim for claim, span in quoted if _overlaps(block, span, start, end)))
        waiver = next((number for number, typed in enumerate(waived) if typed in text), None)
        yield Sentence(
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
