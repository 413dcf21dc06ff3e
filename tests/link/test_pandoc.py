"""Pandoc as a second opinion: what is read as a citation here is one there, with the same words around it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Any

import pypandoc
import pytest

from dossier.link.rendered import Renderer
from dossier.link.syntax import read_syntax
from dossier.link.tokens import CitationToken, Cited
from dossier.model.links import CiteForm

FORMS = {
    "NormalCitation": CiteForm.GROUPED,
    "AuthorInText": CiteForm.IN_TEXT,
    "SuppressAuthor": CiteForm.WITHOUT_AUTHOR,
}
KEYS = ("a-b", "Doe2019", "x:y/z", "a.b", "_n", "é1", "1900", "{DBLP:conf/x}", "a+b", "n//m", "a--b", "a.")
BEFORE = ("", "see ", "see *also* ", "-", "compare, e.g., -", "(")
BEHIND = ("", ", p. 4", ", pp. 4–5 and 7", " p. 4", ": so", " [sic], p. 3", ", p. 4\\; x", "*x*")
SENTENCES = (
    *(f"[{before}@{key}{behind}]" for key, before, behind in product(KEYS[:3], BEFORE, BEHIND)),
    *(f"[@{key}; see @{key}, p. 1; -@{key}]" for key in KEYS),
    *(
        f"{before}@{key}{behind}"
        for key in KEYS
        for before in ("", "as ", "(", "-", "“")
        for behind in ("", " says", ", so", ")")
    ),
    *(
        f"@a-b{gap}[{inside}] says"
        for gap in ("", " ", "\n")
        for inside in ("p. 4", "pp. 1–2; see @c", "p. [4]")
    ),
    "user@example.org, mail@-home, a.@b and x@y",
    "`[@a]` and ``@b`` and \\@c",
    "[see\n@a,\np. 3]",
    "*[@a]* and **@b** and “[@c]”",
    "[@a] and [@c]; [@d].",
)


def text(inlines: list[Any]) -> str:
    """Words of pandoc's document as its reader typed them, as far as tests type them."""
    found = []
    for inline in inlines:
        match inline["t"]:
            case "Str":
                found.append(inline["c"].replace("\u00a0", " "))
            case "Space" | "SoftBreak":
                found.append(" ")
            case "Emph":
                found.append(f"*{text(inline['c'])}*")
            case other:
                raise AssertionError(other)
    return "".join(found)


def cited(node: object) -> Iterator[Cited]:
    """The citations of a node of pandoc's document."""
    if isinstance(node, dict) and node.get("t") == "Cite":
        for item in node["c"][0]:
            prefix, suffix = text(item["citationPrefix"]), text(item["citationSuffix"])
            yield Cited(item["citationId"], 0, FORMS[item["citationMode"]["t"]], prefix, suffix)
    elif isinstance(node, dict):
        yield from cited(node.get("c"))
    elif isinstance(node, list):
        for child in node:
            yield from cited(child)


@cache
def pandoc() -> tuple[tuple[Cited, ...], ...]:
    written = pypandoc.convert_text("\n\n".join(SENTENCES), "json", format="markdown-smart-example_lists")
    return tuple(tuple(cited(block)) for block in json.loads(written)["blocks"])


@pytest.mark.parametrize("number", range(len(SENTENCES)))
def test_citations_are_read_as_pandoc_reads_them(number: int) -> None:
    syntax = read_syntax(SENTENCES[number], Renderer())
    found = [item for token in syntax.tokens if isinstance(token, CitationToken) for item in token.items]
    assert syntax.slips == ()
    assert [without_place(item) for item in found] == [without_place(item) for item in pandoc()[number]]


def without_place(item: Cited) -> tuple[str, CiteForm, str, str]:
    """Pandoc gives a locator in brackets without the comma that is printed before it."""
    suffix = item.suffix.removeprefix(", ") if item.form is CiteForm.IN_TEXT else item.suffix
    return item.key, item.form, item.prefix, suffix
