"""Plain text on its way into a page: safe, and with Arabic script set apart from the direction around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup

from dossier.leaves import markup

_ARABIC = r"[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]"
_STRETCH = re.compile(
    rf"(?:[0-9]+ )?{_ARABIC}(?:(?:[^A-Za-z\u00c0-\u024f\[\]()]|[A-Z]{{2,5}}(?![a-z]))*{_ARABIC})?"
)
_ID = re.compile(r"[a-z0-9]+(-{1,2}[a-z0-9]+)*")  # a record's, or a place's in a page
_CODE = Markup("<code>{}</code>")
_ISOLATED = Markup('<bdi lang="ar" dir="rtl">{}</bdi>')


def safe(value: object) -> Markup:
    """A value as it may stand in a page: text through `markup.text`, what is `Markup` already as it is.

    Ids stay as they are, also where they stand in `{#…}`: letters, digits and hyphens between them mean nothing there.
    """
    if isinstance(value, Markup):
        return value
    plain = str(value)
    return Markup(plain if _ID.fullmatch(plain) else markup.text(plain))


def words(text: str) -> Markup:
    """Words of a source, safe; stretches in Arabic script are isolated and named as such."""
    out, last = Markup(""), 0
    for start, end in arabic(text):
        out += safe(text[last:start]) + isolated(safe(text[start:end]))
        last = end
    return out + safe(text[last:])


def arabic(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of a text in Arabic script, with the numbers and punctuation that belong to them."""
    return (match.span() for match in _STRETCH.finditer(text))


def isolated(inner: Markup) -> Markup:
    """Words in Arabic script, set apart from the direction around them."""
    return _ISOLATED.format(inner)


def ticked(text: str) -> Markup:
    """Text in which back-ticks set off what is typed in records."""
    parts = text.split("`")
    return Markup("").join(_CODE.format(safe(part)) if n % 2 else safe(part) for n, part in enumerate(parts))
