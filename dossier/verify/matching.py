"""Finding a passage on the sheets of a source: exactly first, then with named foldings, then in the unrestored text.

Body and notes come first; asides and captions count only where the passage is in neither. Case and
punctuation count always. Choosing between several places is left to `beside`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Self

from dossier.leaves.fold import ALL, Folding, fold, folded_text
from dossier.model.corpus import Corpus
from dossier.model.evidence import Span
from dossier.model.lines import Lines
from dossier.model.pages import NO_PAGES, TextPages
from dossier.model.reading import ReadingText, Where
from dossier.verify.passage import PassagePart
from dossier.verify.sheet import MAIN, REST, SEPARATORS, Sheet, make_sheet

UNRESTORED = "unrestored"
COPIED_WORDS = 8
"""So many running words of a source are taken as copied from it."""
MOST_PLACES = 40
"""More places than this are not compared: the passage is too short anyway."""

Range = tuple[int, int]

_WORD = re.compile(r"\w+(?:['-]\w+)*")
_QUOTED = re.compile(r'"[^"]*"')


def words_of(text: str) -> Iterator[re.Match[str]]:
    """The words of a folded text."""
    return _WORD.finditer(text)


@dataclass(frozen=True)
class Searchable:
    """A source made ready for search once: its supplied text, its reading text, and their sheets on demand."""

    raw: str
    reading: ReadingText
    pages: TextPages = NO_PAGES

    @classmethod
    def of(cls, corpus: Corpus, reading: ReadingText) -> Self:
        """The source of a reading text whose supplied text is there."""
        text = corpus.texts[reading.source]
        return cls(text, reading, corpus.sources[reading.source].pages_of(text))

    @cached_property
    def main(self) -> Sheet:
        """Body and notes as they read."""
        return make_sheet(self.reading, MAIN)

    @cached_property
    def main_unrestored(self) -> Sheet:
        """Body and notes with the letters of the supplied text."""
        return make_sheet(self.reading, MAIN, self.raw)

    @cached_property
    def rest(self) -> Sheet:
        """Asides and captions as they read."""
        return make_sheet(self.reading, REST)

    @cached_property
    def rest_unrestored(self) -> Sheet:
        """Asides and captions with the letters of the supplied text."""
        return make_sheet(self.reading, REST, self.raw)

    @cached_property
    def flow(self) -> Mapping[Where, tuple[str, ...]]:
        """The folded texts of each part's blocks, in reading order."""
        return {
            where: tuple(folded_text(block.text) for block in self.reading.in_part(where)) for where in Where
        }

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """Every run of `COPIED_WORDS` words of a block, in small letters; what the source itself quotes is left out."""
        runs: set[tuple[str, ...]] = set()
        for texts in self.flow.values():
            for prose in (stretch for text in texts for stretch in _QUOTED.split(text)):
                words = [word.group().lower() for word in words_of(prose)]
                runs.update(
                    tuple(words[at : at + COPIED_WORDS]) for at in range(len(words) - COPIED_WORDS + 1)
                )
        return frozenset(runs)

    @cached_property
    def lines(self) -> Lines:
        """The physical lines of the supplied text."""
        return Lines(self.raw)


@dataclass(frozen=True, slots=True)
class Match:
    """One place where a passage was found: for each part its spans; the foldings it took; whether no word is cut."""

    parts: tuple[tuple[Span, ...], ...]
    folding: tuple[str, ...]
    whole_words: bool

    @property
    def first(self) -> Span:
        """Its first span."""
        return self.parts[0][0]

    @property
    def last(self) -> Span:
        """Its last span."""
        return self.parts[-1][-1]


def find_matches(source: Searchable, parts: Sequence[PassagePart]) -> tuple[Match, ...]:
    """The places where the parts come in order within one strand, in reading order; only those that need the least."""
    if not parts or any(mark in part.text for part in parts for mark in SEPARATORS):
        return ()
    for plain, unrestored in (("main", "main_unrestored"), ("rest", "rest_unrestored")):
        for name in (plain, unrestored):
            sheet: Sheet = getattr(source, name)
            found = list(_exact(sheet, parts)) or list(_folded(sheet, parts))
            if found:
                return _least(found)
    return ()


def _least(matches: list[Match]) -> tuple[Match, ...]:
    """Prefer whole words, then the fewest foldings."""
    if any(match.whole_words for match in matches):
        matches = [match for match in matches if match.whole_words]
    fewest = min(len(match.folding) for match in matches)
    return tuple(dict.fromkeys(match for match in matches if len(match.folding) == fewest))


def _exact(sheet: Sheet, parts: Sequence[PassagePart]) -> Iterator[Match]:
    for chain in _chains(sheet, [_occurrences(sheet.text, part.text) for part in parts]):
        yield _match(sheet, chain, ())


def _folded(sheet: Sheet, parts: Sequence[PassagePart]) -> Iterator[Match]:
    wanted = [folded_text(part.text).strip() for part in parts]
    if not all(wanted):
        return
    folded = sheet.folded
    hits = [[folded.origin(*hit) for hit in _occurrences(folded.text, text)] for text in wanted]
    for chain in _chains(sheet, hits):
        there = [sheet.text[start:end] for start, end in chain]
        yield _match(sheet, chain, _needed([part.text for part in parts], there))


def _match(sheet: Sheet, chain: tuple[Range, ...], folding: tuple[str, ...]) -> Match:
    names = (*folding, UNRESTORED) if sheet.unrestored else folding
    return Match(
        tuple(sheet.spans(start, end) for start, end in chain),
        tuple(sorted(names)),
        not any(cuts_word(sheet.text, start) or cuts_word(sheet.text, end) for start, end in chain),
    )


def cuts_word(text: str, offset: int) -> bool:
    """Whether an offset falls inside a word, a number, or a word with a hyphen or an apostrophe in it."""
    if not 0 < offset < len(text):
        return False
    before, after = text[offset - 1], text[offset]
    if before.isalnum() and after.isalnum():
        return True
    if after in _INSIDE_WORDS and before.isalnum():
        return text[offset + 1 : offset + 2].isalnum() and _holds(before, after, text[offset + 1])
    if before in _INSIDE_WORDS and after.isalnum():
        return text[: offset - 1][-1:].isalnum() and _holds(text[offset - 2], before, after)
    return False


_INSIDE_WORDS = "-\u2010\u2011’'`.,–"
_INSIDE_NUMBERS = ".,–"


def _holds(before: str, char: str, after: str) -> bool:
    return char not in _INSIDE_NUMBERS or (before.isdigit() and after.isdigit())


def _occurrences(text: str, words: str) -> list[Range]:
    found: list[Range] = []
    start = text.find(words)
    while start >= 0:
        found.append((start, start + len(words)))
        start = text.find(words, start + 1)
    return found


def _chains(sheet: Sheet, hits: Sequence[Sequence[Range]]) -> Iterator[tuple[Range, ...]]:
    """Every way to take one hit of each part, in order, in one strand, across its seam where it has one."""
    if not all(hits):
        return
    chains: list[tuple[Range, ...]] = [(hit,) for hit in hits[0]]
    for following in hits[1:]:
        chains = [
            (*chain, hit)
            for chain in chains
            for hit in following
            if hit[0] >= chain[-1][1] and sheet.strand_at(hit[0]) == sheet.strand_at(chain[0][0])
        ][:MOST_PLACES]
    for chain in chains[:MOST_PLACES]:
        seam = sheet.strands[sheet.strand_at(chain[0][0])].seam
        if seam is None or chain[0][0] < seam < chain[-1][1]:
            yield chain


def _needed(typed: Sequence[str], there: Sequence[str]) -> tuple[str, ...]:
    """The smallest set of foldings under which what was typed and what is there are the same."""
    texts = [*typed, *there]
    able = [folding for folding in ALL if any(fold(text, (folding,)).text != text for text in texts)]
    for size in range(1, len(able) + 1):
        for chosen in combinations(able, size):
            if all(_same(one, other, chosen) for one, other in zip(typed, there, strict=True)):
                return tuple(folding.value for folding in chosen)
    return tuple(folding.value for folding in able)


def _same(one: str, other: str, foldings: tuple[Folding, ...]) -> bool:
    return fold(one, foldings).text.strip() == fold(other, foldings).text.strip()
