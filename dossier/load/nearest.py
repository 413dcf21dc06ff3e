"""The nearest right word, for the help of a problem. It only suggests; nothing is ever decided by it."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

_CLOSE = 67  # of 100


def find_nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice most like `word`, if any is like it; of equals the first in order."""
    found = process.extractOne(word.lower(), sorted(choices), scorer=fuzz.ratio, score_cutoff=_CLOSE)
    return found[0] if found else None


def suggest(word: str, choices: Iterable[str]) -> str:
    """`did you mean …?`, or nothing."""
    nearest = find_nearest(word, choices)
    return f"did you mean `{nearest}`?" if nearest else ""
