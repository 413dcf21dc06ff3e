"""Pandoc's document tree to one piece of safe inline HTML a work: only what is named here comes through."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from dossier.cite.stand_ins import TITLE_BEGINS, TITLE_ENDS, uncover
from dossier.leaves import markup
from dossier.leaves.arabic import within

_ELEMENTS = {"Emph": "em", "Strong": "strong", "Subscript": "sub", "Superscript": "sup"}
_GROUPS = frozenset({"SmallCaps", "Strikeout", "Underline"})
_QUOTES = {"SingleQuote": "‘’", "DoubleQuote": "“”"}
_WEB = re.compile(r"https?://", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S*[^\s.,;:!?()\[\]\"'“”‘’]", re.IGNORECASE)
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_DOUBLE_STOP = re.compile(rf"([؟?!….]{TITLE_ENDS})(?:\.|&#46;)")


def as_entries(document: Mapping[str, Any], languages: Mapping[str, str | None]) -> dict[str, str]:
    """The printed entries by id of their items, with the languages of some; one that the style leaves out is absent."""
    entries = {}
    for identifier, blocks in _references(document["blocks"]):
        printed = "".join(_inlines(block["c"]) for block in blocks if block["t"] in {"Para", "Plain"})
        entries[identifier] = within(_with_language(printed.strip(), languages.get(identifier)))
    return entries


def _references(blocks: list[dict[str, Any]]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    for block in blocks:
        if block["t"] == "Div":
            (identifier, _, _), children = block["c"]
            if identifier.startswith("ref-"):
                yield identifier.removeprefix("ref-"), children
            else:
                yield from _references(children)


def _inlines(inlines: list[dict[str, Any]], *, linked: bool = False) -> str:
    """Inline HTML; addresses among the words become links, where the words are not `linked` already."""
    return "".join(_inline(inline["t"], inline.get("c"), linked=linked) for inline in inlines)


def _inline(kind: str, content: Any, *, linked: bool) -> str:  # noqa: ANN401 - pandoc's tree
    match kind:
        case "Str":
            return markup.text(uncover(content)) if linked else _with_link(uncover(content))
        case "Space" | "SoftBreak" | "LineBreak":
            return " "
        case "Span":
            is_number = "csl-left-margin" in content[0][1]  # of a style that counts its entries
            return "" if is_number else _inlines(content[1], linked=linked)
        case "Quoted":
            quotes = _QUOTES[content[0]["t"]]
            return f"{quotes[0]}{_inlines(content[1], linked=linked)}{quotes[1]}"
        case "Link":
            return _link(_inlines(content[1], linked=True), uncover(content[2][0]))
        case _ if kind in _ELEMENTS:
            return f"<{_ELEMENTS[kind]}>{_inlines(content, linked=linked)}</{_ELEMENTS[kind]}>"
        case _ if kind in _GROUPS:
            return _inlines(content, linked=linked)
        case _:
            return ""


def _with_link(text: str) -> str:
    if (found := _ADDRESS.search(text)) is None:
        return markup.text(text)
    address = _link(markup.text(found[0]), found[0])
    return f"{markup.text(text[: found.start()])}{address}{markup.text(text[found.end() :])}"


def _link(words: str, address: str) -> str:
    if not _WEB.match(address):
        return words
    return f'<a href="{markup.text(address)}">{words}</a>'


def _with_language(printed: str, language: str | None) -> str:
    """Marks the title in another language, and takes out the full stop that the style adds to its question mark."""
    if language is None:
        return printed
    tag = markup.text(language)
    right_to_left = language.partition("-")[0] in _RIGHT_TO_LEFT
    begins, ends = (
        (f'<bdi lang="{tag}" dir="rtl">', "</bdi>") if right_to_left else (f'<span lang="{tag}">', "</span>")
    )
    return _DOUBLE_STOP.sub(r"\1", printed).replace(TITLE_BEGINS, begins).replace(TITLE_ENDS, ends)
