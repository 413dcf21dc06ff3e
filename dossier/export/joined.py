"""A reading text as one string, in which programs look for words by what comes before and after them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise

from dossier.model.evidence import AROUND, Span
from dossier.model.reading import OMITTED, ReadingText, RunKind


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """Words with what is around them (W3C TextQuoteSelector): together they are in the joined text only once."""

    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class JoinedText:
    """The texts of all blocks in reading order with a space between them; `starts` is where each begins in it."""

    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, reading: ReadingText) -> JoinedText:
        """The same of a reading text, whole or cut to what may be shown."""
        texts = [block.text for block in reading.blocks]
        starts = accumulate((len(text) + 1 for text in texts[:-1]), initial=0) if texts else ()
        return cls(" ".join(texts), tuple(starts))

    def quoted(self, start: int, end: int) -> QuotedWords:
        """The words `[start, end)` with what tells them from others around them, at least `AROUND` characters.

        Nothing reaches over a sign of omission: where too little is shown to tell them apart, they stay alike.
        """
        exact = self.text[start:end]
        before = self.text[:start].rpartition(OMITTED)[2]
        after = self.text[end:].partition(OMITTED)[0]
        length = AROUND
        while True:
            found = QuotedWords(exact, before[-length:], after[:length])
            words = found.prefix + exact + found.suffix
            if length >= max(len(before), len(after)) or self._is_single(words):
                return found
            length *= 2

    def _is_single(self, words: str) -> bool:
        return self.text.find(words, self.text.find(words) + 1) < 0


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
