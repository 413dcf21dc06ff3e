"""What is tied to what: entities of the kinds of the network that claims name together, and how often."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.model.corpus import Corpus
from dossier.model.entity import Entity
from dossier.model.ids import ClaimId, EntityId
from dossier.model.links import Links
from dossier.model.vocabulary import Kind, Vocabulary
from dossier.render.catalog import Catalog

MOST_TIES, MOST_NODES = 110, 84
"""How much stays legible in one picture."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Two entities, in order of their ids, and the claims that concern both."""

    ends: tuple[EntityId, EntityId]
    shared: tuple[ClaimId, ...]

    @property
    def claims(self) -> int:
        """How many claims concern both."""
        return len(self.shared)


def column_of(entity: Entity, vocabulary: Vocabulary) -> Kind | None:
    """Under which kind an entity is in the network: the first in the vocabulary; nothing where it is of none."""
    shown = set(entity.kinds) & set(vocabulary.network)
    return next((kind for kind in vocabulary.kinds if kind in shown), None)


def tied_kinds(catalog: Catalog) -> tuple[Kind, ...]:
    """The kinds of the network that there is anything of; all of them where there is nothing yet."""
    shown = catalog.dossier.corpus.vocabulary.network
    return catalog.in_use(shown) or shown


def ties(corpus: Corpus, links: Links) -> tuple[Tie, ...]:
    """All ties, the strongest first."""
    shown = {key for key, entity in corpus.entities.items() if column_of(entity, corpus.vocabulary)}
    found = [
        Tie((one, other), claims)
        for one, shared in links.related.items()
        for other, claims in shared
        if one < other and {one, other} <= shown
    ]
    return tuple(sorted(found, key=lambda tie: (-tie.claims, tie.ends)))


def strongest(found: Sequence[Tie]) -> tuple[Tie, ...]:
    """As many of the strongest ties as one picture can hold, none without its equals."""
    for least in sorted({tie.claims for tie in found}):
        kept = tuple(tie for tie in found if tie.claims >= least)
        if len(kept) <= MOST_TIES and len({end for tie in kept for end in tie.ends}) <= MOST_NODES:
            return kept
    return ()
