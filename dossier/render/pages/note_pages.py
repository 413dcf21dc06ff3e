"""Hand-written pages other than the home page: notes with their index, and the rest of `docs/`."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.leaves import address
from dossier.leaves.address import SitePage
from dossier.model.claim import Claim
from dossier.model.ids import ClaimId
from dossier.model.kinds import RecordKind
from dossier.model.links import Cite
from dossier.model.output import MadeFile, OutputFile
from dossier.model.page import HandPage
from dossier.render.catalog import Catalog
from dossier.render.citing import cite_page
from dossier.render.view import View
from dossier.render.writing import Front, write_page

HOME = "index.md"


def pages(catalog: Catalog) -> Iterator[MadeFile]:
    """The index of notes, and one page a file."""
    front = Front(
        "Notes", "index", "What the sources show together, in our words, every sentence with its source."
    )
    yield write_page(View(catalog, SitePage.NOTES), front, "notes.md")
    for path in catalog.dossier.corpus.pages:
        if path != HOME:
            yield from catalog.pages(_page, path)


def _page(catalog: Catalog, path: str) -> Iterator[OutputFile]:
    page = catalog.dossier.corpus.pages[path]
    view = View(catalog, address.page_of(RecordKind.PAGE, page.path))
    front = Front(
        page.title,
        "note" if page.is_note else "about",
        page.summary or "",
        outline=True,
        listed=page.withdrawn is None,
        record="" if page.default else f"docs/{page.path}",
        cite=cite_page(view, RecordKind.PAGE, page.path) if page.is_note else {},
        linked=catalog.linked.on_page(catalog.linked.note(page.path)) if page.is_note else {},
    )
    notes = catalog.notes
    at = notes.index(page) if page in notes else -1
    yield write_page(
        view,
        front,
        "note.md",
        note=page,
        claims=_cited(catalog, page),
        newer=notes[at - 1] if at > 0 else None,
        older=notes[at + 1] if 0 <= at < len(notes) - 1 else None,
    )


def _cited(catalog: Catalog, page: HandPage) -> tuple[Claim, ...]:
    """The claims that a page cites, in the order of the texts."""
    body = catalog.dossier.links.inline.get(((RecordKind.PAGE, page.path), "body"), ())
    cited = {ClaimId(part.id) for part in body if isinstance(part, Cite) and part.target is RecordKind.CLAIM}
    return catalog.claims(sorted(cited, key=catalog.place))
