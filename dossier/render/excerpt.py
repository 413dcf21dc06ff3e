"""A quotation in its sentence: the passage marked, what precedes and follows it plain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dossier.model.evidence import Anchor, Span
from dossier.model.reading import Block, ReadingText
from dossier.render.other_languages import OtherLanguages

_PARAGRAPH = Markup("<p>{}</p>")
_MARK = Markup("<mark>{}</mark>")
_GAP = Markup(' <span class="gap">…</span> ')


@dataclass(frozen=True, slots=True)
class ExcerptPiece:
    """Words of a sentence: `quoted`, or around what is quoted; an empty one is a gap between sentences."""

    words: str
    quoted: bool = False


def excerpt(anchor: Anchor, reading: ReadingText | None, other_languages: OtherLanguages) -> Markup:
    """Paragraphs of HTML: the sentences in which a passage stands; the passage alone where the text is not shown."""
    out = Markup("")
    for paragraph in _paragraphs(anchor, reading):
        words = Markup("")
        for piece in paragraph:
            if not piece.words:
                words += _GAP
            elif piece.quoted:
                words += _MARK.format(other_languages.words(piece.words))
            else:
                words += other_languages.words(piece.words)
        out += _PARAGRAPH.format(words)
    return out


def plain_excerpt(anchor: Anchor, reading: ReadingText | None) -> tuple[str, ...]:
    """The same as plain text, in turn what is around the quoted words (perhaps nothing) and those words."""
    out = [""]
    for number, paragraph in enumerate(_paragraphs(anchor, reading)):
        for piece in (ExcerptPiece(" "), *paragraph) if number else paragraph:
            if piece.quoted is not (len(out) % 2 == 0):
                out.append("")
            out[-1] += piece.words or " … "
    return tuple(out)


def sentences(anchor: Anchor, reading: ReadingText | None) -> frozenset[tuple[int, int]]:
    """The sentences in which a passage appears, by block and start; none where the text is not shown."""
    blocks = reading.by_index if reading else {}
    return frozenset(
        (span.block, start)
        for span in anchor.spans
        if span.block in blocks
        for start, _ in blocks[span.block].sentences_at(span.start, span.end)
    )


def _paragraphs(anchor: Anchor, reading: ReadingText | None) -> Iterator[tuple[ExcerptPiece, ...]]:
    blocks = reading.by_index if reading else {}
    if not anchor.spans or any(span.block not in blocks for span in anchor.spans):
        yield (ExcerptPiece(anchor.exact, quoted=True),)
        return
    for index in dict.fromkeys(span.block for span in anchor.spans):
        spans = sorted((s for s in anchor.spans if s.block == index), key=lambda span: span.start)
        yield tuple(_in_sentences(blocks[index], spans))


def _in_sentences(block: Block, spans: Sequence[Span]) -> Iterator[ExcerptPiece]:
    last = None
    touched = {sentence for span in spans for sentence in block.sentences_at(span.start, span.end)}
    for start, end in sorted(touched):
        if last is not None:
            between = block.text[last:start]
            if between:
                yield ExcerptPiece("" if between.strip() else between)
        yield from _pieces(block.text, spans, start, end)
        last = end


def _pieces(text: str, spans: Sequence[Span], start: int, end: int) -> Iterator[ExcerptPiece]:
    at = start
    for span in spans:
        first, last = max(span.start, start), min(span.end, end)
        if first < last:
            if at < first:
                yield ExcerptPiece(text[at:first])
            yield ExcerptPiece(text[first:last], quoted=True)
            at = last
    if at < end:
        yield ExcerptPiece(text[at:end])
