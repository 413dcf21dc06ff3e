"""A quotation in its sentence: the passage marked, what precedes and follows it plain."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from dossier.leaves.markup import safe
from dossier.model.evidence import Anchor, Span
from dossier.model.reading import Block, ReadingText
from dossier.render.other_languages import OtherLanguages

_PARAGRAPH = Markup("<p>{}</p>")
_MARK = Markup("<mark>{}</mark>")
_GAP = Markup(' <span class="gap">…</span> ')


def excerpt(anchor: Anchor, reading: ReadingText | None, other_languages: OtherLanguages) -> Markup:
    """Paragraphs of HTML: the sentences in which a passage appears; the passage alone where the text is not shown."""
    blocks = {block.index: block for block in reading.blocks} if reading else {}
    if not anchor.spans or any(span.block not in blocks for span in anchor.spans):
        return _PARAGRAPH.format(_MARK.format(other_languages.words(anchor.exact)))
    out = Markup("")
    for index in dict.fromkeys(span.block for span in anchor.spans):
        spans = sorted((s for s in anchor.spans if s.block == index), key=lambda span: span.start)
        out += _PARAGRAPH.format(_in_sentences(blocks[index], spans, other_languages))
    return out


def sentences(anchor: Anchor, reading: ReadingText | None) -> frozenset[tuple[int, int]]:
    """The sentences in which a passage appears, by block and start; none where the text is not shown."""
    blocks = {block.index: block for block in reading.blocks} if reading else {}
    return frozenset(
        (span.block, start)
        for span in anchor.spans
        if span.block in blocks
        for start, _ in blocks[span.block].sentences_at(span.start, span.end)
    )


def _in_sentences(block: Block, spans: Sequence[Span], other_languages: OtherLanguages) -> Markup:
    out, last = Markup(""), None
    touched = {sentence for span in spans for sentence in block.sentences_at(span.start, span.end)}
    for start, end in sorted(touched):
        if last is not None:
            between = block.text[last:start]
            out += _GAP if between.strip() else safe(between)
        out += _marked(block.text, spans, start, end, other_languages)
        last = end
    return out


def _marked(
    text: str, spans: Sequence[Span], start: int, end: int, other_languages: OtherLanguages
) -> Markup:
    out, at = Markup(""), start
    for span in spans:
        first, last = max(span.start, start), min(span.end, end)
        if first < last:
            out += other_languages.words(text[at:first]) + _MARK.format(
                other_languages.words(text[first:last])
            )
            at = last
    return out + other_languages.words(text[at:end])
