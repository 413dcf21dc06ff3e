"""Takes the raw HTML blocks out of Markdown that are plain to see, as Python-Markdown takes them out one by one.

Our pages are mostly such blocks, and its parser of HTML is most of what reading them costs. A page with anything in it
that calls for that parser (a comment, Markdown in HTML, a tag that is not closed) is left to it whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markdown.extensions import md_in_html
from markdown.preprocessors import HtmlBlockPreprocessor, Preprocessor

if TYPE_CHECKING:
    from markdown import Markdown

_TAG = re.compile(
    r"""<(?:
        (?P<end>/)?(?P<name>[a-zA-Z][a-zA-Z0-9-]*)
        (?:\s+(?!markdown\b)[a-zA-Z_:@][\w:.@-]*(?:="[^"]*"|='[^']*')?)*
        \s*(?P<closed>/)?>
        (?(end)|(?(closed)|(?P<leaf>[^<]*</(?P=name)\s*>)?))  # its text and end at once, if it holds no other
      | [a-zA-Z/!?]
    )""",
    re.VERBOSE | re.ASCII,
)
_LOOSE_REFERENCE = re.compile(r"&(?!(?:\#[0-9]+|\#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9.-]*);)")
"""It gets a semicolon from the parser."""
_LINE_END = re.compile(r"\n(?P<blank>[ ]*\n)?")
_VOID = {"hr"}
_TEXT_ONLY = {"iframe", "noembed", "noframes", "plaintext", "script", "style", "textarea", "title", "xmp"}
"""Elements in which some version of Python's parser reads no tags."""


class _NotPlainError(Exception):
    """Something is in the text that the parser has to look at."""


@dataclass(frozen=True, slots=True)
class _Block:
    """A raw block: the range of the text that it takes, and whether a blank line follows."""

    start: int
    end: int
    before_blank: bool


class RawBlocks(Preprocessor):
    """Stashes raw blocks that are plain to see, and hands the rest to the preprocessor that it stands before."""

    def __init__(self, md: Markdown, parser: Preprocessor) -> None:
        super().__init__(md)
        self.parser = parser

    def run(self, lines: list[str]) -> list[str]:
        """The lines with a placeholder for each block."""
        text = "\n".join(lines)
        try:
            blocks = list(_blocks(text, self.md))
        except _NotPlainError:
            return self.parser.run(lines)
        rest: list[str] = []
        at = 0
        for block in blocks:
            raw = text[block.start : block.end] + ("\n" if block.before_blank else "")
            rest += text[at : block.start], "\n", self.md.htmlStash.store(raw), "\n\n"
            at = block.end
        left = "".join((*rest, text[at:]))
        is_plain = "<" not in left and not _LOOSE_REFERENCE.search(
            left
        )  # then the parser would change nothing
        return left.split("\n") if is_plain else self.parser.run(left.split("\n"))


def take_raw_blocks(md: Markdown) -> None:
    """Let `md` take out plain blocks first; no other extension may have put a parser of its own in place."""
    parser = md.preprocessors["html_block"]
    if type(parser) in {HtmlBlockPreprocessor, md_in_html.HtmlBlockPreprocessor}:
        md.preprocessors.register(RawBlocks(md, parser), "html_block", 20)


def _blocks(text: str, md: Markdown) -> Iterator[_Block]:
    """The raw blocks in their order; raises `_NotPlainError`."""
    stack: list[str] = []
    start = 0
    for match in _TAG.finditer(text):
        end, name, closed, leaf = match.groups(default="")
        name, ends = name.lower(), bool(end)
        if not name or (stack and stack[-1] in _TEXT_ONLY and not (ends and name == stack[-1])):
            raise _NotPlainError
        alone = bool(closed) or name in _VOID
        if stack:
            if ends:
                _close(stack, name)
            elif not alone and not leaf:
                stack.append(name)
        elif ends or not _opens_line(text, match.start()) or not md.is_block_level(name):
            continue
        else:
            start = match.start()
            if alone or (start and text[start - 1] != "\n"):
                raise _NotPlainError
            stack += [] if leaf else [name]
        if not stack:
            yield _closed(text, start, match.end())
    if stack:
        raise _NotPlainError


def _close(stack: list[str], name: str) -> None:
    """Take off an element and what is open in it; the end of one that is not open ends nothing."""
    if name in stack:
        while stack.pop() != name:
            pass


def _opens_line(text: str, at: int) -> bool:
    """Whether only blanks are before a place in its line, up to three of them."""
    line = text.rfind("\n", 0, at) + 1
    return at - line <= 3 and not text[line:at].strip()  # noqa: PLR2004 - four blanks begin code


def _closed(text: str, start: int, end: int) -> _Block:
    after = _LINE_END.match(text, end)
    if after is None or _LOOSE_REFERENCE.search(text, start, end):
        raise _NotPlainError
    return _Block(start, end, before_blank=after["blank"] is not None)
