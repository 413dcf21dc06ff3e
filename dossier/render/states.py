"""In which state things are, as claims tell of it: cards, facts, map and network show it by signs."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.model.claim import Claim
from dossier.model.entity import Entity
from dossier.model.vocabulary import Qualifier, QualifierState

Told = dict[QualifierState, tuple[Claim, ...]]
"""Claims by the state that they tell of, in the order of the vocabulary; states that none tells of are left out."""


def by_state(qualifier: Qualifier | None, claims: Iterable[Claim]) -> Told:
    """The claims that tell of a qualifier, misprints and withdrawn ones left out."""
    if qualifier is None:
        return {}
    telling = [(claim.told(qualifier), claim) for claim in claims if claim.counts]
    found = {state: tuple(claim for told, claim in telling if told == state) for state in qualifier.states}
    return {state: told for state, told in found.items() if told}


def unusual(qualifier: Qualifier | None, claims: Iterable[Claim]) -> Told:
    """The same without the usual state, the worst one first."""
    told = by_state(qualifier, claims)
    found = sorted(told, key=lambda state: -state.sign.rank)
    return {state: told[state] for state in found if qualifier and state != qualifier.usual}


def worst_sign(qualifier: Qualifier | None, claims: Iterable[Claim]) -> str:
    """The sign of the worst state that some claims tell of, as a class of pictures; empty where all is as usual."""
    return next((state.sign.value for state in unusual(qualifier, claims)), "")


def has_state(entity: Entity, qualifier: Qualifier | None) -> bool:
    """Whether it is a state of this entity that a qualifier tells."""
    return qualifier is not None and not set(entity.kinds).isdisjoint(qualifier.of)
