"""What pictures call sources and dates: the same as the pages do."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.model.claim import Claim
from dossier.model.ids import EntityId, SourceKey, WorkKey
from dossier.model.public import Public


def source_label(dossier: Public, source: SourceKey) -> str:
    """What text calls a source: `Rain 2020`."""
    key = WorkKey(source)
    if found := dossier.citations.get(key):
        return found.short
    work = dossier.corpus.works.get(key)
    return work.label if work else source


def source_labels(dossier: Public, sources: Iterable[SourceKey]) -> str:
    """Several sources in one line."""
    return ", ".join(source_label(dossier, source) for source in sources)


def claims_about(dossier: Public, entity: EntityId) -> tuple[Claim, ...]:
    """The claims about an entity, and those that report its words."""
    found = dict.fromkeys((*dossier.links.about.get(entity, ()), *dossier.links.spoken.get(entity, ())))
    return tuple(dossier.corpus.claims[claim] for claim in found)
