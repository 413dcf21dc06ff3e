"""The timeline: what the claims date, year by year."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from dossier.model.analysis import TimelineEntry
from dossier.model.dossier import OutputFile
from dossier.render.catalog import Catalog
from dossier.render.view import View
from dossier.render.writing import Front, write_page

Year = tuple[str, tuple[TimelineEntry, ...]]


def pages(catalog: Catalog) -> Iterator[OutputFile]:
    """The one page."""
    front = Front("Timeline", "timeline", "What the sources date, year by year.", searchable=False)
    yield write_page(View(catalog, "timeline/"), front, "timeline.md", years=list(years(catalog)))


def years(catalog: Catalog) -> Iterator[Year]:
    """The entries under the year in which they begin; those without a beginning under the one in which they end."""

    def year(entry: TimelineEntry) -> str:
        return (entry.date.earliest or entry.date.latest or "")[:4]

    entries = sorted(catalog.dossier.analysis.timeline, key=lambda e: (year(e), e.date.order))
    for number, found in groupby(entries, key=year):
        yield number, tuple(found)
