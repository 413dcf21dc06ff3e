"""Arabic script on its way into a page: set apart from the direction around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup

from dossier.leaves.markup import safe

_ARABIC = r"[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]"
_STRETCH = re.compile(
    rf"(?:[0-9]+ )?{_ARABIC}(?:(?:[^A-Za-z\u00c0-\u024f\[\]()]|[A-Z]{{2,5}}(?![a-z]))*{_ARABIC})?(?: [0-9]+(?=[”»]))?"
)
_TAG = re.compile(r"(<[^>]*>)")
_ISOLATED = Markup('<bdi lang="ar" dir="rtl">{}</bdi>')


def words(text: str) -> Markup:
    """Words of a source, safe; stretches in Arabic script are isolated and named as such."""
    if text.isascii():
        return safe(text)
    parts, last = [], 0
    for start, end in arabic(text):
        parts += [safe(text[last:start]), isolated(safe(text[start:end]))]
        last = end
    return Markup("".join((*parts, safe(text[last:]))))


def title(text: str) -> Markup:
    """A title, safe: one that begins in Arabic script is isolated with all of its numbers and other words."""
    return isolated(safe(text)) if _STRETCH.match(text) else words(text)


def plain(text: str) -> str:
    """Words where there is no markup: stretches in Arabic script are isolated by characters (RLI and PDI)."""
    return text if text.isascii() else _STRETCH.sub("\u2067\\g<0>\u2069", text)


def within(html: str) -> str:
    """Inline HTML in which what is in Arabic script, and not isolated already, is isolated."""
    pieces = _TAG.split(html)
    inside = False
    for at, piece in enumerate(pieces):
        if at % 2:
            inside = piece.startswith("<bdi") or (inside and piece != "</bdi>")
        elif not inside:
            pieces[at] = str(words(Markup(piece)))
    return "".join(pieces)


def arabic(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of a text in Arabic script, with the numbers and punctuation that belong to them."""
    return (match.span() for match in _STRETCH.finditer(text))


def isolated(inner: Markup) -> Markup:
    """Words in Arabic script, set apart from the direction around them."""
    return _ISOLATED.format(inner)
