"""Finds citations, mentions, counts and addresses in inline Markdown, and what only looks like one.

Citations are read as pandoc reads them (`citations`), and where a sign comes out is asked of the library that renders
the pages (`rendered`). Knows no records: whether an id exists is left to `inline`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.leaves.counts import COUNT, not_closed
from dossier.link.citations import find_citations, misplaced
from dossier.link.plain import blank, without_literals
from dossier.link.rendered import Element, Landing, Renderer
from dossier.link.signs import Sign, SignKind, find_signs
from dossier.link.tokens import Bracketed, CountToken, Dropped, MentionToken, Part, Slip, Token
from dossier.link.typed_addresses import typed_addresses
from dossier.model.codes import Code


@dataclass(frozen=True, slots=True)
class Syntax:
    """The tokens of a text in order, what is not one but may be meant as one, and the elements that it becomes."""

    tokens: tuple[Token, ...]
    slips: tuple[Slip, ...]
    bracketed: tuple[Bracketed, ...]
    elements: tuple[Element, ...]


_MENTION = re.compile(r"\[\[((?:[^\[\]\n]|\n(?![ \t]*\n))*)\]\]")
_WORDS = re.compile(r"\[([^\[\]]*)\]")
_KEPT = "`\\{0}` is printed as `{0}`"

_Landed = Sequence[tuple[Sign, tuple[Landing, ...]]]


def read_syntax(markdown: str, renderer: Renderer) -> Syntax:
    """Read one text. Raises `UnrenderableError`."""
    signs = list(find_signs(markdown))
    rendered = renderer.render(markdown, tuple(sign.mark for sign in signs))
    landed = [
        (sign, active)
        for sign, landings in zip(signs, rendered.landings, strict=True)
        if (active := tuple(landing for landing in landings if not landing.literal))
    ]
    parts: list[Part] = [part for sign, landings in landed for part in _parts(markdown, sign, landings)]
    parts += _citations(markdown, landed)
    return Syntax(
        _apart(part for part in parts if not isinstance(part, Slip | Bracketed)),
        tuple(part for part in parts if isinstance(part, Slip)),
        tuple(part for part in parts if isinstance(part, Bracketed)),
        rendered.elements,
    )


def _parts(markdown: str, sign: Sign, landings: tuple[Landing, ...]) -> Iterator[Part]:
    match sign.kind:
        case SignKind.MENTION:
            yield _mention(markdown, sign, landings)
        case SignKind.COUNT:
            yield _count(markdown, sign)
        case SignKind.ADDRESS:
            yield from typed_addresses(markdown, sign.end, landings)
        case SignKind.ESCAPED:
            yield Dropped(sign.start, sign.end)
        case SignKind.BRACKETED if words := _WORDS.match(markdown, sign.start):
            yield Bracketed(sign.start, words[1])
        case SignKind.DEFINED if any(landing.before == "]" for landing in landings):
            name = markdown[sign.start : sign.end].lstrip("]")
            message = f"`{name}` is not defined anywhere in this text"
            yield Slip(sign.end - len(name), message, _KEPT.format("["), Code.BROKEN_LINK)
        case _:
            pass  # citations, which need the whole text


def _mention(markdown: str, sign: Sign, landings: tuple[Landing, ...]) -> MentionToken | Slip:
    found = _MENTION.match(markdown, sign.start)
    if not found:
        return Slip(sign.start, "this `[[` is not closed by `]]`", _KEPT.format("[["))
    if reason := misplaced(landings):
        return Slip(sign.start, reason, "link beside it")
    id_, bar, words = (part.strip() for part in " ".join(found[1].replace("\\|", "|").split()).partition("|"))
    if not id_ or (bar and not words):
        return Slip(sign.start, "a part of this link is empty", "write `[[id]]` or `[[id|words]]`")
    if re.search(r"(?:^|\s)!\Z", markdown[max(0, sign.start - 2) : sign.start]):
        return Slip(
            sign.start - 1, "a page can't be shown inside another", f"write `{found[0]}`, without `!`"
        )
    return MentionToken(sign.start, found.end(), id_, words or None)


def _count(markdown: str, sign: Sign) -> CountToken | Slip:
    if found := COUNT.match(markdown, sign.start):
        return CountToken(sign.start, found.end(), found[1], found.start(1))
    return Slip(sign.start, *not_closed(), Code.UNKNOWN_COUNT)


def _citations(markdown: str, landed: _Landed) -> Iterator[Part]:
    links = [sign.start for sign, _ in landed if sign.kind is SignKind.MENTION]
    spans = [found.span() if (found := _MENTION.match(markdown, at)) else (at, at + 2) for at in links]
    plain = blank(without_literals(markdown), spans)
    signs = {sign.start: landings for sign, landings in landed if sign.kind is SignKind.CITATION}
    return find_citations(markdown, plain, signs, links)


def _apart(tokens: Iterator[Token]) -> tuple[Token, ...]:
    """Tokens in order; of two that overlap, the first."""
    kept: list[Token] = []
    for token in sorted(tokens, key=lambda token: token.start):
        if not kept or kept[-1].end <= token.start:
            kept.append(token)
    return tuple(kept)
