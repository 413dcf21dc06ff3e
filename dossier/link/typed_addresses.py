"""Finds how far the address of a link or picture goes in Markdown, of which it is known where it begins."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from dossier.link.rendered import Landing
from dossier.link.signs import ADDRESSES
from dossier.link.tokens import Address

_BARE = re.compile(r"[^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)*")
_UNQUOTED = re.compile(r"[^\s\"'<>=`]+")
_CANDIDATE = re.compile(
    r"(?:^|,)\s*([^\s,]+)"
)  # of a `srcset`: an address, behind which it says how large it is


def typed_addresses(markdown: str, start: int, landings: Sequence[Landing]) -> Iterator[Address]:
    """The address that begins at `start`, or each of a `srcset`; none where nothing of the kind came out."""
    landing = next((each for each in landings if each.attribute in ADDRESSES), None)
    if landing is None:
        return
    end = _end(markdown, start, landing.rest)
    element, attribute = landing.elements[-1], landing.attribute
    if attribute != "srcset":
        yield Address(start, end, html.unescape(markdown[start:end]).strip(), element, attribute)
        return
    for found in _CANDIDATE.finditer(markdown[start:end]):
        begin, stop = found.span(1)
        yield Address(start + begin, start + stop, html.unescape(found[1]), element, attribute)


def _end(markdown: str, start: int, rest: str) -> int:
    before = start
    while markdown[before - 1 : before].isspace():
        before -= 1
    opening = markdown[before - 1 : before]
    if opening in {'"', "'", "<"}:
        closing = markdown.find(">" if opening == "<" else opening, start)
        return closing if closing >= 0 else len(markdown)
    if markdown.startswith(rest, start):
        return start + len(rest)
    pattern = _UNQUOTED if opening == "=" else _BARE
    match = pattern.match(markdown, start)
    return match.end() if match else start
