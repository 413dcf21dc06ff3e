"""Pandoc's document tree to one piece of safe inline HTML a work: only what is named here comes through."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from dossier.cite.stand_ins import TITLE_BEGINS, TITLE_ENDS, uncover
from dossier.leaves import markup
from dossier.model.ids import WorkKey
from dossier.model.work import Work

_ELEMENTS = {"Emph": "em", "Strong": "strong", "Subscript": "sub", "Superscript": "sup"}
_GROUPS = frozenset({"SmallCaps", "Strikeout", "Underline"})
_QUOTES = {"SingleQuote": "‘’", "DoubleQuote": "“”"}
_WEB = re.compile(r"https?://", re.IGNORECASE)
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_DOUBLE_STOP = re.compile(rf"([؟?!….]{TITLE_ENDS})(?:\.|&#46;)")


def as_entries(document: Mapping[str, Any], works: Mapping[WorkKey, Work]) -> dict[WorkKey, str]:
    """The printed entries by work; one that the style leaves out is absent or empty."""
    entries = {}
    for identifier, blocks in _references(document["blocks"]):
        key = WorkKey(identifier)
        printed = "".join(_inlines(block["c"]) for block in blocks if block["t"] in {"Para", "Plain"})
        entries[key] = _with_language(printed.strip(), works[key].language)
    return entries


def _references(blocks: list[dict[str, Any]]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    for block in blocks:
        if block["t"] == "Div":
            (identifier, _, _), children = block["c"]
            if identifier.startswith("ref-"):
                yield identifier.removeprefix("ref-"), children
            else:
                yield from _references(children)


def _inlines(inlines: list[dict[str, Any]]) -> str:
    return "".join(_inline(inline["t"], inline.get("c")) for inline in inlines)


def _inline(kind: str, content: Any) -> str:  # noqa: ANN401 - pandoc's tree
    match kind:
        case "Str":
            return markup.text(uncover(content))
        case "Space" | "SoftBreak" | "LineBreak":
            return " "
        case "Span":
            return _inlines(content[1])
        case "Quoted":
            quotes = _QUOTES[content[0]["t"]]
            return f"{quotes[0]}{_inlines(content[1])}{quotes[1]}"
        case "Link":
            return _link(_inlines(content[1]), content[2][0])
        case _ if kind in _ELEMENTS:
            return f"<{_ELEMENTS[kind]}>{_inlines(content)}</{_ELEMENTS[kind]}>"
        case _ if kind in _GROUPS:
            return _inlines(content)
        case _:
            return ""


def _link(words: str, address: str) -> str:
    if not _WEB.match(address):
        return words
    return f'<a href="{markup.text(uncover(address))}">{words}</a>'


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
