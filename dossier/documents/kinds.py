"""Which sort of document some bytes are; what is none that can be read is refused with what to do."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from enum import StrEnum
from pathlib import PurePath

from dossier.leaves.encodings import likely_utf16
from dossier.model.usage_error import UsageError


class DocumentKind(StrEnum):
    """The sorts of document that can be read, by the end of their names."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    EPUB = "epub"
    HTML = "html"
    MARKDOWN = "md"
    TEXT = "txt"

    @property
    def media_type(self) -> str:
        """Its media type (RFC 6838)."""
        return _MEDIA_TYPES[self]


_MEDIA_TYPES = {
    DocumentKind.PDF: "application/pdf",
    DocumentKind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    DocumentKind.ODT: "application/vnd.oasis.opendocument.text",
    DocumentKind.EPUB: "application/epub+zip",
    DocumentKind.HTML: "text/html",
    DocumentKind.MARKDOWN: "text/markdown",
    DocumentKind.TEXT: "text/plain",
}
_PICTURE = "is a picture; recognize its text first, with OCRmyPDF for example, and add the PDF that it makes"
_REFUSED = (
    (b"\xd0\xcf\x11\xe0", "is a file of an older Word; save it as .docx and add that"),
    (b"{\\rtf", "is an RTF file; save it as .docx and add that"),
    (b"\x1f\x8b", "is a compressed file; unpack it"),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE),
)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article)\b", re.IGNORECASE)
_BEGINNING = 4_096
_LARGEST = 500_000_000
"""Bytes of an unpacked archive; a larger one is no document."""
_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\f\r\x1b"))
_CONTROLS_AT_MOST = 0.005


def kind_of(content: bytes, name: str) -> DocumentKind:
    """The sort of a document, by its bytes; Markdown by its name. Raises `UsageError` for any other file."""
    if not content.strip():
        raise UsageError(f"{name} is empty")
    beginning = content[:_BEGINNING]
    if b"%PDF-" in beginning[:1_024]:
        return DocumentKind.PDF
    if content.startswith(b"PK\3\4"):
        return _in_archive(content, name)
    for mark, why in _REFUSED:
        if content.startswith(mark):
            raise UsageError(f"{name} {why}")
    if _HTML.search(beginning):
        return DocumentKind.HTML
    is_markdown = PurePath(name).suffix.lower() in {".md", ".markdown"}
    if not likely_utf16(content):
        controls = len(content) - len(content.translate(None, _CONTROLS))
        if controls > len(content) * _CONTROLS_AT_MOST:
            raise UsageError(f"{name} is no text and no document that can be read")
    return DocumentKind.MARKDOWN if is_markdown else DocumentKind.TEXT


def _in_archive(content: bytes, name: str) -> DocumentKind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(file.file_size for file in archive.infolist()) > _LARGEST:
                raise UsageError(f"{name} holds more than {_LARGEST // 1_000_000} MB; it is no text")
            if archive.testzip() is not None:
                raise UsageError(f"{name} is broken")
            files = archive.namelist()
            declared = archive.read("mimetype").strip() if "mimetype" in files else b""
    except (
        zipfile.BadZipFile,
        RuntimeError,
        OSError,
        EOFError,
        NotImplementedError,
        ValueError,
        zlib.error,
    ) as error:
        raise UsageError(f"{name} is broken, or protected by a password: {error}") from error
    if "word/document.xml" in files:
        return DocumentKind.DOCX
    for kind in (DocumentKind.ODT, DocumentKind.EPUB):
        if declared == kind.media_type.encode():
            return kind
    raise UsageError(f"{name} is an archive, and no Word, OpenDocument or EPUB file; add what is in it")
