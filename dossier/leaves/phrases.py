"""Words put together into phrases. The words themselves are left to a vocabulary and to templates."""

from __future__ import annotations

from collections.abc import Sequence


def headed(words: str) -> str:
    """Words as they head a line or a sentence: the first letter is a capital, all others are as they were."""
    return words[:1].upper() + words[1:]


def listed(items: Sequence[str]) -> str:
    """`a, b and c`; empty where there is nothing."""
    return f"{', '.join(items[:-1])} and {items[-1]}" if len(items) > 1 else "".join(items)
