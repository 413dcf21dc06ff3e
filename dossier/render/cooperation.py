"""In which state cooperation is, as claims tell of it: pages, map and network tell the states apart."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.model.claim import Claim
from dossier.model.kinds import Cooperation

WORST_FIRST = (Cooperation.ABSENT, Cooperation.SUSPENDED, Cooperation.STRAINED)


def by_state(claims: Iterable[Claim]) -> dict[Cooperation, tuple[Claim, ...]]:
    """The claims that tell of cooperation, by its state; states that none tells of are left out."""
    telling = [claim for claim in claims if claim.counts and claim.tells_of_cooperation]
    found = {state: tuple(claim for claim in telling if claim.cooperation is state) for state in Cooperation}
    return {state: told for state, told in found.items() if told}


def worst(states: Iterable[Cooperation]) -> Cooperation | None:
    """The worst of some states other than cooperation; nothing where there is none."""
    found = set(states)
    return next((state for state in WORST_FIRST if state in found), None)
