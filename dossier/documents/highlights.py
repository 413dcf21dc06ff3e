"""Highlights that people made while reading: of a PDF, of Hypothes.is, in Markdown, and clippings of e-readers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dossier.documents.decoding import decoded
from dossier.model.usage_error import UsageError

_LEAST_LETTERS = 12
"""A quotation in Markdown has at least so many letters; a shorter one may be anything."""
_ZOTERO = re.compile(
    r"\s*(?:[-*>]\s*)?(?:<mark[^>]*>)?[“\"](?P<quote>.+?)[”\"](?:</mark>)?\s*(?P<rest>\(\[.*)"
)
_QUOTED = re.compile(r"\s*(?:[-*]\s+)?[“«](?P<quote>.+)[”»]\s*(?P<rest>.*)")
_LINK = re.compile(r"\(?\[[^\[\]]*\]\([^()]*\)\)?")
_PAGE = re.compile(r"[?&]page=(\d+)")
_CLIPPING = "=========="


@dataclass(frozen=True, slots=True)
class Highlight:
    """Highlighted words, what was noted on them, the page of the file (from 1) and the words around, where known."""

    quote: str
    comment: str = ""
    page: int | None = None
    prefix: str = ""
    suffix: str = ""


def read_highlights(content: bytes, name: str) -> tuple[Highlight, ...]:
    """The highlights of a file, by its bytes; raises `UsageError` where it is broken or holds none."""
    if b"%PDF-" in content[:1_024]:
        from dossier.documents.pdf.annotations import annotated  # noqa: PLC0415 - it is of the extra `import`

        found = annotated(content)
    else:
        text, _, _ = decoded(content, None)
        found = tuple(_of_text(text, name))
    if not found:
        raise UsageError(
            f"there are no highlights in {name}: a PDF has them as annotations, Hypothes.is exports JSON, "
            "and in Markdown they are lines that begin with `>` or are in quotation marks"
        )
    return found


def _of_text(text: str, name: str) -> Iterator[Highlight]:
    if text.lstrip()[:1] in {"[", "{"}:
        try:
            rows = json.loads(text)
        except (json.JSONDecodeError, RecursionError) as error:
            raise UsageError(f"{name} is no JSON that can be read: {error}") from error
        yield from _of_hypothesis(rows)
    elif _CLIPPING in text:
        yield from _of_clippings(text)
    else:
        yield from _of_markdown(text)


def _of_hypothesis(rows: Any) -> Iterator[Highlight]:  # noqa: ANN401 - JSON
    """Annotations of the W3C's model, as the API and exports of Hypothes.is have them."""
    if isinstance(rows, Mapping):
        rows = rows.get("rows") or rows.get("annotations") or [rows]
    for row in rows if isinstance(rows, list) else ():
        targets = row.get("target") if isinstance(row, Mapping) else None
        for target in targets if isinstance(targets, list) else [targets]:
            selectors = target.get("selector") if isinstance(target, Mapping) else None
            for selector in selectors if isinstance(selectors, list) else [selectors]:
                if isinstance(selector, Mapping) and selector.get("type") == "TextQuoteSelector":
                    words = (
                        selector.get("exact"),
                        row.get("text"),
                        selector.get("prefix"),
                        selector.get("suffix"),
                    )
                    exact, comment, prefix, suffix = (" ".join(str(word or "").split()) for word in words)
                    if exact:
                        yield Highlight(exact, comment, None, prefix, suffix)


def _of_clippings(text: str) -> Iterator[Highlight]:
    """The clippings of an e-reader: title, kind and place, an empty line, the words."""
    for clipping in text.replace("\r\n", "\n").split(_CLIPPING):
        lines = clipping.strip("\ufeff\n").split("\n")
        words = " ".join(" ".join(lines[2:]).split())
        if words:
            page = re.search(r"\b(?:page|p\.|Seite|página)\s*(\d+)", lines[1])
            yield Highlight(words, page=int(page[1]) if page else None)


def _of_markdown(text: str) -> Iterator[Highlight]:
    """Block quotes and lines in quotation marks; what follows on the line is the comment, without links."""
    block: list[str] = []
    for line in [*text.split("\n"), ""]:
        if line.lstrip().startswith(">") and not _ZOTERO.match(line):
            block.append(line.lstrip().lstrip("> ").strip())
            continue
        if len(words := " ".join(filter(None, block))) >= _LEAST_LETTERS:
            yield Highlight(words)
        block = []
        if (match := _ZOTERO.match(line) or _QUOTED.match(line)) and len(match["quote"]) >= _LEAST_LETTERS:
            page = _PAGE.search(match["rest"])
            comment = " ".join(_LINK.sub("", match["rest"]).split())
            yield Highlight(match["quote"].strip(), comment, int(page[1]) if page else None)
