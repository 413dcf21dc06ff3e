"""The page of changes: corrections, what was added, and what is called otherwise. What changed is left to `changes`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from dossier.leaves.address import SitePage
from dossier.leaves.changes import ChangeSort, changes
from dossier.model.output import OutputFile
from dossier.render.catalog import Catalog
from dossier.render.view import View
from dossier.render.writing import Front, write_page

_CORRECTIONS = (ChangeSort.REVISED, ChangeSort.WITHDRAWN)


def pages(catalog: Catalog) -> Iterator[OutputFile]:
    """The one page."""
    front = Front(
        "Changes", "index", "What was corrected, and what was added when, as the records say.", outline=True
    )
    view = View(catalog, SitePage.CHANGES)
    found = changes(catalog.dossier.corpus) if catalog.wants(view.address) else ()
    added = [change for change in found if change.sort is ChangeSort.ADDED]
    yield write_page(
        view,
        front,
        "changes.md",
        corrections=[change for change in found if change.sort in _CORRECTIONS],
        renamed=[change for change in found if change.sort is ChangeSort.RENAMED],
        added=[(day, list(on_day)) for day, on_day in groupby(added, key=lambda change: change.day)],
    )
