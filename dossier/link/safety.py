"""Finds in hand-written Markdown what could run in a reader's browser, or load something from another site."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.link.inline_fields import InlineField
from dossier.link.plain import without_code
from dossier.link.rendered import Element
from dossier.link.signs import ADDRESSES
from dossier.link.syntax import Syntax
from dossier.link.tokens import Address
from dossier.model.codes import Code
from dossier.model.problem import Problems

_ELEMENTS = frozenset(
    (
        *("animate", "animatemotion", "animatetransform", "set"),
        *("applet", "embed", "fencedframe", "frame", "frameset", "iframe", "object", "portal"),
        *("base", "form", "link", "meta", "script", "style"),
    )
)
_LEADING = frozenset(["a", "area", "blockquote", "del", "ins", "q"])
"""Elements whose addresses are followed by readers only; those of all others are loaded."""
_SCHEMES = frozenset(["blob", "data", "file", "filesystem", "javascript", "vbscript", "view-source"])
_STYLE = re.compile(r"url\(|image-set\(|expression\(|@import|\\", re.IGNORECASE)
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\xad]")  # what browsers pass over in an address, and more


_HELP = "delete it; where all authors are trusted, `extra: {trusted_html: true}` in mkdocs.yml allows it"


def check_safety(text: InlineField, syntax: Syntax, problems: Problems) -> None:
    """Report each unsafe thing of a text where it was typed, or at its beginning where it is not found again."""
    for element in syntax.elements:
        for typed, reason in _unsafe(element):
            words = without_code(text.markdown)
            places = [
                token.start for token in syntax.tokens if isinstance(token, Address) and token.text == typed
            ]
            if not places:
                places = [match.start() for match in re.finditer(_pattern(typed), words, re.IGNORECASE)]
            for at in places or [0]:
                problems.add(text.place(at), Code.UNSAFE_HTML, reason, _HELP)


def _pattern(typed: str) -> str:
    return rf"\b{re.escape(typed)}\s*=" if typed.isalpha() else re.escape(typed)


def _unsafe(element: Element) -> Iterator[tuple[str, str]]:
    """What is unsafe in an element, as it is typed: `<` and its name, the name of an attribute, an address. And why."""
    if element.name in _ELEMENTS:
        yield f"<{element.name}", f"`<{element.name}>` can run scripts or load something from another site"
    for name, value in element.attributes:
        if name.startswith("on"):
            yield name, f"`{name}` runs a script"
        elif name in {"srcdoc", "ping"}:
            yield name, f"`{name}` can run scripts or load something from another site"
        elif name == "style" and _STYLE.search(value):
            yield name, "a style can load something from another site"
        elif name in ADDRESSES:
            for address in re.split(r",\s*", value) if name == "srcset" else [value]:
                if reason := _reason(address.split(" ")[0], loaded=element.name not in _LEADING):
                    yield address, reason


def _reason(address: str, *, loaded: bool) -> str:
    plain = _UNSEEN.sub("", address).replace("\\", "/").casefold()
    scheme = match[1] if (match := re.match(r"([a-z][a-z0-9+.-]*):", plain)) else ""
    if scheme in _SCHEMES:
        return (
            f"an address with `{scheme}:` runs or shows something of its own, or leads to the author's disk"
        )
    if loaded and (scheme or plain.startswith("//")):
        return "this is loaded from another site whenever the page is read"
    return ""
