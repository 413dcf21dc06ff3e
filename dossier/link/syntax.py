"""Finds citations and links in inline Markdown, and the passages in which nothing is one.

Knows no records: whether an id exists is left to `inline`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class TokenKind(StrEnum):
    """What a stretch of Markdown is."""

    LITERAL = "literal"
    """A code span, fenced code, an HTML comment or an escaped character: nothing in it is a link."""
    CITATION = "citation"
    """`[@id]`, `[@id, locator]`, `[@one; @two]`."""
    MENTION = "mention"
    """`[[id]]`, `[[id|words]]`."""
    TARGET = "target"
    """The target of a Markdown link, image or link definition, without its angle brackets."""
    ATTRIBUTE = "attribute"
    """The value of `href` or `src` in raw HTML."""


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch `[start, end)` of Markdown that is not plain words."""

    kind: TokenKind
    start: int
    end: int
    text: str


_TOKEN = re.compile(
    r"""
    (?P<fence> ^[ \t]* (?P<rail>`{3,}|~{3,}) [^`\n]*\n (?s:.*?) ^[ \t]* (?P=rail) [`~]*[ \t]*$ )
    | (?P<comment> <!-- (?s:.*?) --> )
    | (?P<escaped> \\[!-/:-@\[-`{-~] )
    | (?P<code> (?P<ticks>`+)(?!`) (?: (?!\n[ \t]*\n) (?s:.) )+? (?<!`)(?P=ticks)(?!`) )
    | (?P<stray> `+ )
    | (?P<citation> \[@ [^\[\]]* \] (?!\() )
    | (?P<mention> \[\[ [^\[\]]+ \]\] (?!\() )
    """,
    re.MULTILINE | re.VERBOSE,
)
_TARGET = re.compile(
    r"""
    (?: \]\( \s* | ^[ ]{0,3} \[ (?!\^) [^\[\]\n]+ \]: [ \t]* )
    (?: < (?P<angled>[^<>\n]*) > | (?P<bare> [^\s()<>]+ (?: \( [^\s()]* \) [^\s()<>]* )* ) )
    """,
    re.MULTILINE | re.VERBOSE,
)
_ATTRIBUTE = re.compile(
    r"""<[a-zA-Z][^<>]*?\s(?:href|src)\s*=\s*(?:"(?P<double>[^"<>]*)"|'(?P<single>[^'<>]*)')"""
)


def tokens(markdown: str) -> Iterator[Token]:
    """The literal passages, citations and mentions of a text, in order."""
    for match in _TOKEN.finditer(markdown):
        kind = TokenKind(match.lastgroup) if match.lastgroup in {"citation", "mention"} else TokenKind.LITERAL
        yield Token(kind, match.start(), match.end(), match[0])


def targets(markdown: str) -> Iterator[Token]:
    """The targets of Markdown links and the link attributes of raw HTML, in order."""
    seen = blank(
        markdown, [(token.start, token.end) for token in tokens(markdown) if token.kind is TokenKind.LITERAL]
    )
    found = [
        Token(kind, *match.span(group), match[group])
        for pattern, kind in ((_TARGET, TokenKind.TARGET), (_ATTRIBUTE, TokenKind.ATTRIBUTE))
        for match in pattern.finditer(seen)
        if not match[0].startswith("](") or _is_opened(seen, match.start())
        for group in pattern.groupindex
        if match[group] is not None
    ]
    return iter(sorted(found, key=lambda token: token.start))


def _is_opened(seen: str, closing: int) -> bool:
    """Whether the bracket that closes at `closing` opens in the same paragraph."""
    depth = 0
    for match in re.finditer(r"[\[\]]", seen[seen.rfind("\n\n", 0, closing) + 1 : closing]):
        depth = depth + 1 if match[0] == "[" else max(0, depth - 1)
    return depth > 0


def blank(markdown: str, spans: list[tuple[int, int]], filler: str = " ") -> str:
    """The text with stretches filled, so that every other character keeps its offset; newlines stay."""
    pieces, done = [], 0
    for start, end in spans:
        pieces += [markdown[done:start], re.sub(r"[^\n]", filler, markdown[start:end])]
        done = end
    return "".join([*pieces, markdown[done:]])
