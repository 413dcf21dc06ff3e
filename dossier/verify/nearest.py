"""The passage of a source that is most like words that do not stand in it, and where the two part. It only suggests."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from dossier.leaves.fold import fold
from dossier.model.evidence import Span
from dossier.model.reading import Block

ALIKE = 55.0
"""Below this similarity, in percent, nothing is near."""

_MARGIN = 48
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Near:
    """The nearest passage, how alike it is in percent (rounded down), and the first difference.

    `offset` is where the typed words differ first; `difference` says it in a clause.
    """

    span: Span
    text: str
    similarity: int
    offset: int
    difference: str


def find_nearest(words: str, blocks: Iterable[Block]) -> Near | None:
    """The most similar passage of the blocks, or None where none is near; the first of equals."""
    best: tuple[float, Block, int, int] | None = None
    for block in blocks:
        alignment = fuzz.partial_ratio_alignment(words, block.text, score_cutoff=best[0] if best else ALIKE)
        if alignment is None or (best and alignment.score <= best[0]):
            continue
        if len(block.text) < len(words) and fuzz.ratio(words, block.text) < ALIKE:
            continue  # a short block stands within long words without being like them
        best = (alignment.score, block, alignment.dest_start, alignment.dest_end)
    return None if best is None else _compared(words, *best[1:])


def _compared(words: str, block: Block, start: int, end: int) -> Near | None:
    """Align word by word; what only the source has at either end is not part of the passage."""
    margin = _MARGIN + len(words) // 4
    there = [
        word
        for word in _WORD.finditer(block.text)
        if word.end() > start - margin and word.start() < end + margin
    ]
    typed = list(_WORD.finditer(words))
    operations = list(Levenshtein.opcodes(_folded(typed), _folded(there)))
    while operations and operations[0].tag == "insert":
        operations.pop(0)
    while operations and operations[-1].tag == "insert":
        operations.pop()
    chosen = there[operations[0].dest_start : operations[-1].dest_end] if operations else []
    if not chosen:
        return None
    span = Span(block.index, chosen[0].start(), chosen[-1].end())
    text = block.text[span.start : span.end]
    similarity = fuzz.ratio(words, text)
    if similarity < ALIKE:
        return None
    first = next((op for op in operations if op.tag != "equal"), None)
    if first is None:
        return Near(span, text, int(similarity), 0, "only the space between words differs")
    ours, theirs = typed[first.src_start : first.src_end], there[first.dest_start : first.dest_end]
    at = typed[min(first.src_start, len(typed) - 1)].start()
    return Near(span, text, int(similarity), at, _difference(ours, theirs, typed[first.src_end :]))


def _difference(
    ours: Sequence[re.Match[str]], theirs: Sequence[re.Match[str]], after: Sequence[re.Match[str]]
) -> str:
    if not ours:
        following = f" before “{after[0].group()}”" if after else ""
        return f"the source has “{_joined(theirs)}”{following}, the quote leaves it out"
    if not theirs:
        return f"the quote has “{_joined(ours)}”, the source does not"
    return f"the source has “{_joined(theirs)}”, the quote “{_joined(ours)}”"


def _joined(words: Sequence[re.Match[str]]) -> str:
    return " ".join(word.group() for word in words)


def _folded(words: Sequence[re.Match[str]]) -> list[str]:
    return [fold(word.group()).text for word in words]
