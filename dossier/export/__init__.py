"""Writes the dossier as JSON for other programs: one module a file, all under `data/`.

Every file is a list. Absent values are null or empty lists, never missing; ids within a list of claims are sorted;
`url`s are relative to the site's root. How files reach the site is left to `site`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from dossier.cite import Citation
from dossier.export.claims import claim_records
from dossier.export.entities import entity_records
from dossier.export.layout import Json, as_lines
from dossier.export.questions import question_records
from dossier.export.sources import source_records
from dossier.export.timeline import timeline_records
from dossier.export.topics import topic_records
from dossier.export.works import work_records
from dossier.model.ids import WorkKey
from dossier.model.output import OutputFile
from dossier.model.public import Public

__all__ = ["export"]

_FILES: Mapping[str, Callable[[Public], Iterator[Json]]] = {
    "claims": claim_records,
    "entities": entity_records,
    "questions": question_records,
    "sources": source_records,
    "timeline": timeline_records,
    "topics": topic_records,
}


def export(dossier: Public, citations: Mapping[WorkKey, Citation]) -> tuple[OutputFile, ...]:
    """The files of `data/`, by name."""
    lists = {name: records(dossier) for name, records in _FILES.items()}
    lists["works"] = work_records(dossier, citations)
    return tuple(
        OutputFile.of_text(f"data/{name}.json", as_lines(records)) for name, records in lists.items()
    )
