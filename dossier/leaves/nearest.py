"""The known word that an author may have meant, for the help of a problem; nothing is decided by it."""

from __future__ import annotations

from collections.abc import Iterable

_CLOSE = 60  # of 100
MOST_SUGGESTED = 1_000
"""With so many problems a nearest word helps nobody, and to look for each would take minutes."""


def suggest(word: str, known: Iterable[str]) -> str:
    """`did you mean …?` with the known word most like `word` (of equals the first in order); empty where none is."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only mistakes need it, and it takes its time

    found = process.extractOne(word.lower(), sorted(known), scorer=fuzz.ratio, score_cutoff=_CLOSE)
    return f"did you mean `{found[0]}`?" if found else ""
