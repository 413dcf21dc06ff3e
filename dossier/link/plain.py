"""Fills stretches of Markdown with blanks, so that every other character keeps its offset."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_LITERAL = re.compile(
    r"""
      (?: ^[ \t]* (?P<rail>`{3,}|~{3,}) [^`\n]*\n (?s:.*?) ^[ \t]* (?P=rail) [`~]*[ \t]*$ )
    | (?P<comment> <!-- )
    | (?: \\[!-/:-@\\^-`{-~] )
    | (?: (?P<ticks>`+)(?!`) (?: (?!\n[ \t]*\n) (?s:.) )+? (?<!`)(?P=ticks)(?!`) )
    | (?: `+ )
    | (?P<tag> </?[a-zA-Z][^<>]*> )
    """,
    re.MULTILINE | re.VERBOSE,
)
_MAY_BE_LITERAL = re.compile(r"[`~<\\]")
"""What each literal passage begins with, or has."""


def blank(markdown: str, spans: Sequence[tuple[int, int]], filler: str = " ") -> str:
    """The text with stretches filled, which are in order and apart; newlines stay."""
    pieces, done = [], 0
    for start, end in spans:
        pieces += [markdown[done:start], re.sub(r"[^\n]", filler, markdown[start:end])]
        done = end
    return "".join([*pieces, markdown[done:]])


def without_code(markdown: str) -> str:
    """The text with blanks for code and comments."""
    return blank(markdown, list(_literals(markdown, tags=False)))


def without_literals(markdown: str, filler: str = " ") -> str:
    """The text with code, comments, tags and escaped characters filled, but for escaped brackets."""
    return blank(markdown, list(_literals(markdown, tags=True)), filler)


def _literals(markdown: str, *, tags: bool) -> Iterator[tuple[int, int]]:
    if not _MAY_BE_LITERAL.search(markdown):
        return
    done, last_comment = 0, markdown.rfind("-->")
    while match := _LITERAL.search(markdown, done):
        start, done = match.span()
        if match["comment"]:
            if start > last_comment:
                continue
            done = markdown.index("-->", start) + 3
        if tags or not match["tag"]:
            yield start, done
