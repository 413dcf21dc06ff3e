"""Reads web pages: the article is found by trafilatura and read by pandoc, without what a site prints around it."""

from __future__ import annotations

import logging
import re
from dataclasses import replace

from dossier.documents.decoding import decoded
from dossier.documents.document import DocumentText, Metadata
from dossier.documents.kinds import DocumentKind
from dossier.documents.pandoc import as_document, extractor, to_text
from dossier.model.usage_error import UsageError

_LANGUAGE = re.compile(r"""<html\b[^>]*\blang=["']?([A-Za-z-]+)""", re.IGNORECASE)
_TAG = re.compile("<[^>]*>")
_LEAST_LETTERS = 100
_NOTES = re.compile(r"""role=["']doc-noteref|class=["'][^"']*(?:footnote-ref|reference)\b""", re.IGNORECASE)


def read(content: bytes, kind: DocumentKind, encoding: str | None) -> DocumentText:
    """The article of the page; raises `UsageError` where there is none."""
    import trafilatura  # noqa: PLC0415 - it is of the extra `import`
    from lxml.etree import LxmlError  # noqa: PLC0415

    from dossier.documents.article import article_of  # noqa: PLC0415

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    html, name, doubts = decoded(content, encoding)
    try:
        article = trafilatura.extract(
            html, output_format="html", include_comments=False, include_tables=True, include_formatting=False
        )
        said = trafilatura.extract_metadata(html, extensive=False)  # else years in its words become its date
    except (LxmlError, ValueError, RecursionError) as error:
        raise UsageError(f"this web page cannot be read: {error}") from error
    if not article or sum(map(str.isalpha, _TAG.sub("", article))) < _LEAST_LETTERS:
        raise UsageError(
            "no article was found in this web page; save what you want to quote as plain text, and add that"
        )
    language = _LANGUAGE.search(html)
    whole = article_of(html, article)
    made = to_text((whole[0] if whole else article).encode(), "html")
    metadata = Metadata(
        title=said.title or "",
        authors=tuple(name.strip() for name in (said.author or "").split(";") if name.strip()),
        date=said.date or "",
        language=language[1] if language else "",
        url=said.url or "",
        site=said.sitename or "",
    )
    lost: tuple[str, ...] = ()
    if _NOTES.search(html) and not (whole and whole[1]):
        lost = ("its references to notes were not kept; copy the notes that you need by hand",)
    return as_document(
        kind, replace(made, metadata=metadata), f"trafilatura and {extractor()} ({name})", (*doubts, *lost)
    )
