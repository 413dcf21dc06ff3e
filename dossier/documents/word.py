"""Reads files of word processors (DOCX, ODT) and e-books (EPUB), which keep their pages only sometimes."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, replace

from dossier.documents.document import DocumentText, Metadata
from dossier.documents.kinds import DocumentKind
from dossier.documents.pandoc import PAGE_MARK, PandocText, as_document, extractor, to_text
from dossier.model.pages import PAGE_BREAK, PageNumbers
from dossier.model.usage_error import UsageError

_RENDERED = re.compile(r"<w:lastRenderedPageBreak\s*/>")
_HARD = re.compile(r'<w:br\b[^>]*w:type="page"[^>]*/>')
_WORD_MARK = f'<w:t xml:space="preserve">{PAGE_MARK}</w:t>'
_SOFT = re.compile(r"<text:soft-page-break\s*/>")
_COUNTED = re.compile(r"<Pages>(\d+)</Pages>|meta:page-count=\"(\d+)\"")


@dataclass(frozen=True, slots=True)
class _Format:
    """Where a file of a word processor has its text and its properties, and how it stores where pages end."""

    reader: str
    text: str
    counts: str
    properties: str
    breaks: tuple[re.Pattern[str], ...]
    mark: str


_DOCX = _Format(
    "docx", "word/document.xml", "docProps/app.xml", "docProps/core.xml", (_RENDERED, _HARD), _WORD_MARK
)
_ODT = _Format("odt", "content.xml", "meta.xml", "meta.xml", (_SOFT,), PAGE_MARK)


def read(content: bytes, kind: DocumentKind, _encoding: str | None) -> DocumentText:
    """The text, with pages where the file stores them and its own count agrees."""
    if kind is DocumentKind.EPUB:
        made = to_text(content, "epub")
        return as_document(kind, made, extractor(), _pages_doubt(made.text), _labels(made))
    form = _DOCX if kind is DocumentKind.DOCX else _ODT
    made = to_text(_with_marks(content, form), form.reader)
    made = replace(made, metadata=_metadata(made.metadata, _part(content, form.properties)))
    return as_document(kind, made, extractor(), _pages_doubt(made.text))


def _with_marks(content: bytes, form: _Format) -> bytes:
    """The file with a mark for each page break; as it is where the breaks are not those of as many pages."""
    main = _part(content, form.text)
    counted = _COUNTED.search(_part(content, form.counts))
    marked, found = next(
        (done for breaks in form.breaks if (done := breaks.subn(form.mark, main))[1]), (main, 0)
    )
    if counted is None or not found or found + 1 != int(counted[1] or counted[2]):
        return content
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            new.writestr(item, marked.encode() if item.filename == form.text else old.read(item))
    return made.getvalue()


def _part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if name not in archive.namelist():
            return ""
        try:
            return archive.read(name).decode()
        except UnicodeDecodeError as error:
            raise UsageError(f"{name} in this file is not UTF-8") from error


def _metadata(found: Metadata, core: str) -> Metadata:
    """What the text calls itself, else what the properties of the file say."""

    def field(tag: str) -> str:
        match = re.search(rf"<{tag}\b[^>]*>([^<]+)</{tag}>", core)
        return match[1].strip() if match else ""

    author = field("dc:creator") or field("meta:initial-creator")
    return Metadata(
        found.title or field("dc:title"),
        found.authors or ((author,) if author else ()),
        found.date,
        (field("dcterms:created") or field("meta:creation-date"))[:10],
        found.language or field("dc:language"),
    )


def _labels(made: PandocText) -> PageNumbers | None:
    """The labels of an e-book's pages; what is before the first mark has none."""
    if PAGE_BREAK not in made.text or not any(made.labels):
        return None
    return PageNumbers(labels=("", *made.labels))


def _pages_doubt(text: str) -> tuple[str, ...]:
    if PAGE_BREAK in text:
        return ("its pages are those that were last laid out; on another machine they may be others",)
    return ("this file does not store its pages; save it as PDF to keep them",)
