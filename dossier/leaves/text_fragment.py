"""Text fragments: the end of an address that leads a browser to words of a page (WICG, Text Fragments)."""

from __future__ import annotations

from urllib.parse import quote

_LONGEST = 200
"""Characters; of longer words the first and the last few are given."""
_FEW = 6
_LEFT_OUT = " […] "


def text_fragment(
    words: str, before: str | None = None, after: str | None = None, *, over_blocks: bool = False
) -> str:
    """`#:~:text=…` for words, with those around them where the words alone could be elsewhere, too.

    Of words that run over several blocks a browser finds only the first and the last few.
    """
    first, *further = words.split(_LEFT_OUT)
    last = further[-1] if further else first
    if over_blocks or further or len(words) > _LONGEST:
        text = f"{_encoded(' '.join(first.split()[:_FEW]))},{_encoded(' '.join(last.split()[-_FEW:]))}"
    else:
        text = _encoded(words)
    prefix = f"{_encoded(' '.join(before.split()[-_FEW:]))}-," if before and before.split() else ""
    suffix = f",-{_encoded(' '.join(after.split()[:_FEW]))}" if after and after.split() else ""
    return f"#:~:text={prefix}{text}{suffix}"


def _encoded(words: str) -> str:
    """Percent-encoded whole: hyphens, commas and ampersands mean something in a directive."""
    return quote(" ".join(words.split()), safe="").replace("-", "%2D")
