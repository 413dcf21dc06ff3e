"""What comes just before and after a range of the reading text, within and across the blocks of its part."""

from __future__ import annotations

from dossier.leaves.fold import folded_text
from dossier.model.evidence import Span
from dossier.model.reading import Block, ReadingText
from dossier.verify.matching import Match


def text_before(reading: ReadingText, span: Span, length: int) -> str:
    """Up to `length` characters before a span."""
    text = reading.blocks[span.block].text[: span.start]
    for block in _neighbors(reading, span.block, -1):
        if len(text) >= length:
            break
        text = f"{block.text} {text}"
    return text[max(len(text) - length, 0) :]


def text_after(reading: ReadingText, span: Span, length: int) -> str:
    """Up to `length` characters after a span."""
    text = reading.blocks[span.block].text[span.end :]
    for block in _neighbors(reading, span.block, 1):
        if len(text) >= length:
            break
        text = f"{text} {block.text}"
    return text[:length]


def _neighbors(reading: ReadingText, index: int, step: int) -> list[Block]:
    where = reading.blocks[index].where
    following = reading.blocks[index + 1 :] if step > 0 else reversed(reading.blocks[:index])
    neighbors: list[Block] = []
    for block in following:
        if block.where is where:
            neighbors.append(block)
            if len(neighbors) == _ENOUGH_BLOCKS:
                break
    return neighbors


_ENOUGH_BLOCKS = 8


def comes_before(reading: ReadingText, match: Match, words: str) -> bool:
    """Whether words come just before a match, folded."""
    wanted = folded_text(words).strip()
    return folded_text(text_before(reading, match.first, 2 * len(words) + 8)).rstrip().endswith(wanted)


def comes_after(reading: ReadingText, match: Match, words: str) -> bool:
    """Whether words come just after a match, folded."""
    wanted = folded_text(words).strip()
    return folded_text(text_after(reading, match.last, 2 * len(words) + 8)).lstrip().startswith(wanted)
