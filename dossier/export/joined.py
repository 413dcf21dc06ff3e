"""A reading text as one string, in which programs look for words by what comes before and after them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from dossier.model.evidence import AROUND
from dossier.model.reading import OMITTED, ReadingText


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """Words with what is around them (W3C TextQuoteSelector): together they are in the joined text only once."""

    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True)
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
        begins, ends = self._shown
        first, last = begins[bisect_right(begins, start) - 1], ends[bisect_left(ends, end)]
        length = AROUND
        while True:
            around = slice(max(first, start - length), min(last, end + length))
            if length >= max(start - first, last - end) or self._is_single(self.text[around]):
                return QuotedWords(
                    self.text[start:end], self.text[around.start : start], self.text[end : around.stop]
                )
            length *= 2

    @cached_property
    def _shown(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Where the stretches begin that signs of omission part, and where they end."""
        omitted = [sign.span() for sign in re.finditer(re.escape(OMITTED), self.text)]
        return (0, *(end for _, end in omitted)), (*(start for start, _ in omitted), len(self.text))

    def _is_single(self, words: str) -> bool:
        return self.text.find(words, self.text.find(words) + 1) < 0
