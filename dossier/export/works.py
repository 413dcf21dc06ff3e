"""`works.json`: the bibliography as CSL-JSON, by key.

`custom.label` is what the sources print for a work, `custom.cited_by` the claims that a source cites it for (`via`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dossier.cite import Citation
from dossier.export.layout import Json
from dossier.model.ids import WorkKey
from dossier.model.public import Public


def work_records(dossier: Public, citations: Mapping[WorkKey, Citation]) -> Iterator[Json]:
    """One CSL item a work."""
    for key, work in sorted(dossier.corpus.works.items()):
        csl = citations[key].csl
        custom = {"label": work.label, "cited_by": sorted(dossier.links.via.get(key, ()))}
        yield {"id": key, **{field: csl[field] for field in sorted(csl) if field != "id"}, "custom": custom}
