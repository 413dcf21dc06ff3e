"""Record and source text made safe for Markdown and HTML alike.

ASCII punctuation and controls become character references: they survive Python-Markdown, raw HTML blocks, attributes
and other renderers, where back-slashes or HTML escapes alone do not (`1986. A great year`, `*the*`, three back-ticks).
"""

from __future__ import annotations

import re
import string
from functools import lru_cache

from markupsafe import Markup

_ID = re.compile(r"[a-z0-9]+(-{1,2}[a-z0-9]+)*")  # a record's, or a place's in a page
_SAFE = frozenset(string.ascii_letters + string.digits + " ,;")
_REFERENCES = {ord(char): f"&#{ord(char)};" for char in map(chr, range(128)) if char not in _SAFE}
_REFERENCES |= dict.fromkeys(
    (*range(9), 11, 12, *range(14, 32), *range(127, 160), 0xFFFE, 0xFFFF, *range(0xFDD0, 0xFDF0)), "&#65533;"
)
_REFERENCES |= {ord("\u2028"): "&#8232;", ord("\u2029"): "&#8233;"}
_SPECIAL = re.compile(f"[{re.escape(''.join(map(chr, _REFERENCES)))}]")


def text(plain: str) -> str:
    """`plain` as it must be written in a page, in running text or in a quoted attribute; HTML forbids controls
    and noncharacters, shown as U+FFFD.

    A leading run of letters, digits and spaces could still begin a Markdown block (four spaces): callers put
    text inside a paragraph, heading, attribute or raw HTML, never at the start of an indented line.
    """
    return _SPECIAL.sub(_reference, plain)


def _reference(char: re.Match[str]) -> str:
    return _REFERENCES[ord(char[0])]


def safe(value: object) -> Markup:
    """A value as it may be written in a page: text through `text`, what is `Markup` already as it is.

    Ids and whole numbers stay as they are, also where they are in `{#…}`: they mean nothing there.
    """
    if isinstance(value, Markup):
        return value
    return Markup(str(value)) if isinstance(value, int) else _safe(str(value))


@lru_cache(maxsize=100_000)  # names, labels and statements are printed on many pages
def _safe(plain: str) -> Markup:
    return Markup(plain if _ID.fullmatch(plain) else text(plain))
