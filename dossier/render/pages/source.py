"""Pages of sources: the text as a reading edition, every claim marked in it, and the index of sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from dossier.leaves import address
from dossier.model.dossier import OutputFile
from dossier.model.ids import ClaimId, SourceKey
from dossier.model.kinds import Publish
from dossier.model.reading import Block, Note, ReadingText, Where
from dossier.model.source import Source
from dossier.render.catalog import Catalog
from dossier.render.flow import Anchors, Flow, Part, arrange
from dossier.render.highlights import Highlights, highlight
from dossier.render.safe import safe
from dossier.render.view import View
from dossier.render.words import BlockWriter, References
from dossier.render.writing import Front, write_page

_MARKER = Markup(
    '<a class="marker" href="{}" data-claim="{}" title="{}" aria-label="Claim {}" data-search-exclude>{}</a>'
)


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
    references: References
    highlights: Highlights
    blocks: dict[int, Block]
    title: Markup | None
    numbers: Mapping[ClaimId, int]

    @property
    def headings(self) -> tuple[Part, ...]:
        """The headings of the flow, for the outline."""
        return tuple(part for part in self.flow if isinstance(part, Part) and part.shape == "heading")

    def claims_in(self, block: int) -> tuple[ClaimId, ...]:
        """The claims whose markers stand in a block, by number."""
        return tuple(sorted(self.highlights.ending_in(block), key=self.numbers.__getitem__))

    @property
    def strip(self) -> tuple[tuple[int, int], ...]:
        """The numbered paragraphs and items of the body, each with how many claims quote from it."""
        body = (block for block in self.blocks.values() if block.number is not None)
        return tuple((block.number or 0, len(self._quoting(block.index))) for block in body)

    def _quoting(self, block: int) -> frozenset[ClaimId]:
        return frozenset(
            p.claim for segment in self.highlights.segments.get(block, ()) for p in segment.pieces
        )

    def notes_in(self, block: int) -> tuple[Note, ...]:
        """The notes that a block refers to, in order."""
        labels = dict.fromkeys(run.note for run in self.blocks[block].runs if run.note)
        by_label = {note.label: note for note in self.notes}
        return tuple(by_label[label] for label in labels if label in by_label)


def pages(catalog: Catalog) -> Iterator[OutputFile]:
    """The index, one page a source, and the supplied text of those that are shown in full."""
    yield _index(catalog)
    keys = tuple(catalog.dossier.corpus.sources)
    for before, key, after in zip((None, *keys), keys, (*keys[1:], None), strict=False):
        source = catalog.dossier.corpus.sources[key]
        yield _page(catalog, source, before, after)
        if source.rights.publish is Publish.FULL and key in catalog.dossier.corpus.texts:
            text = catalog.dossier.corpus.texts[key]
            yield OutputFile(f"{address.page_of('source', key)}text.txt", text.encode())


def _index(catalog: Catalog) -> OutputFile:
    view = View(catalog, "sources/")
    front = Front("Sources", "index", "The texts this site is built on.")
    return write_page(view, front, "sources.md", sources=catalog.dossier.corpus.sources.values())


def _page(catalog: Catalog, source: Source, before: SourceKey | None, after: SourceKey | None) -> OutputFile:
    key = source.citation
    view = View(catalog, address.page_of("source", key))
    reading = catalog.dossier.readings.get(key)
    shown = reading if source.rights.publish is not Publish.WITHHELD else None
    front = Front(
        view.title(key),
        "source",
        f"{view.label(key)}: the text with every quoted passage marked.",
        record=record_of(source),
    )
    return write_page(
        view,
        front,
        "source.md",
        source=source,
        edition=_edition(view, source, shown) if shown else None,
        reading=shown,
        before=before,
        after=after,
    )


def record_of(source: Source) -> str:
    """The file in which a source's record stands."""
    return f"sources/{source.citation}/source.yml"


def _edition(view: View, source: Source, reading: ReadingText) -> Edition:
    catalog = view.catalog
    claims = catalog.by_source[source.citation]
    anchors = [(claim, anchor) for claim in claims if (anchor := catalog.evidence(claim).anchor)]
    references = References({note.label: note.number for note in reading.notes})
    writer = BlockWriter(
        highlight(reading.blocks, anchors),
        references,
        lambda claim: _marker(view, claim),
        catalog.dossier.corpus.texts.get(source.citation, ""),
    )
    html = {block.index: writer.html(block) for block in reading.blocks}
    flow = arrange(reading, Anchors(source.citation, {"title", "notes", "captions", "about-this-edition"}))
    titled = _is_title(flow, view.title(source.citation))
    return Edition(
        source=source.citation,
        flow=flow[1:] if titled else flow,
        captions=reading.in_part(Where.CAPTION),
        notes=reading.notes,
        html=html,
        references=references,
        highlights=writer.highlights,
        blocks={block.index: block for block in reading.blocks},
        title=html[flow[0].block.index] if titled and isinstance(flow[0], Part) else None,
        numbers=catalog.numbers,
    )


def _is_title(flow: Flow, title: str) -> bool:
    first = flow[0] if flow else None
    return (
        isinstance(first, Part)
        and first.shape == "heading"
        and first.block.text.casefold() == title.casefold()
    )


def _marker(view: View, claim: ClaimId) -> Markup:
    number = view.catalog.numbers[claim]
    return _MARKER.format(
        view.url("claim", claim), Markup(claim), safe(view.statement(claim)), number, number
    )
