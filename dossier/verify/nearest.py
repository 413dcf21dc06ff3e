"""The passage of a source that is most like words that are not in it, and where the two part. It only suggests."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from dossier.leaves.fold import folded_text
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
    there = list(_WORD.finditer(block.text))
    first, last = _most_alike(words, block.text, there, _around(there, start, end))
    span = _trimmed(words, block.text, Span(block.index, there[first].start(), there[last].end()))
    text = block.text[span.start : span.end]
    typed, chosen = list(_WORD.finditer(words)), list(_WORD.finditer(text))
    similarity = fuzz.ratio(words, text)
    if similarity < ALIKE:
        return None
    operations = Levenshtein.opcodes(_folded(typed), _folded(chosen))
    differs = next((operation for operation in operations if operation.tag != "equal"), None)
    if differs is None:
        return NearestPassage(span, text, int(similarity), 0, "only the space between words differs")
    ours, theirs = typed[differs.src_start : differs.src_end], chosen[differs.dest_start : differs.dest_end]
    at = typed[min(differs.src_start, len(typed) - 1)].start()
    return NearestPassage(
        span, text, int(similarity), at, _difference(ours, theirs, typed[differs.src_end :], noun)
    )


def _trimmed(words: str, text: str, span: Span) -> Span:
    """Without the marks at either end that the typed words do not begin or end with."""
    start, end = span.start, span.end
    while words[0].isalnum() and start < end - 1 and not text[start].isalnum():
        start += 1
    while words[-1].isalnum() and start < end - 1 and not text[end - 1].isalnum():
        end -= 1
    return Span(span.block, start, end)


def _around(there: Sequence[re.Match[str]], start: int, end: int) -> tuple[int, int]:
    """The first and the last word that `[start, end)` touches."""
    touched = [number for number, word in enumerate(there) if word.end() > start and word.start() < end]
    return (touched[0], touched[-1]) if touched else (0, len(there) - 1)


def _most_alike(
    words: str, text: str, there: Sequence[re.Match[str]], window: tuple[int, int]
) -> tuple[int, int]:
    """Move either end of a window by a few words to where it is most like the typed words."""
    first, last = window

    def alike(start: int, end: int) -> float:
        return fuzz.ratio(words, text[there[start].start() : there[end].end()])

    for _ in range(2):
        firsts = range(max(first - _FEW_WORDS, 0), min(first + _FEW_WORDS, last) + 1)
        first = max(firsts, key=lambda start: (alike(start, last), -abs(start - first)))
        lasts = range(max(last - _FEW_WORDS, first), min(last + _FEW_WORDS, len(there) - 1) + 1)
        last = max(lasts, key=lambda end: (alike(first, end), -abs(end - last)))
    return first, last


def _difference(
    ours: Sequence[re.Match[str]], theirs: Sequence[re.Match[str]], after: Sequence[re.Match[str]], noun: str
) -> str:
    if not ours:
        following = f" before “{after[0].group()}”" if after else ""
        return f"the source has “{_joined(theirs)}”{following}, the {noun} leaves it out"
    if not theirs:
        return f"the {noun} has “{_joined(ours)}”, the source does not"
    return f"the source has “{_joined(theirs)}”, the {noun} “{_joined(ours)}”"


def _joined(words: Sequence[re.Match[str]]) -> str:
    return " ".join(word.group() for word in words)


def _folded(words: Sequence[re.Match[str]]) -> list[str]:
    return [folded_text(word.group()) for word in words]
