"""The index of claims: every source, section by section."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from dossier.leaves import address
from dossier.leaves.address import SitePage
from dossier.model.claim import Claim
from dossier.model.ids import SourceKey
from dossier.model.output import MadeFile, OutputFile
from dossier.render.catalog import Catalog
from dossier.render.further_pages import further_pages
from dossier.render.paging import EntryKind, PageList, listed_at
from dossier.render.view import View
from dossier.render.writing import Front, write_page


def pages(catalog: Catalog) -> Iterator[MadeFile]:
    """The index, and where it would outgrow a page, pages for each source."""
    view = View(catalog, SitePage.CLAIMS)
    front = Front("Claims", "index", "Every claim, source by source, in the order of the text.", outline=True)
    sources = {key: list(_sections(catalog, key)) for key in catalog.dossier.corpus.sources}
    whole = sum(section.room for sections in sources.values() for section in sections) <= catalog.room
    further = {} if whole else {key: address.by(SitePage.CLAIMS, key) for key in sources}
    yield write_page(view, front, "claims.md", sections=sources, further=further)
    for key in further:
        yield from catalog.pages(_of_source, key, front)


def _of_source(catalog: Catalog, key: SourceKey, front: Front) -> Iterator[OutputFile]:
    """The pages of a source's claims, behind the index."""
    base, name = address.by(SitePage.CLAIMS, key), View(catalog, SitePage.CLAIMS).label(key)
    listed = listed_at(SitePage.CLAIMS, base, name, _sections(catalog, key), catalog.room)
    yield from further_pages(catalog, tuple(listed), front, [])


def _sections(catalog: Catalog, source: SourceKey) -> Iterator[PageList]:
    """The claims of a source under the headings of its text."""

    def heading(claim: Claim) -> str:
        anchor = catalog.evidence(claim.id).anchor
        if anchor and anchor.locator.note is not None:
            return "Notes"
        return (anchor and anchor.locator.heading) or ""

    parts = groupby(catalog.claims(catalog.by_source[source]), key=heading)
    for number, (words, claims) in enumerate(parts, 1):
        yield PageList(f"section--{number}", words, EntryKind.NUMBERED, tuple(claims), by=source)
