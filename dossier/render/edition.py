"""A source as its page shows it: blocks as HTML, notes, and what is beside each block.

What a page says around it is left to its template, which words are marked to `highlights`, their HTML to `words`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from dossier.leaves.markup import safe
from dossier.model.ids import ClaimId, SourceKey
from dossier.model.kinds import RecordKind
from dossier.model.pages import NO_PAGES, TextPages
from dossier.model.reading import Block, BlockKind, Note, ReadingText, Where
from dossier.model.source import Source
from dossier.render.block_html import BlockWriter, References
from dossier.render.flow import Anchors, Aside, Flow, FlowBlock, Gap, Listing, arrange
from dossier.render.highlights import highlight
from dossier.render.page_marks import page_marks
from dossier.render.view import View

_MARKER = Markup('<a class="marker" href="{}" data-claim="{}" data-number="{}"{} aria-label="Claim {}"></a>')
_WORDS = Markup(' data-words="{}"')
_LEFT_OUT = "[…]"
_RESERVED = {"title", "skip", "notes", "captions", "about-this-edition", "cite", "rights", "steps"}
_SIDE_NOTE = 80  # a side note of two lines is as high as about so many characters of the text


@dataclass(frozen=True, slots=True)
class SideNote:
    """What is in the margin beside a block: what a claim says, or a note. One of the two."""

    claim: ClaimId | None = None
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """What the template shows of a text. Blocks become HTML once, in reading order, so that references are numbered.

    `title` is the heading that the text opens with where it is the work's title; it heads the page and leaves the flow.
    """

    source: SourceKey
    flow: Flow
    captions: tuple[Block, ...]
    notes: tuple[Note, ...]
    html: dict[int, Markup]
    writer: BlockWriter
    blocks: Mapping[int, Block]
    title: Markup | None
    numbers: Mapping[ClaimId, int]
    pages: TextPages

    @property
    def headings(self) -> tuple[FlowBlock, ...]:
        """The headings of the flow, for the outline."""
        return tuple(part for part in self.flow if isinstance(part, FlowBlock) and part.shape == "heading")

    @property
    def references(self) -> References:
        """Where the text refers to each note."""
        return self.writer.references

    @property
    def first(self) -> str:
        """The anchor at which the text begins."""
        return next((anchor for part in self.flow for anchor in _anchors(part)), "title")

    def page_of(self, block: int) -> str:
        """The page with which a block begins, as citations name it; empty where there are no pages."""
        page = self.pages.at(self.blocks[block].start)
        return page.name if page else ""

    def plain(self, block: int) -> Markup:
        """The words of a block, for the margin."""
        return self.writer.plain(self.blocks[block])

    def beside(self, block: int) -> tuple[SideNote, ...]:
        """The claims whose markers are in a block and the notes that it refers to, in the order of the words.

        A heading has no margin: what belongs to it is beside the block that follows it.
        """
        before = self.blocks.get(block - 1)
        above = self.beside(block - 1) if before and before.kind is BlockKind.HEADING else ()
        by_label = {note.label: note for note in self.notes}
        found: dict[SideNote, tuple[int, int]] = {}
        for offset, run in self.blocks[block].placed():
            if run.note in by_label and not self._is_hidden(by_label[run.note]):
                found.setdefault(SideNote(note=by_label[run.note]), (offset, 0))
        for (at, offset), claims in self.writer.highlights.ends.items():
            if at == block:
                found |= {SideNote(claim): (offset, self.numbers[claim]) for claim in claims}
        return above + tuple(sorted(found, key=found.__getitem__))

    def _is_hidden(self, note: Note) -> bool:
        return all(self.blocks[index].is_omitted for index in note.blocks)

    def is_dense(self, block: int) -> bool:
        """Whether the side notes of a block, two lines each, are higher than its text."""
        return len(self.beside(block)) * _SIDE_NOTE > len(self.blocks[block].text)


def edition(view: View, source: Source, reading: ReadingText) -> Edition:
    """A source as it is shown: every block written, quotations highlighted, headings with their anchors."""
    catalog = view.catalog
    claims = catalog.by_source[source.citation]
    text = catalog.dossier.corpus.texts.get(source.citation)
    pages = source.pages_of(text) if text is not None else NO_PAGES
    anchors = [(claim, anchor) for claim in claims if (anchor := catalog.evidence(claim).anchor)]
    writer = BlockWriter(
        highlight(reading.blocks, anchors),
        References({note.label: note.number for note in reading.notes}),
        lambda claim: marker(view, claim),
        catalog.other_languages[source.citation],
        text or "",
        {claim: catalog.dossier.corpus.claims[claim].formerly for claim in claims},
        page_marks(reading, pages),
    )
    html = {block.index: writer.html(block) for block in reading.blocks}
    flow = arrange(reading, Anchors(source.citation, set(_RESERVED)))
    titled = _is_title(flow, view.title(source.citation))
    return Edition(
        source=source.citation,
        flow=flow[1:] if titled else flow,
        captions=tuple(block for block in reading.in_part(Where.CAPTION) if not block.is_omitted),
        notes=reading.notes,
        html=html,
        writer=writer,
        blocks=reading.by_index,
        title=html[flow[0].block.index] if titled and isinstance(flow[0], FlowBlock) else None,
        numbers=catalog.numbers,
        pages=pages,
    )


def _anchors(part: FlowBlock | Listing | Aside | Gap) -> tuple[str, ...]:
    match part:
        case FlowBlock(id=anchor):
            return (anchor,) if anchor else ()
        case Listing(items=items):
            return (items[0].part.id,)
        case Gap(ids=ids):
            return ids[:1]
        case _:
            return ()


def _is_title(flow: Flow, title: str) -> bool:
    first = flow[0] if flow else None
    return (
        isinstance(first, FlowBlock)
        and first.shape == "heading"
        and first.block.text.casefold() == title.casefold()
    )


def marker(view: View, claim: ClaimId) -> Markup:
    """The link from quoted words to a claim. It holds no text: its number is drawn, neither copied nor searched.

    Where the quotation leaves words out, it has it whole: its pieces on the page do not show that something is missing.
    """
    number, quoted = view.catalog.numbers[claim], view.quoted(claim)
    words = _WORDS.format(safe(quoted)) if _LEFT_OUT in quoted else ""
    return _MARKER.format(view.url(RecordKind.CLAIM, claim), Markup(claim), number, words, number)
