"""Where the pages of a source begin on its own page. How a mark looks is left to the style sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from dossier.leaves import address
from dossier.leaves.markup import safe
from dossier.model.pages import Page, TextPages
from dossier.model.reading import Block, ReadingText, RunKind, Where

_MARK = Markup(
    '<span class="page-mark" id="{}" role="doc-pagebreak" aria-label="{}" title="{}" data-page="{}"></span>'
)

PageMarks = Mapping[int, Mapping[int, tuple[Page, ...]]]
"""The pages that begin in a block, by its index, at offsets of its text."""


def page_marks(reading: ReadingText, pages: TextPages) -> PageMarks:
    """Each page once, where the flow first has words of it; a page that holds only notes or captions has no mark."""
    seen: set[int] = set()
    marks: dict[int, dict[int, tuple[Page, ...]]] = {}
    for block in reading.blocks:
        if block.where not in {Where.BODY, Where.ASIDE} or block.is_omitted:
            continue
        for offset, page in _pages_in(block, pages):
            if page.number not in seen:
                seen.add(page.number)
                at = marks.setdefault(block.index, {})
                at[offset] = (*at.get(offset, ()), page)
    return marks


def _pages_in(block: Block, pages: TextPages) -> Iterator[tuple[int, Page]]:
    """The page with which a block begins, and those that begin in it."""
    for offset, run in block.placed():
        if run.kind is RunKind.OMITTED:
            continue
        if page := pages.at(run.start):
            yield offset, page
        for begin, page in pages.begun_in(run.start + 1, run.end):
            inside = begin - run.start if run.kind is RunKind.TEXT else len(run.text)
            yield offset + inside, page


def page_mark(page: Page) -> Markup:
    """The mark of a page. It holds no text: what it says is drawn, neither copied nor searched."""
    name = safe(page.name)
    return _MARK.format(Markup(address.page_id(page.number)), name, safe(page.title), name)
