"""`timeline.json`: the dated moments in order. `url` leads to the event that labels a moment, else to its claim."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.export.layout import Json
from dossier.leaves.address import page_of_moment
from dossier.model.public import Public


def timeline_records(dossier: Public) -> Iterator[Json]:
    """One record a moment."""
    for entry in dossier.analysis.timeline:
        yield {
            "date": entry.date.edtf,
            "earliest": entry.date.earliest,
            "latest": entry.date.latest,
            "label": entry.label,
            "claims": sorted(entry.claims),
            "url": page_of_moment(entry),
        }
