"""The passage of a source that is most like words that are not in it, and where the two part. It only suggests."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import dropwhile, takewhile

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from dossier.leaves.fold import fold
from dossier.model.evidence import Span
from dossier.model.reading import Block

ALIKE = 55.0
"""Below this similarity, in percent, nothing is near."""

_FEW_WORDS = 8
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class NearestPassage:
    """The nearest passage, how alike it is in percent (rounded down), and the first difference.

    `offset` is where the typed words differ first; `difference` says it in a clause.
    """

    span: Span
    text: str
    similarity: int
    offset: int
    difference: str


@dataclass(frozen=True, slots=True)
class _Word:
    """A word `[start, end)` as typed, and as it is compared."""

    typed: str
    folded: str
    start: int
    end: int


def find_nearest(words: str, blocks: Iterable[Block], noun: str = "quote") -> NearestPassage | None:
    """The most similar passage of the blocks, or None where none is near. `noun`: what `words` are."""
    best: tuple[float, Block, int, int] | None = None
    for block in blocks:
        alignment = fuzz.partial_ratio_alignment(words, block.text, score_cutoff=best[0] if best else ALIKE)
        if alignment is None or (best and alignment.score <= best[0]):
            continue
        if len(block.text) < len(words) and fuzz.ratio(words, block.text) < ALIKE:
            continue  # a short block is found within long words without being like them
        best = (alignment.score, block, alignment.dest_start, alignment.dest_end)
    return None if best is None else _compared(words, *best[1:], noun)


def _compared(words: str, block: Block, start: int, end: int, noun: str) -> NearestPassage | None:
    """Find the words of the block that are most like the typed ones, then compare word by word."""
    there = _words(block.text)
    first, last = _most_alike(words, block.text, there, _around(there, start, end))
    span = _trimmed(words, block.text, Span(block.index, there[first].start, there[last].end))
    text = block.text[span.start : span.end]
    similarity = fuzz.ratio(words, text)
    if similarity < ALIKE:
        return None
    typed, chosen = _words(words), _words(text)
    differing = _first_difference(typed, chosen)
    if differing is None:
        return NearestPassage(span, text, int(similarity), 0, "only the space between words differs")
    (start, end), theirs = differing
    at = typed[min(start, len(typed) - 1)].start
    told = _difference(typed[start:end], chosen[slice(*theirs)], typed[end:], noun)
    return NearestPassage(span, text, int(similarity), at, told)


def _first_difference(
    typed: Sequence[_Word], chosen: Sequence[_Word]
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The words up to the next that are alike, as ranges of what was typed and of what the source has."""
    operations = Levenshtein.opcodes([word.folded for word in typed], [word.folded for word in chosen])
    differing = dropwhile(lambda operation: operation.tag == "equal", operations)
    beside = list(takewhile(lambda operation: operation.tag != "equal", differing))
    if not beside:
        return None
    first, last = beside[0], beside[-1]
    return (first.src_start, last.src_end), (first.dest_start, last.dest_end)


def _trimmed(words: str, text: str, span: Span) -> Span:
    """Without the marks at either end that the typed words do not begin or end with."""
    start, end = span.start, span.end
    while words[0].isalnum() and start < end - 1 and not text[start].isalnum():
        start += 1
    while words[-1].isalnum() and start < end - 1 and not text[end - 1].isalnum():
        end -= 1
    return Span(span.block, start, end)


def _around(there: Sequence[_Word], start: int, end: int) -> tuple[int, int]:
    """The first and the last word that `[start, end)` touches."""
    touched = [number for number, word in enumerate(there) if word.end > start and word.start < end]
    return (touched[0], touched[-1]) if touched else (0, len(there) - 1)


def _most_alike(words: str, text: str, there: Sequence[_Word], window: tuple[int, int]) -> tuple[int, int]:
    """Move either end of a window by a few words to where it is most like the typed words."""
    first, last = window

    def alike(start: int, end: int) -> float:
        return fuzz.ratio(words, text[there[start].start : there[end].end])

    for _ in range(2):
        firsts = range(max(first - _FEW_WORDS, 0), min(first + _FEW_WORDS, last) + 1)
        first = max(firsts, key=lambda start: (alike(start, last), -abs(start - first)))
        lasts = range(max(last - _FEW_WORDS, first), min(last + _FEW_WORDS, len(there) - 1) + 1)
        last = max(lasts, key=lambda end: (alike(first, end), -abs(end - last)))
    return first, last


def _difference(ours: Sequence[_Word], theirs: Sequence[_Word], after: Sequence[_Word], noun: str) -> str:
    if not ours:
        following = f" before “{after[0].typed}”" if after else ""
        return f"the source has “{_joined(theirs)}”{following}, the {noun} leaves it out"
    if not theirs:
        return f"the {noun} has “{_joined(ours)}”, the source does not"
    return f"the source has “{_joined(theirs)}”, the {noun} “{_joined(ours)}”"


def _joined(words: Sequence[_Word]) -> str:
    return " ".join(word.typed for word in words)


def _words(text: str) -> list[_Word]:
    """The words of a text, split where they are apart once it is folded."""
    folded = fold(text)
    places = [(match[0], folded.origin(*match.span())) for match in _WORD.finditer(folded.text)]
    return [_Word(text[start:end], word, start, end) for word, (start, end) in places]
