"""The bibliography: our sources, and the works that they cite, each with the pages that cite it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from dossier.leaves import address
from dossier.leaves.address import SitePage, work_id
from dossier.model.corpus import RecordRef
from dossier.model.ids import WorkKey
from dossier.model.kinds import RecordKind
from dossier.model.output import MadeFile, OutputFile
from dossier.render.catalog import Catalog
from dossier.render.further_pages import further_pages
from dossier.render.paging import EntryKind, FurtherPage, PageList, fits, further_of, listed_at, shortened
from dossier.render.view import View
from dossier.render.writing import Front, write_page


@dataclass(frozen=True, slots=True)
class Entry:
    """A work with its id on the page, the claims that rest on it through a source, the records whose text cites it.

    `former`: the ids that its earlier keys had. `further`: pages with all these claims, if the bibliography shows the
    first alone.
    """

    key: WorkKey
    id: str
    claims: PageList
    cited_on: tuple[RecordRef, ...]
    former: tuple[str, ...]
    further: tuple[FurtherPage, ...]


def pages(catalog: Catalog) -> Iterator[MadeFile]:
    """The page, and those that go on with it."""
    yield from catalog.pages(_pages)


def _pages(catalog: Catalog) -> Iterator[OutputFile]:
    view = View(catalog, SitePage.BIBLIOGRAPHY)
    front = Front(
        "Bibliography",
        "bibliography",
        "The sources of this site, and the works that they cite.",
        outline=True,
    )
    works = sorted(catalog.dossier.corpus.works, key=lambda key: (view.label(key).casefold(), key))
    entries = [_entry(view, key) for key in works]
    held = set(map(str, catalog.dossier.corpus.sources))
    ours = tuple(entry for entry in entries if str(entry.key) in held)
    others = tuple(entry for entry in entries if str(entry.key) not in held)
    found = [
        PageList(Markup("ours--"), "Our sources", EntryKind.BIBLIOGRAPHY, ours),
        PageList(Markup("cited--"), "Works that they cite", EntryKind.BIBLIOGRAPHY, others),
    ]
    further = () if fits(found, catalog.room) else tuple(further_of(view.address, found, catalog.room))
    whole = {entry.id: page.address for page in further for works in page.lists for entry in works.entries}
    yield write_page(view, front, "bibliography.md", ours=ours, others=others, whole=whole)
    yield from further_pages(catalog, further, front, [])
    for entry in entries:
        yield from further_pages(catalog, entry.further, front, [])


def _entry(view: View, key: WorkKey) -> Entry:
    catalog = view.catalog
    mentions = (*view.cited_on(RecordKind.WORK, key), *view.cited_on(RecordKind.SOURCE, key))
    cited_on = tuple(dict.fromkeys(mentions))
    former = tuple(map(work_id, catalog.dossier.corpus.works[key].formerly))
    claims = PageList("claims", view.label(key), EntryKind.STATEMENT, catalog.resting_on(key))
    if claims.room <= catalog.room // 10:
        return Entry(key, work_id(key), claims, cited_on, former, ())
    base = address.by(view.address, work_id(key))
    further = tuple(listed_at(view.address, base, view.label(key), [claims], catalog.room))
    return Entry(key, work_id(key), shortened(claims, 5, base), cited_on, former, further)
