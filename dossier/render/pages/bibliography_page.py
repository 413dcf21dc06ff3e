"""The bibliography: our sources, and the works that they cite, each with the pages that cite it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.leaves.address import SitePage, work_id
from dossier.model.claim import Claim
from dossier.model.corpus import RecordRef
from dossier.model.ids import SourceKey, WorkKey
from dossier.model.kinds import RecordKind
from dossier.model.output import OutputFile
from dossier.render.catalog import Catalog
from dossier.render.view import View
from dossier.render.writing import Front, write_page


@dataclass(frozen=True, slots=True)
class Entry:
    """A work with its id on the page, the claims that rest on it through a source, the records whose text cites it."""

    key: WorkKey
    id: str
    claims: tuple[Claim, ...]
    cited_on: tuple[RecordRef, ...]
    cited_by: tuple[SourceKey, ...]


def pages(catalog: Catalog) -> Iterator[OutputFile]:
    """The one page."""
    view = View(catalog, SitePage.BIBLIOGRAPHY)
    front = Front(
        "Bibliography",
        "bibliography",
        "The sources of this site, and the works that they cite.",
        outline=True,
    )
    works = sorted(catalog.dossier.corpus.works, key=lambda key: (view.label(key).casefold(), key))
    entries = [_entry(catalog, key) for key in works]
    held = set(map(str, catalog.dossier.corpus.sources))
    ours = [entry for entry in entries if str(entry.key) in held]
    others = [entry for entry in entries if str(entry.key) not in held]
    yield write_page(view, front, "bibliography.md", ours=ours, others=others)


def _entry(catalog: Catalog, key: WorkKey) -> Entry:
    claims = catalog.resting_on(key)
    cited_on = dict.fromkeys(
        (
            *catalog.dossier.links.cited_on.get((RecordKind.WORK, key), ()),
            *catalog.dossier.links.cited_on.get((RecordKind.SOURCE, key), ()),
        )
    )
    shown = tuple(ref for ref in cited_on if ref[0] is not RecordKind.CLAIM)
    return Entry(key, work_id(key), claims, shown, catalog.sources_of(claims))
