"""Gathers the answers to each question into positions, and says whether they agree.

Withdrawn claims answer nothing; a misprint's answer is a position like any other, for the verdict to explain.
What two positions have to share is left to `compatible`, what authors have to add to `verdicts`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import combinations

from dossier.analyze.compatible import compatible
from dossier.analyze.values import by_value, in_order
from dossier.model.analysis import Position, QuestionResult, QuestionStatus
from dossier.model.claim import AnswerValue, Claim
from dossier.model.corpus import Corpus
from dossier.model.date import Date
from dossier.model.ids import ClaimId, QuestionId, SourceKey
from dossier.model.kinds import Bound, ClaimStatus, QuestionType
from dossier.model.links import Links
from dossier.model.quantity import Quantity
from dossier.model.question import OPEN_LIST, Question

AnswerKey = tuple[AnswerValue, Bound, Date | None]
"""What makes a position: value, bound, period."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The outcome for one question; `complete` unless an answer had to be left out because it is no choice."""

    answered: QuestionResult
    complete: bool


def compare_answers(corpus: Corpus, links: Links) -> Mapping[QuestionId, Comparison]:
    """The positions on every question."""
    return {question.id: _compare(corpus, question, links) for question in corpus.questions.values()}


def _compare(corpus: Corpus, question: Question, links: Links) -> Comparison:
    claims = [corpus.claims[claim] for claim in links.answering.get(question.id, ())]
    counted = [claim for claim in claims if claim.status is not ClaimStatus.WITHDRAWN]
    answers = {claim.id: answer for claim in counted if (answer := _answer(question, claim))}
    if question.type is QuestionType.SET:
        answers = _joined(corpus, question, answers)
    positions = _positions(corpus, answers)
    clashes = tuple(
        (at, other)
        for at, other in combinations(range(len(positions)), 2)
        if not compatible(positions[at], positions[other])
    )
    answered = QuestionResult(question.id, _status(positions, clashes), positions, clashes)
    return Comparison(answered, complete=len(answers) == len(counted))


def _answer(question: Question, claim: Claim) -> AnswerKey | None:
    answer = claim.answer_to(question.id)
    if answer is None or answer.value is None or not _among_choices(question, answer.value):
        return None
    value, bound = answer.value, answer.bound or Bound.EXACT
    if isinstance(value, Quantity):
        value = replace(value, bound=bound)
    elif isinstance(value, tuple):
        value = in_order(question, value)
    return value, bound, answer.period


def _among_choices(question: Question, value: AnswerValue) -> bool:
    """Whether the values are choices; `link` reports those that are not."""
    texts = (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ()
    return not question.choices or set(texts) <= {*question.choices, OPEN_LIST}


def _joined(
    corpus: Corpus, question: Question, answers: Mapping[ClaimId, AnswerKey]
) -> dict[ClaimId, AnswerKey]:
    """Each claim with the values of all of its source's answers with the same bound and period; open if one is open."""
    members: dict[tuple[SourceKey, Bound, Date | None], set[str]] = {}
    for claim, (value, bound, period) in answers.items():
        if isinstance(value, tuple):
            members.setdefault((corpus.claims[claim].source, bound, period), set()).update(value)
    return {
        claim: (in_order(question, members[corpus.claims[claim].source, bound, period]), bound, period)
        for claim, (_, bound, period) in answers.items()
    }


def _positions(corpus: Corpus, answers: Mapping[ClaimId, AnswerKey]) -> tuple[Position, ...]:
    grouped: dict[AnswerKey, list[ClaimId]] = {}
    for claim, answer in answers.items():
        grouped.setdefault(answer, []).append(claim)
    positions = [
        Position(
            *answer, tuple(claims), tuple(dict.fromkeys(corpus.claims[claim].source for claim in claims))
        )
        for answer, claims in grouped.items()
    ]
    return tuple(
        sorted(
            positions,
            key=lambda each: (
                -len(each.claims),
                by_value(each.value),
                list(Bound).index(each.bound),
                each.period.edtf if each.period else "",
            ),
        )
    )


def _status(positions: tuple[Position, ...], clashes: tuple[tuple[int, int], ...]) -> QuestionStatus:
    if clashes:
        return QuestionStatus.DIFFER
    sources = {source for position in positions for source in position.sources}
    return QuestionStatus.AGREE if len(sources) > 1 else QuestionStatus.SINGLE
