"""Documents to texts: what a PDF, a Word file or a web page says, with what it knows of its own headings and pages.

`kinds` knows which sort of document some bytes are, `pdf` lays out pages, `pandoc` reads formats that have no pages of
their own, `word`, `web_page` and `plain_text` what is before or beside it. Nothing of this is needed to build a site:
its libraries are the extra `import`. What becomes of a text as a source is left to `commands`.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from dossier.documents.document import DocumentText
from dossier.documents.kinds import DocumentKind, kind_of
from dossier.documents.languages import UNKNOWN, language_of_text
from dossier.model.usage_error import UsageError

__all__ = [
    "UNKNOWN",
    "DocumentKind",
    "DocumentText",
    "language_of_text",
    "refuse_without_libraries",
    "take_text",
]

_READERS = {
    DocumentKind.PDF: "pdf",
    DocumentKind.DOCX: "word",
    DocumentKind.ODT: "word",
    DocumentKind.EPUB: "word",
    DocumentKind.HTML: "web_page",
    DocumentKind.MARKDOWN: "plain_text",
    DocumentKind.TEXT: "plain_text",
}
_LIBRARIES = ("charset_normalizer", "pypdfium2", "trafilatura")


def take_text(content: bytes, name: str, encoding: str | None = None) -> DocumentText:
    """The text of a document, known by its bytes and by its name; `encoding` is that of a text whose bytes do not say.

    Raises `UsageError` where nothing can be read in it: a scan, a document behind a password, a broken file.
    """
    kind = kind_of(content, name)
    refuse_without_libraries()
    read = import_module(f"dossier.documents.{_READERS[kind]}").read
    document: DocumentText = read(content, kind, encoding)
    if not any(char.isalpha() for char in document.text):
        raise UsageError(f"there is no text in {name}")
    return document


def refuse_without_libraries() -> None:
    """Raise `UsageError` where the extra `import` is not installed."""
    if missing := [library for library in _LIBRARIES if find_spec(library) is None]:
        raise UsageError(
            f"documents are read with {', '.join(missing)}, which is not installed here; install it: "
            '`python -m pip install "dossier-notes[import]"`, or in a checkout '
            "`python -m pip install --require-hashes -r requirements/import.txt`"
        )
