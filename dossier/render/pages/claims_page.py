"""The index of claims: every source, section by section."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from dossier.leaves.address import SitePage
from dossier.model.claim import Claim
from dossier.model.ids import SourceKey
from dossier.model.output import OutputFile
from dossier.render.catalog import Catalog
from dossier.render.view import View
from dossier.render.writing import Front, write_page


def pages(catalog: Catalog) -> Iterator[OutputFile]:
    """The one page."""
    front = Front(
        "Claims",
        "index",
        "Every claim, source by source, in the order of the text.",
        outline=True,
        searchable=False,
    )
    sections = {key: list(_sections(catalog, key)) for key in catalog.dossier.corpus.sources}
    yield write_page(View(catalog, SitePage.CLAIMS), front, "claims.md", sections=sections)


def _sections(catalog: Catalog, source: SourceKey) -> Iterator[tuple[str, tuple[Claim, ...]]]:
    def section(claim: Claim) -> str:
        anchor = catalog.evidence(claim.id).anchor
        if anchor and anchor.locator.note is not None:
            return "Notes"
        return (anchor and anchor.locator.heading) or ""

    for heading, claims in groupby(catalog.claims(catalog.by_source[source]), key=section):
        yield heading, tuple(claims)
