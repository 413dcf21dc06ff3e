"""Pages at the addresses that records had before: each leads on to where its record is now."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.leaves import address
from dossier.leaves.changes import renamings
from dossier.model.kinds import RecordKind
from dossier.model.output import OutputFile
from dossier.render.catalog import Catalog
from dossier.render.view import View
from dossier.render.writing import Front, write_page


def pages(catalog: Catalog) -> Iterator[OutputFile]:
    """One page an address; works have none of their own, and keep their places in the bibliography."""
    site = View(catalog, "")
    for change in renamings(catalog.dossier.corpus):
        if before := _page_before(site, change.kind, change.was, change.id):
            view = View(catalog, before)
            front = Front(
                site.name(change.kind, change.id),
                "moved",
                listed=False,
                moved=view.url(change.kind, change.id),
            )
            yield write_page(view, front, "moved.md", change=change)


def _page_before(site: View, kind: RecordKind, old: str, new: str) -> str:
    match kind:
        case RecordKind.ENTITY:
            return f"{site.entity(new).kind.address}{old}/"
        case RecordKind.CLAIM | RecordKind.TOPIC | RecordKind.QUESTION | RecordKind.SOURCE:
            return address.page_of(kind, old)
        case RecordKind.WORK | RecordKind.PAGE:
            return ""
