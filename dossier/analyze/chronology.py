"""Orders dated claims in time.

Claims with the same date whose first `about` is the same event (what happens once) are one entry, labeled by it; any
other is an entry by itself, labeled by its statement. Misprints and withdrawn claims stay out.
"""

from __future__ import annotations

from dossier.model.analysis import TimelineEntry
from dossier.model.claim import Claim
from dossier.model.corpus import Corpus, RecordRef
from dossier.model.date import Date
from dossier.model.entity import Entity
from dossier.model.ids import ClaimId
from dossier.model.kinds import RecordKind
from dossier.model.vocabulary import Trait


def order_timeline(corpus: Corpus) -> tuple[TimelineEntry, ...]:
    """The entries by earliest day, then latest, then date as typed, label and first claim."""
    grouped: dict[tuple[Date, RecordRef], list[ClaimId]] = {}
    for claim in corpus.claims.values():
        if claim.date and claim.counts:
            event = _event(corpus, claim)
            named = (RecordKind.ENTITY, event.id) if event else (RecordKind.CLAIM, claim.id)
            grouped.setdefault((claim.date, named), []).append(claim.id)
    entries = [_entry(corpus, date, claims) for (date, _), claims in grouped.items()]
    return tuple(
        sorted(entries, key=lambda entry: (entry.date.order, entry.date.edtf, entry.label, entry.claims))
    )


def _entry(corpus: Corpus, date: Date, claims: list[ClaimId]) -> TimelineEntry:
    first = corpus.claims[claims[0]]
    event = _event(corpus, first)
    if event is None:
        return TimelineEntry(date, first.statement, tuple(claims))
    return TimelineEntry(date, event.name, tuple(claims), event.id)


def _event(corpus: Corpus, claim: Claim) -> Entity | None:
    entity = corpus.entities.get(claim.about[0]) if claim.about else None
    return entity if entity is not None and Trait.MOMENT in entity.traits else None
