"""Brings together the figures that count in one unit, and finds those that count the same thing.

The same thing is what answers one question of numbers: there an editor has judged so. One unit and one subject do not
make figures comparable, as those killed and those arrested are both people.
"""

from __future__ import annotations

from collections.abc import Iterable

from dossier.model.analysis import Figures
from dossier.model.claim import Claim
from dossier.model.corpus import Corpus
from dossier.model.ids import ClaimId, QuestionId
from dossier.model.kinds import QuestionType


def group_figures(corpus: Corpus) -> tuple[Figures, ...]:
    """The claims with figures by unit, most claims first, then by unit."""
    units: dict[str, list[Claim]] = {}
    for claim in corpus.claims.values():
        if claim.figure is not None:
            units.setdefault(claim.figure.unit, []).append(claim)
    groups = [
        Figures(unit, tuple(claim.id for claim in _ranked(claims)), tuple(_comparable(corpus, claims)))
        for unit, claims in units.items()
    ]
    return tuple(sorted(groups, key=lambda group: (-len(group.claims), group.unit.casefold(), group.unit)))


def _ranked(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda claim: (-claim.figure.value.value if claim.figure else 0, claim.id))


def _comparable(corpus: Corpus, claims: Iterable[Claim]) -> Iterable[tuple[QuestionId, tuple[ClaimId, ...]]]:
    """The answers to each question that has two or more, in corpus order."""
    things: dict[QuestionId, list[ClaimId]] = {}
    for claim in claims:
        for answer in claim.answers if claim.counts else ():
            question = corpus.questions.get(answer.question)
            counted = answer.value is None or (claim.figure and answer.value == claim.figure.value)
            if question is not None and question.type is QuestionType.NUMBER and counted:
                things.setdefault(question.id, []).append(claim.id)
    return ((question, tuple(found)) for question, found in sorted(things.items()) if len(found) > 1)
