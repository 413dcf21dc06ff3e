"""Text fragments: the end of an address that leads a browser to words of a page (WICG, Text Fragments)."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

_LONGEST = 200
"""Characters; of a longer passage the first and the last few words are given."""
_FEW = 6


def text_fragment(pieces: Sequence[str], before: str = "", after: str = "") -> str:
    """`#:~:text=…` for a passage, with the words around it where its own alone could be elsewhere, too.

    Between its `pieces` a page has other signs, or begins another block: of several a browser finds only the first
    words of the first and the last of the last.
    """
    if len(pieces) > 1 or len(pieces[0]) > _LONGEST:
        first, last = pieces[0].split()[:_FEW], pieces[-1].split()[-_FEW:]
        text = f"{_encoded(' '.join(first))},{_encoded(' '.join(last))}"
    else:
        text = _encoded(pieces[0])
    prefix = f"{_encoded(' '.join(before.split()[-_FEW:]))}-," if before.split() else ""
    suffix = f",-{_encoded(' '.join(after.split()[:_FEW]))}" if after.split() else ""
    return f"#:~:text={prefix}{text}{suffix}"


def _encoded(words: str) -> str:
    """Percent-encoded whole: hyphens, commas and ampersands mean something in a directive."""
    return quote(" ".join(words.split()), safe="").replace("-", "%2D")
