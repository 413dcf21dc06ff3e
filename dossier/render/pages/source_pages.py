"""Pages of sources: the text as a reading edition, every claim marked in it, and the index of sources."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.leaves import address
from dossier.leaves.address import SitePage
from dossier.model.ids import SourceKey
from dossier.model.kinds import Publish, RecordKind
from dossier.model.output import MadeFile, OutputFile
from dossier.model.source import Source
from dossier.render.catalog import Catalog
from dossier.render.citing import cite_source
from dossier.render.edition import edition, marker
from dossier.render.further_pages import further_pages
from dossier.render.paging import EntryKind, PageList, paged
from dossier.render.view import View
from dossier.render.writing import Front, write_page


def pages(catalog: Catalog) -> Iterator[MadeFile]:
    """The index, one page a source, and the supplied text of those that are shown in full."""
    yield from _index(catalog)
    keys = tuple(catalog.dossier.corpus.sources)
    for before, key, after in zip((None, *keys), keys, (*keys[1:], None), strict=False):
        source = catalog.dossier.corpus.sources[key]
        if catalog.wants(address.page_of(RecordKind.SOURCE, key)):
            yield from catalog.pages(_page, key, before, after)
        if source.rights.publish is Publish.FULL and key in catalog.dossier.corpus.texts:
            text = catalog.dossier.corpus.texts[key]
            yield OutputFile(f"{address.page_of(RecordKind.SOURCE, key)}text.txt", text.encode())


def _index(catalog: Catalog) -> Iterator[OutputFile]:
    view = View(catalog, SitePage.SOURCES)
    front = Front("Sources", "index", "The texts this site is built on.")
    sources = tuple(catalog.dossier.corpus.sources.values())
    lists = paged(view.address, [PageList("texts", "", EntryKind.SOURCE, sources)], catalog.room)
    yield write_page(view, front, "sources.md", lists=lists.of(""), number=len(sources))
    yield from further_pages(catalog, lists.further, front, [])


def _page(
    catalog: Catalog, key: SourceKey, before: SourceKey | None, after: SourceKey | None
) -> Iterator[OutputFile]:
    source = catalog.dossier.corpus.sources[key]
    view = View(catalog, address.page_of(RecordKind.SOURCE, key))
    reading = catalog.dossier.readings.get(key)
    shown = reading if source.rights.publish is not Publish.WITHHELD else None
    front = Front(
        view.title(key),
        "source",
        f"{view.label(key)}: the text with every quoted passage marked.",
        record=record_of(source),
        cite=cite_source(view, key),
        linked=catalog.linked.on_page(catalog.linked.source(key)),
    )
    yield write_page(
        view,
        front,
        "source.md",
        source=source,
        edition=edition(view, source, shown) if shown else None,
        reading=shown,
        marker=marker,
        before=before,
        after=after,
    )


def record_of(source: Source) -> str:
    """The file that holds a source's record."""
    return f"sources/{source.citation}/source.yml"
