"""Reads plain texts, as they are, and Markdown."""

from __future__ import annotations

from dossier.documents.decoding import decoded
from dossier.documents.document import DocumentText, lost_doubt, without_lost_characters
from dossier.documents.kinds import DocumentKind
from dossier.documents.pandoc import PandocText, as_document, extractor, to_text


def read(content: bytes, kind: DocumentKind, encoding: str | None) -> DocumentText:
    """The text; of a plain one no letter and no line changes, and form feeds in it are its pages."""
    text, name, doubts = decoded(content, encoding)
    if kind is DocumentKind.MARKDOWN:
        made: PandocText = to_text(text.encode(), "markdown-smart")
        return as_document(kind, made, f"{extractor()} ({name})", doubts)
    text, lost = without_lost_characters(text)
    return DocumentText(kind, text, f"its own text ({name})", doubts=(*doubts, *lost_doubt(lost)))
