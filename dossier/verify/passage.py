"""A passage as typed, split at `[…]` into the parts that must be found in the source."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dossier.leaves.characters import LOST
from dossier.model.reading import OMITTED

_LEFT_OUT = re.compile(r"\[(?:…|\.\s?\.\s?\.)\]")


@dataclass(frozen=True, slots=True)
class PassagePart:
    """Words without a gap, and their offset in the passage as typed."""

    text: str
    offset: int


def split_passage(typed: str) -> tuple[PassagePart, ...]:
    """The parts of a passage in order, without space at their edges; empty parts are left out."""
    parts: list[PassagePart] = []
    start = 0
    for end, following in [*((gap.start(), gap.end()) for gap in _LEFT_OUT.finditer(typed)), (len(typed), 0)]:
        piece = typed[start:end]
        if text := piece.strip():
            parts.append(PassagePart(text, start + len(piece) - len(piece.lstrip())))
        start = following
    return tuple(parts)


def without_lost_words(words: str) -> str:
    """Words of a text as a claim can quote them: `[…]` for those with characters that no letter is known for."""
    kept = [OMITTED if LOST.search(word) else word for word in words.split(" ")]
    return " ".join(
        word for at, word in enumerate(kept) if at == 0 or (word, kept[at - 1]) != (OMITTED, OMITTED)
    )
