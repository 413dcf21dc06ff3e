"""Claims of several sources that seem to tell of one thing, and that no question joins: what `questions` proposes.

They look alike by their fields alone: words that two texts use for one thing are seldom the same. How a proposal is
printed is left to `commands`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from dossier.model.claim import Claim
from dossier.model.corpus import Corpus, Placed
from dossier.model.ids import ClaimId, EntityId, QuestionId
from dossier.model.question import NoQuestion
from dossier.model.vocabulary import Trait

MOST_TOGETHER = 12
"""Of an entity about which the sources say more of a kind than this, they say too many things to be compared."""


class Likeness(StrEnum):
    """What the claims of a proposal share, besides an entity."""

    UNIT = "unit"
    """Figures that count the same."""
    DATE = "date"
    """Dates of what they are first about."""
    JUDGMENT = "judgment"
    """Kind, topic, and what they are first about; none has a date or a figure."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Claims of several sources, in corpus order, and the questions that some of them answer, in order of id."""

    likeness: Likeness
    about: EntityId
    claims: tuple[ClaimId, ...]
    questions: tuple[QuestionId, ...]


@dataclass(frozen=True, slots=True)
class Uncompared:
    """What is proposed, and the `no_question` that answer nothing that would be."""

    proposals: tuple[Candidate, ...]
    needless: tuple[Placed[NoQuestion], ...]


def find_uncompared(corpus: Corpus) -> Uncompared:
    """What to compare next: groups of like claims in which a source is joined to another by no question."""
    dismissed = [frozenset(placed.record.no_question) for placed in corpus.no_questions]
    needed: set[frozenset[ClaimId]] = set()
    proposals: dict[tuple[ClaimId, ...], Candidate] = {}
    for (likeness, about, _), claims in _groups(corpus).items():
        left = set[ClaimId]()
        for pair in _apart(claims):
            answered = [
                ids for ids in dismissed if all(any(claim.id in ids for claim in one) for one in pair)
            ]
            needed.update(answered)
            if not answered:
                left |= {claim.id for one in pair for claim in one}
        ids = tuple(claim.id for claim in claims if claim.id in left)
        if ids:
            answered_questions = {answer.question for id_ in ids for answer in corpus.claims[id_].answers}
            proposals.setdefault(ids, Candidate(likeness, about, ids, tuple(sorted(answered_questions))))
    return Uncompared(
        tuple(one for ids, one in proposals.items() if not any(set(ids) < set(more) for more in proposals)),
        tuple(
            placed for placed, ids in zip(corpus.no_questions, dismissed, strict=True) if ids not in needed
        ),
    )


def _groups(corpus: Corpus) -> Mapping[tuple[Likeness, EntityId, str], list[Claim]]:
    """Like claims by what they share, those of several sources only."""
    groups: dict[tuple[Likeness, EntityId, str], list[Claim]] = defaultdict(list)
    for claim in corpus.claims.values():
        if claim.counts and claim.about:
            for key in _keys(corpus, claim):
                groups[key].append(claim)
    return {
        key: claims
        for key, claims in groups.items()
        if len(claims) <= MOST_TOGETHER and len({claim.source for claim in claims}) > 1
    }


def _keys(corpus: Corpus, claim: Claim) -> Iterator[tuple[Likeness, EntityId, str]]:
    first = claim.about[0]
    entity = corpus.entities.get(first)
    if claim.date and entity and Trait.MOMENT in entity.traits:
        yield Likeness.DATE, first, ""
    if claim.figure:
        for about in claim.about:
            yield Likeness.UNIT, about, claim.figure.unit
    elif not claim.whens:
        for topic in claim.topics:
            yield Likeness.JUDGMENT, first, f"{claim.kind.id} {topic}"


def _apart(claims: Iterable[Claim]) -> Iterator[tuple[list[Claim], list[Claim]]]:
    """The claims of each two sources of a group that no question joins, unless each of them answers one already."""
    by_source: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_source[claim.source].append(claim)
    for one, other in combinations(by_source.values(), 2):
        silent = any(not claim.answers for claim in (*one, *other))
        if silent and _answered(one).isdisjoint(_answered(other)):
            yield one, other


def _answered(claims: Iterable[Claim]) -> set[QuestionId]:
    return {answer.question for claim in claims for answer in claim.answers}
