"""Where the words of a claim are in the original of its source, if that is online."""

from __future__ import annotations

import re

from dossier.leaves.pieces import pieces_of
from dossier.leaves.text_fragment import text_fragment
from dossier.model.evidence import Anchor
from dossier.model.ids import SourceKey, WorkKey
from dossier.model.reading import ReadingText
from dossier.model.source import PDF
from dossier.render.view import View

_LEFT_OUT = " […] "
_WEB = re.compile(r"https?://", re.IGNORECASE)


def words_in_original(page: View, source: str, anchor: Anchor) -> str:
    """The address of the page of a PDF, or of the words on a page of the web; empty where the original is not online.

    The words around are given where the words are in the text more than once, and may be shown.
    """
    corpus = page.dossier.corpus
    original, work = corpus.sources[SourceKey(source)].original, corpus.works.get(WorkKey(source))
    url = (original and original.url) or (work.fields.get("url", "") if work else "")
    if not _WEB.match(url):
        return ""
    bare = url.partition("#")[0]
    is_pdf = original.media_type == PDF if original and original.url else bare.lower().endswith(".pdf")
    if is_pdf:
        return f"{bare}#page={anchor.locator.pages[0].number}" if anchor.locator.pages else url
    reading = page.dossier.readings.get(SourceKey(source))
    if reading is None or anchor.prefix is None:
        return bare + text_fragment(anchor.exact.split(_LEFT_OUT))
    pieces = [
        reading.blocks[span.block].text[span.start : span.end] for span in pieces_of(reading, anchor.spans)
    ]
    alone = sum(block.text.count(anchor.exact) for block in reading.blocks) <= 1
    return bare + text_fragment(pieces, *(("", "") if alone else _around(reading, anchor)))


def _around(reading: ReadingText, anchor: Anchor) -> tuple[str, str]:
    """What precedes and follows the words in their own blocks: a browser looks no further."""
    first, last = anchor.spans[0], anchor.spans[-1]
    return reading.blocks[first.block].text[: first.start], reading.blocks[last.block].text[last.end :]
