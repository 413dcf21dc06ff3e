"""A reading text as one string, in which programs look for words by what comes before and after them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from dossier.model.evidence import AROUND
from dossier.model.reading import OMITTED, ReadingText


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
