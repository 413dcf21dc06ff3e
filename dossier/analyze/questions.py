"""Gathers the answers to each question into positions, and says whether they agree.

Withdrawn claims answer nothing; a misprint's answer is a position like any other, for the verdict to explain.
What two positions have to share is left to `compatible`, what authors have to add to `verdicts`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from dossier.analyze.compatible import compatible
from dossier.analyze.values import MEND, Value, by_value, canonical, in_order
from dossier.model.analysis import Position, QuestionResult, QuestionStatus
from dossier.model.claim import Claim
from dossier.model.codes import Code
from dossier.model.corpus import Corpus
from dossier.model.ids import ClaimId, QuestionId, SourceKey
from dossier.model.kinds import Bound, ClaimStatus, QuestionType, RecordKind
from dossier.model.links import Links
from dossier.model.problem import Problems
from dossier.model.question import OPEN_LIST, Question

Stand = tuple[Value, Bound, str | None]
"""What makes a position: value, bound, period."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The outcome for one question; `complete` unless an answer had to be left out because it is not valid."""

    answered: QuestionResult
    complete: bool


def compare_answers(corpus: Corpus, links: Links, problems: Problems) -> Mapping[QuestionId, Comparison]:
    """The positions on every question; reports answers whose value is not valid for their question."""
    return {
        question.id: _compare(corpus, question, links, problems) for question in corpus.questions.values()
    }


def _compare(corpus: Corpus, question: Question, links: Links, problems: Problems) -> Comparison:
    claims = [corpus.claims[claim] for claim in links.answering.get(question.id, ())]
    standing = [claim for claim in claims if claim.status is not ClaimStatus.WITHDRAWN]
    stands = {claim.id: stand for claim in standing if (stand := _stand(corpus, question, claim, problems))}
    if question.type is QuestionType.SET:
        stands = _joined(corpus, question, stands)
    positions = _positions(corpus, question, stands)
    answered = QuestionResult(question.id, _status(question, positions), positions)
    return Comparison(answered, complete=len(stands) == len(standing))


def _stand(corpus: Corpus, question: Question, claim: Claim, problems: Problems) -> Stand | None:
    number = next(at for at, answer in enumerate(claim.answers) if answer.question == question.id)
    answer = claim.answer_to(question.id)
    if answer is None or not _among_choices(question, answer.value):
        return None
    try:
        value = canonical(question, answer.value)
    except ValueError as wrong:
        place = corpus.place(RecordKind.CLAIM, claim.id, "answers", number, "value")
        if claim.answers[number].value is None and claim.figure is not None:
            place = corpus.place(RecordKind.CLAIM, claim.id, "figure", "value")
        problems.add(place, Code.BAD_ANSWER, f"no answer to `{question.id}`: {wrong}", MEND[question.type])
        return None
    return value, answer.bound or Bound.EXACT, answer.period


def _among_choices(question: Question, value: Value | None) -> bool:
    """Whether the values are choices; `link` reports those that are not."""
    if not question.choices or value is None:
        return True
    return all(
        each in (*question.choices, OPEN_LIST) for each in ((value,) if isinstance(value, str) else value)
    )


def _joined(corpus: Corpus, question: Question, stands: Mapping[ClaimId, Stand]) -> dict[ClaimId, Stand]:
    """Each claim with the values of all of its source's answers with the same bound and period; open if one is open."""
    members: dict[tuple[SourceKey, Bound, str | None], set[str]] = {}
    for claim, (value, bound, period) in stands.items():
        members.setdefault((corpus.claims[claim].source, bound, period), set()).update(value)
    return {
        claim: (in_order(question, members[corpus.claims[claim].source, bound, period]), bound, period)
        for claim, (_, bound, period) in stands.items()
    }


def _positions(corpus: Corpus, question: Question, stands: Mapping[ClaimId, Stand]) -> tuple[Position, ...]:
    grouped: dict[Stand, list[ClaimId]] = {}
    for claim, stand in stands.items():
        grouped.setdefault(stand, []).append(claim)
    positions = [
        Position(*stand, tuple(claims), tuple(dict.fromkeys(corpus.claims[claim].source for claim in claims)))
        for stand, claims in grouped.items()
    ]
    return tuple(
        sorted(
            positions,
            key=lambda each: (
                -len(each.claims),
                by_value(question.type, each.value),
                list(Bound).index(each.bound),
                each.period or "",
            ),
        )
    )


def _status(question: Question, positions: tuple[Position, ...]) -> QuestionStatus:
    if not all(compatible(question.type, one, other) for one, other in combinations(positions, 2)):
        return QuestionStatus.DIFFER
    sources = {source for position in positions for source in position.sources}
    return QuestionStatus.AGREE if len(sources) > 1 else QuestionStatus.SINGLE
