"""What an author may have meant by an id that does not exist. Similarity only suggests."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

_ALIKE = 67  # of 100


def nearest(typed: str, known: Iterable[str]) -> str:
    """A question that names the known id most like the typed one; empty where none is like it."""
    best = process.extractOne(typed, sorted(known), scorer=fuzz.WRatio, score_cutoff=_ALIKE)
    return f"did you mean `{best[0]}`?" if best else ""
