"""What is tied to what: programs, institutions and partners that claims are about together, and how often."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dossier.model.entity import Entity
from dossier.model.ids import ClaimId, EntityId
from dossier.model.kinds import EntityKind
from dossier.model.links import Links

COLUMNS = (EntityKind.INSTITUTION, EntityKind.PROGRAM, EntityKind.PARTNER)
"""The kinds that are tied, in the order in which the network shows them."""
MOST_TIES, MOST_NODES = 110, 84
"""How much stays legible in one picture."""
_FIRST_OF = (EntityKind.PROGRAM, EntityKind.PARTNER, EntityKind.INSTITUTION)


@dataclass(frozen=True, slots=True)
class Tie:
    """Two entities, in order of their ids, and the claims that are about both."""

    ends: tuple[EntityId, EntityId]
    shared: tuple[ClaimId, ...]

    @property
    def claims(self) -> int:
        """How many claims are about both."""
        return len(self.shared)


def column_of(entity: Entity) -> EntityKind | None:
    """Under which kind an entity stands in the network; nothing where it is of none of these kinds."""
    return next((kind for kind in _FIRST_OF if kind in entity.kinds), None)


def ties(entities: Mapping[EntityId, Entity], links: Links) -> tuple[Tie, ...]:
    """All ties, the strongest first."""
    found = [
        Tie((one, other), claims)
        for one, shared in links.related.items()
        for other, claims in shared
        if one < other and column_of(entities[one]) and column_of(entities[other])
    ]
    return tuple(sorted(found, key=lambda tie: (-tie.claims, tie.ends)))


def strongest(found: Sequence[Tie]) -> tuple[Tie, ...]:
    """As many of the strongest ties as one picture can hold, none without its equals."""
    for least in sorted({tie.claims for tie in found}):
        kept = tuple(tie for tie in found if tie.claims >= least)
        if len(kept) <= MOST_TIES and len({end for tie in kept for end in tie.ends}) <= MOST_NODES:
            return kept
    return ()
