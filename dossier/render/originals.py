"""Where the words of a claim are in the original of its source, if that is online."""

from __future__ import annotations

import re

from dossier.leaves.text_fragment import text_fragment
from dossier.model.evidence import Anchor
from dossier.model.ids import SourceKey, WorkKey
from dossier.model.reading import ReadingText
from dossier.model.source import PDF
from dossier.render.view import View

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
    alone = (
        reading is None
        or anchor.prefix is None
        or sum(block.text.count(anchor.exact) for block in reading.blocks) <= 1
    )
    around = ("", "") if alone else _around(reading, anchor)
    over_blocks = len({span.block for span in anchor.spans}) > 1
    return bare + text_fragment(anchor.exact, *around, over_blocks=over_blocks)


def _around(reading: ReadingText | None, anchor: Anchor) -> tuple[str, str]:
    """What precedes and follows the words in their own blocks: a browser looks no further."""
    texts = {block.index: block.text for block in reading.blocks} if reading else {}
    first, last = anchor.spans[0], anchor.spans[-1]
    return texts.get(first.block, "")[: first.start], texts.get(last.block, "")[last.end :]
