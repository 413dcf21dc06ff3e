"""Finds the signs by which a citation, a mention, a count, a footnote or an address may begin in Markdown.

Whether they do is left to `syntax`: a sign may be code, or what it opens may not be closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dossier.link.rendered import TextMark

ADDRESSES = (
    "href",
    "src",
    "srcset",
    "poster",
    "data",
    "action",
    "formaction",
    "background",
    "cite",
    "longdesc",
    "xlink:href",
)
"""The attributes of HTML whose value is an address, or several."""


class SignKind(StrEnum):
    """What may begin at a sign."""

    CITATION = "citation"
    ESCAPED = "escaped"
    """`\\@`: the backslash."""
    MENTION = "mention"
    COUNT = "count"
    DEFINED = "defined"
    """`[words][name]` or `[^name]`, which something else has to define."""
    ADDRESS = "address"
    """What comes before the address of a Markdown link, a link definition or an attribute."""
    BRACKETED = "bracketed"
    """`[one-word]` or `[one-word|words]`."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign `[start, end)`, and the mark by which it is found in what is rendered."""

    kind: SignKind
    start: int
    end: int
    mark: TextMark


_SIGN = re.compile(
    rf"""
      (?<![A-Za-z0-9+.-]) [A-Za-z][A-Za-z0-9+.-]*://[^\s<>()\[\]"']*
    | (?P<citation> (?<![^\W_]) (?<![^\W_]\.) @ )
    | (?P<mention> \[\[ (?!\[) )
    | (?P<count> {{{{ )
    | (?P<defined> (?: \]\[ [^\[\]\n@^]+ | \[\^ [^\[\]\s@]+ ) \] (?![:(]) )
    | (?P<target> \]\( [ \t]*\n?[ \t]* <? (?=[^\s<>)]) )
    | (?P<definition> ^[ ]{{0,3}} \[ (?!\^) [^\[\]\n@]+ \]: [ \t]*\n?[ \t]* <? (?=[^\s<>]) )
    | (?P<attribute> \b(?i:{"|".join(ADDRESSES)})\s*=\s* ["']? \s* (?=[^\s"'<>]) )
    | (?P<bracketed> \[ (?=(?P<word>[a-z0-9]+(?:-[a-z0-9]+)*)(?:\|[^\[\]\n]*)?\] (?![\[(:{{])) )
    """,
    re.MULTILINE | re.VERBOSE,
)
_STARTS = re.compile(r"[@\[\]{]")
"""Where a sign begins that is no address."""
_DEFINITION = re.compile(r"^[ ]{0,3}\[([^\[\]\n]+)\]:", re.MULTILINE)
_KINDS = {"target": SignKind.ADDRESS, "definition": SignKind.ADDRESS, "attribute": SignKind.ADDRESS}


def find_signs(markdown: str) -> Iterator[Sign]:
    """The signs of a text in order, but those that a backslash takes the meaning from, and those of bare addresses."""
    defined = {match[1] for match in _DEFINITION.finditer(markdown)}
    for match in _matches(markdown):
        start, end = match.span()
        kind = match.lastgroup and (_KINDS.get(match.lastgroup) or SignKind(match.lastgroup))
        if not kind or (kind is SignKind.BRACKETED and match["word"] in defined):
            continue
        if _is_escaped(markdown, start):
            if kind is SignKind.CITATION:
                yield Sign(SignKind.ESCAPED, start - 1, start, TextMark(start - 1))
        elif kind is SignKind.CITATION:
            if not (markdown[start - 1 : start] == "[" and _is_escaped(markdown, start - 1)):
                yield Sign(kind, start, end, TextMark(start))
        elif kind is SignKind.COUNT:  # at the end of a heading, braces would be read as its attributes
            yield Sign(kind, start, end, TextMark(start, leave_out=2))
        else:
            yield Sign(kind, start, end, TextMark(end))


def _matches(markdown: str) -> Iterator[re.Match[str]]:
    """What `_SIGN` matches, one after the other. Most texts have no addresses, which may begin with any letter."""
    if any(part in markdown for part in ("://", "=", "]:")):
        yield from _SIGN.finditer(markdown)
        return
    done = 0
    while start := _STARTS.search(markdown, done):
        match = _SIGN.match(markdown, start.start())
        if match:
            yield match
        done = match.end() if match else start.end()


def _is_escaped(markdown: str, at: int) -> bool:
    backslashes = 0
    while markdown[at - backslashes - 1 : at - backslashes] == "\\":
        backslashes += 1
    return backslashes % 2 == 1
