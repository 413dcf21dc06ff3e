"""Which claims agree and which disagree, question by question, as CiTO has it: `agreesWith`, `disagreesWith`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations_with_replacement

from dossier.model.analysis import QuestionResult
from dossier.model.claim import Claim
from dossier.model.ids import ClaimId
from dossier.model.kinds import Verdict
from dossier.model.public import Public

_DISAGREE = {Verdict.CONTRADICTION, Verdict.SELF_CONTRADICTION, Verdict.DIFFERENT_JUDGMENT}
"""What answers that differ may mean, and a disagreement is; another scope or other words are none."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """The claims that one agrees with, and those that it disagrees with."""

    agrees: set[ClaimId] = field(default_factory=set)
    disagrees: set[ClaimId] = field(default_factory=set)


def agreements(public: Public) -> Mapping[ClaimId, Agreement]:
    """Of each claim that answers a question. Those of one source only disagree; misprints do neither."""
    found: dict[ClaimId, Agreement] = {}
    for result in public.analysis.questions.values():
        disagree = public.corpus.questions[result.question].verdict in _DISAGREE
        for one, other, clash in _pairs(public, result):
            if clash and disagree:
                for claim, against in ((one, other), (other, one)):
                    found.setdefault(claim.id, Agreement()).disagrees.add(against.id)
            elif not clash and one.source != other.source:
                for claim, with_ in ((one, other), (other, one)):
                    found.setdefault(claim.id, Agreement()).agrees.add(with_.id)
    return found


def _pairs(public: Public, result: QuestionResult) -> Iterator[tuple[Claim, Claim, bool]]:
    """Two claims that answer a question, and whether what they answer can't both be true."""
    claims = public.corpus.claims
    counted = [
        [claims[claim] for claim in position.claims if claims[claim].counts] for position in result.positions
    ]
    for at, other in combinations_with_replacement(range(len(counted)), 2):
        clash = (at, other) in result.clashes
        yield from ((first, second, clash) for first in counted[at] for second in counted[other])
