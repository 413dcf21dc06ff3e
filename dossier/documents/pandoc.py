"""Documents without fixed pages to plain text, by pandoc. What pages and headings they have is marked on the way.

The marks are private characters, which `marks.lua` puts in and this module takes out again.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from dataclasses import dataclass
from importlib.resources import as_file, files

import pypandoc

from dossier.cite.pandoc import program
from dossier.documents.document import (
    DocumentText,
    HeadingLine,
    Metadata,
    joined_headings,
    lost_doubt,
    without_lost_characters,
)
from dossier.documents.kinds import DocumentKind
from dossier.model.pages import PAGE_BREAK, PageNumbers
from dossier.model.usage_error import UsageError

PAGE_MARK = "\ue00c"
"""Stands where a page begins."""
_LABEL = re.compile(f"{PAGE_MARK}\ue001(.*?)\ue002")
_HEADINGS = "\ue011\ue012\ue013\ue014\ue015\ue016"
_HEADING = re.compile(f"[{_HEADINGS}]")
_FIELD, _BODY = "\x1f", "\x1e"
_SECONDS = 120
_HEAP = "-M2g"


def extractor() -> str:
    """What takes the text out, with its version."""
    return f"pandoc {pypandoc.get_pandoc_version()}"


@dataclass(frozen=True, slots=True)
class PandocText:
    """A text with its headings; `labels` are what its page marks say, as many as it has pages but the first."""

    text: str
    headings: tuple[HeadingLine, ...]
    labels: tuple[str, ...]
    metadata: Metadata


def to_text(content: bytes, reader: str) -> PandocText:
    """The plain text of a document in a format of pandoc's; raises `UsageError` where pandoc cannot read it."""
    here = files("dossier.documents")
    with (
        as_file(here / "marks.lua") as marks,
        as_file(here / "text.template") as template,
        tempfile.TemporaryDirectory() as folder,
    ):
        # Memory is bounded, too: some Markdown takes gigabytes.
        limited = [program(), "+RTS", _HEAP, "-RTS"]
        command = [*limited, f"--from={reader}", "--to=plain", "--wrap=none", "--sandbox"]
        options = [f"--lua-filter={marks}", f"--template={template}"]
        try:
            done = subprocess.run(
                [*command, *options],
                input=content,
                capture_output=True,
                check=False,
                timeout=_SECONDS,
                cwd=folder,
            )
        except subprocess.TimeoutExpired as error:
            raise UsageError(f"pandoc has not read this file in {_SECONDS} seconds") from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise UsageError(f"pandoc cannot read this file: {said[:200]}")
    head, _, body = done.stdout.decode(errors="replace").replace("\r\n", "\n").partition(_BODY)
    title, authors, date, language = (" ".join(field.split()) for field in head.split(_FIELD))
    names = tuple(filter(None, (name.strip() for name in authors.split("\x1d"))))
    return _unmarked(body, Metadata(title, names, date, language=language))


def as_document(
    kind: DocumentKind,
    made: PandocText,
    extractor: str,
    doubts: tuple[str, ...],
    pages: PageNumbers | None = None,
) -> DocumentText:
    """The document of a text that pandoc made."""
    text, lost = without_lost_characters(made.text)
    told = (*doubts, *lost_doubt(lost))
    return DocumentText(
        kind, text, extractor, made.headings, pages=pages, metadata=made.metadata, doubts=told
    )


def _unmarked(body: str, metadata: Metadata) -> PandocText:
    """The text without marks: a page that begins inside a paragraph begins a line."""
    labels = tuple(_LABEL.findall(body))
    marked = _LABEL.sub(PAGE_MARK, body).strip("\n")
    lines: list[tuple[str, int]] = []
    for line in marked.split("\n"):
        mark = _HEADING.search(line)
        level = _HEADINGS.index(mark[0]) + 1 if mark else 0
        first, *others = _HEADING.sub("", line).split(PAGE_MARK)
        if first.strip() or not others:
            lines.append((first.rstrip(), level))
            level = level if not first.strip() else 0
        lines += [(PAGE_BREAK + other.lstrip(), level) for other in others]
    headings = joined_headings((number, level) for number, (_, level) in enumerate(lines, 1) if level)
    return PandocText("\n".join(line for line, _ in lines) + "\n", tuple(headings), labels, metadata)
