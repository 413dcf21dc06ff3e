"""What an author may have meant by an id that does not exist. Similarity only suggests."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

_ALIKE = 60


def nearest(typed: str, known: Iterable[str]) -> str:
    """A sentence that names the known id most like the typed one; empty where none is like it."""
    best = process.extractOne(typed, sorted(known), scorer=fuzz.WRatio, score_cutoff=_ALIKE)
    return f"the nearest is “{best[0]}”" if best else ""
