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
        before, after = self.text.rfind(OMITTED, 0, start), self.text.find(OMITTED, end)
        first, last = before + len(OMITTED) if before >= 0 else 0, after if after >= 0 else len(self.text)
        length = AROUND
        while True:
            around = slice(max(first, start - length), min(last, end + length))
            if length >= max(start - first, last - end) or self._is_single(self.text[around]):
                return QuotedWords(
                    self.text[start:end], self.text[around.start : start], self.text[end : around.stop]
                )
            length *= 2

    def _is_single(self, words: str) -> bool:
        return self.text.find(words, self.text.find(words) + 1) < 0
