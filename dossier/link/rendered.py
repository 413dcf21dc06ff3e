"""What the library that renders the pages makes of Markdown: where places of it come out, which elements there are.

Whether something is code, the words of a link or an address is asked of Python-Markdown itself, which MkDocs renders
pages with, instead of being guessed by rules of our own. A mark, made of characters of a private-use area, is put in
each place that matters, and looked for in the HTML. What the places mean is left to `syntax`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from dossier.model.configuration import Configuration

if TYPE_CHECKING:
    from markdown import Markdown

_BUILT_IN = ("fenced_code", "tables", "toc")  # MkDocs adds them whatever mkdocs.yml says
_MOST_LEFT_OPEN = 300
_PRIVATE = 0xF0000
_OPENING, _CLOSING = chr(_PRIVATE), chr(_PRIVATE + 11)
_MARK = re.compile(f"{_OPENING}([{chr(_PRIVATE + 1)}-{chr(_PRIVATE + 10)}]+){_CLOSING}")
_RESERVED = re.compile(f"[{_OPENING}-{_CLOSING}]")
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_LITERAL = frozenset(("code", "pre", "script", "style", "textarea"))
_PLAIN_LINE = re.compile(r"""[^\W\d_](?:[^\W_]|[ .,;:?@|/'"()\[–—…‘’“”-]|\](?!\())*""")
"""One line that begins with a letter, and has no character that means anything in Markdown but where a link follows or
a definition is elsewhere in the text."""
KNOWN_EXTENSIONS = frozenset(
    (*_BUILT_IN, "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "sane_lists")
)
"""Extensions that look at nothing but the text, and make nothing of such a line."""


@dataclass(frozen=True, slots=True)
class TextMark:
    """A place of a text, and how many characters from there on are left out before it is rendered."""

    at: int
    leave_out: int = 0


@dataclass(frozen=True, slots=True)
class Landing:
    """Where a mark came out: within `elements`, in running text or in the value of an attribute of the innermost.

    `rest` is what follows the mark in that value, `before` the character in front of it in running text.
    """

    elements: tuple[str, ...]
    attribute: str = ""
    rest: str = ""
    before: str = ""

    @property
    def literal(self) -> bool:
        """Whether nothing there is a citation, a mention or a count."""
        return not self.attribute and not _LITERAL.isdisjoint(self.elements)


@dataclass(frozen=True, slots=True)
class Element:
    """A start tag, its attributes in small letters, without marks."""

    name: str
    attributes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Rendered:
    """The landings of each mark, in the order of the marks; none where it came out nowhere. And the different elements,
    in the order in which each came first.
    """

    landings: Sequence[tuple[Landing, ...]]
    elements: tuple[Element, ...]


class UnrenderableError(Exception):
    """Markdown on which the library fails, or would compute for minutes; says why in an author's words."""


class Renderer:
    """Renders texts one after the other, with the extensions of one site."""

    def __init__(self, extensions: Collection[str] = Configuration().extensions) -> None:
        self._extensions = extensions
        self._knows_plain_lines = KNOWN_EXTENSIONS.issuperset(extensions)

    @cached_property
    def _markdown(self) -> Markdown:
        from markdown import Markdown  # noqa: PLC0415 - most texts were rendered before, or are plain

        library = Markdown()
        for name in dict.fromkeys((*_BUILT_IN, *self._extensions)):
            try:
                library.registerExtensions([name], {})
            except Exception:  # noqa: BLE001, S112 - an extension's own; MkDocs says what is wrong with it
                continue
        return library

    def render(self, text: str, marks: Sequence[TextMark]) -> Rendered:
        """Render a text with marks, which are in the order of their places. Raises `UnrenderableError`."""
        for block in re.split(r"\n[ \t]*\n", text):
            for opening, closing in ("[]", "()", "<>"):
                if block.count(opening) - block.count(closing) > _MOST_LEFT_OPEN:
                    raise UnrenderableError(f"hundreds of `{opening}` are not closed in one paragraph")
        if self.is_plain(text):
            plain = [(Landing(("p",), before=text[mark.at - 1]),) for mark in marks]
            return Rendered(plain, (Element("p", ()),))
        self._markdown.reset()
        try:
            html = self._markdown.convert(with_marks(text, marks))
        except Exception as error:
            raise UnrenderableError(f"the Markdown library fails on it ({type(error).__name__})") from error
        outline = _Outline()
        outline.feed(html)
        outline.close()
        found = outline.landings
        landings = [tuple(found.get(n, ())) for n in range(len(marks))]
        return Rendered(landings, tuple(dict.fromkeys(outline.elements)))

    def is_plain(self, text: str) -> bool:
        """Whether the library makes one paragraph of a text, and changes nothing in it."""
        return self._knows_plain_lines and _PLAIN_LINE.fullmatch(text) is not None


def with_marks(text: str, marks: Sequence[TextMark]) -> str:
    """What is given to the library: all that depends on a text and on the places that matter in it."""
    text = _RESERVED.sub("x", text)
    pieces, done = [], 0
    for number, mark in enumerate(marks):
        digits = "".join(chr(_PRIVATE + 1 + int(digit)) for digit in str(number))
        pieces += [text[done : mark.at], _OPENING, digits, _CLOSING]
        done = mark.at + mark.leave_out
    return "".join([*pieces, text[done:]])


class _Outline(HTMLParser):
    """The elements of some HTML, and the landings of marks by their number."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.landings: dict[int, list[Landing]] = {}
        self.elements: list[Element] = []
        self._open: list[str] = []
        self._last = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element and what its attributes hold."""
        elements = (*self._open, tag)
        for name, value in attrs:
            for match in _MARK.finditer(value or ""):
                rest = _MARK.sub("", (value or "")[match.end() :])
                self._land(match, Landing(elements, name, rest))
        without_marks = tuple((name, _MARK.sub("", value or "")) for name, value in attrs)
        self.elements.append(Element(tag, without_marks))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that holds nothing: HTML knows no such tags, but those of drawings."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        """Close an element and what was left open in it; a tag that closes nothing is ignored."""
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Note the marks in running text."""
        done = 0
        for match in _MARK.finditer(data):
            self._last = data[done : match.start()][-1:] or self._last
            self._land(match, Landing(tuple(self._open), before=self._last))
            done = match.end()
        self._last = data[done:][-1:] or self._last

    def _land(self, match: re.Match[str], landing: Landing) -> None:
        number = int("".join(str(ord(digit) - _PRIVATE - 1) for digit in match[1]))
        self.landings.setdefault(number, []).append(landing)
