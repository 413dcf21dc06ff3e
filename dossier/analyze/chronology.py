"""Orders dated claims in time.

Claims with the same date in the same lane whose first `about` is the same event (what happens once) are one entry; any
other is an entry by itself. An entry is called by the label of a claim, else by its event, else by the statement: of
several labels by that of the first claim that the body of a source tells, else of the first in a note.
Misprints and withdrawn claims stay out. Whether labels are missing is left to `labels`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from dossier.model.analysis import TimelineEntry
from dossier.model.claim import Claim, When
from dossier.model.corpus import Corpus, RecordRef
from dossier.model.entity import Entity
from dossier.model.evidence import Evidence
from dossier.model.ids import ClaimId
from dossier.model.kinds import Lane, RecordKind
from dossier.model.reading import Where
from dossier.model.vocabulary import Trait


def order_timeline(corpus: Corpus, evidence: Mapping[ClaimId, Evidence]) -> tuple[TimelineEntry, ...]:
    """The entries by earliest day, then latest, then lane, date as typed, label and first claim."""
    grouped: dict[tuple[When, RecordRef], list[ClaimId]] = {}
    for claim in corpus.claims.values():
        if claim.whens and claim.counts:
            event = _event(corpus, claim)
            named = (RecordKind.ENTITY, event.id) if event else (RecordKind.CLAIM, claim.id)
            grouped.setdefault((claim.whens[0], named), []).append(claim.id)
    lanes = list(Lane)
    return tuple(
        sorted(
            (_entry(corpus, evidence, when, claims) for (when, _), claims in grouped.items()),
            key=lambda entry: (
                entry.date.order,
                lanes.index(entry.lane),
                entry.date.edtf,
                entry.label,
                entry.claims,
            ),
        )
    )


def _entry(
    corpus: Corpus, evidence: Mapping[ClaimId, Evidence], when: When, claims: list[ClaimId]
) -> TimelineEntry:
    first = corpus.claims[claims[0]]
    event = _event(corpus, first)
    ranked = (corpus.claims[claim] for claim in sorted(claims, key=partial(_part, evidence)))
    label = next((claim.label for claim in ranked if claim.label), event.name if event else first.statement)
    return TimelineEntry(when.date, when.lane, label, tuple(claims), event.id if event else None)


def _part(evidence: Mapping[ClaimId, Evidence], claim: ClaimId) -> int:
    """How far from the body of its source a claim is told, as `Where` lists its parts; 0 where that is not known."""
    anchor = evidence[claim].anchor if claim in evidence else None
    return list(Where).index(anchor.where) if anchor else 0


def _event(corpus: Corpus, claim: Claim) -> Entity | None:
    entity = corpus.entities.get(claim.about[0]) if claim.about else None
    return entity if entity is not None and Trait.MOMENT in entity.traits else None
