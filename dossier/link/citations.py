"""Finds citations in Markdown, in brackets and in running text, and those that lost a bracket.

What a citation says is left to `citation_items`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from dossier.link.brackets import Brackets
from dossier.link.citation_items import KEY, read_bracketed, read_in_text, read_locator
from dossier.link.rendered import Landing
from dossier.link.signs import ADDRESSES
from dossier.link.tokens import CitationToken, Slip

_LOCATOR = re.compile(r"[ \t]*\n?[ \t]*\[(?![\[^])")
_INNERMOST = re.compile(r"\[[^\[\]]*\]")
_WRITTEN = "a citation is written `[@id]`; `\\@` is printed as `@`"


def find_citations(
    markdown: str, plain: str, signs: Mapping[int, Sequence[Landing]], links: Collection[int]
) -> Iterator[CitationToken | Slip]:
    """The citations of a text, and its slips.

    `signs` are the offsets of each `@` that may cite, with where it came out, and `links` those of each `[[`. `plain`
    is the Markdown with blanks for all in which a bracket has no meaning.
    """
    brackets = Brackets.match(plain, signs)
    done: set[int] = set()
    for at, opened in brackets.holders.items():
        if opened in done or any(landing.attribute in ADDRESSES for landing in signs[at]):
            continue
        if opened is None:
            citation = _in_text(markdown, plain, at, brackets, done)
        else:
            done.add(opened)
            citation = _bracketed(markdown, plain, opened, brackets)
        if isinstance(citation, CitationToken):
            reason = misplaced(signs[at]) or (opened is not None and _holds_link(citation, links))
            yield Slip(at, reason, "cite beside it") if reason else citation
        elif citation:
            yield citation


def misplaced(landings: Sequence[Landing]) -> str:
    """Why nothing can be a link where a sign came out; empty where it can."""
    for landing in landings:
        if landing.attribute == "alt":
            return "in the alt text of a picture nothing can be a link"
        if landing.attribute:
            return f"in the `{landing.attribute}` of an element nothing can be a link"
        if "a" in landing.elements:
            return "inside the words of a link there can't be another link"
    return ""


def _holds_link(citation: CitationToken, links: Collection[int]) -> str:
    inside = any(citation.start < link < citation.end for link in links)
    return "a citation can't hold a link" if inside else ""


def _bracketed(markdown: str, plain: str, opened: int, brackets: Brackets) -> CitationToken | Slip:
    closed = brackets.closing.get(opened)
    if closed is None:
        return Slip(opened, "the bracket of this citation is not closed", "end it with `]`")
    return read_bracketed(markdown, _inner(plain, opened, closed), opened, brackets.held(opened))


def _in_text(
    markdown: str, plain: str, at: int, brackets: Brackets, done: set[int]
) -> CitationToken | Slip | None:
    if not (key := KEY.match(markdown, at + 1)):
        return None
    if at in brackets.stray:
        return Slip(at, "a `]` closes this citation, which no `[` opens", _WRITTEN)
    citation = read_in_text(markdown, at, key)
    if not (more := _LOCATOR.match(plain, citation.end)):
        return citation
    opened = more.end() - 1
    closed = brackets.closing.get(opened)
    inner = _inner(plain, opened, closed) if closed else "@"
    if closed is None or "@" in inner.partition(";")[0] or markdown[closed + 1 : closed + 2] in {"(", "["}:
        return citation
    done.add(opened)
    return read_locator(markdown, citation, inner, opened, brackets.held(opened))


def _inner(plain: str, opened: int, closed: int) -> str:
    """What two brackets hold, with blanks for what brackets within them hold."""
    inner = plain[opened + 1 : closed]
    while _INNERMOST.search(inner):
        inner = _INNERMOST.sub(lambda match: " " * len(match[0]), inner)
    return inner
