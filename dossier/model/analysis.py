"""What the records show together: timeline, positions on questions, coverage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dossier.model.claim import AnswerValue, When
from dossier.model.date import Date
from dossier.model.ids import ClaimId, EntityId, QuestionId, SourceKey
from dossier.model.kinds import Bound, Lane


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One moment: claims with the same date in the same lane that are about the same event, or one dated claim."""

    date: Date
    lane: Lane
    label: str
    claims: tuple[ClaimId, ...]
    event: EntityId | None = None

    @property
    def when(self) -> When:
        """Its date in its lane."""
        return When(self.lane, self.date)


class QuestionStatus(StrEnum):
    """Whether the sources agree."""

    AGREE = "agree"
    DIFFER = "differ"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class Position:
    """Answers with equal value, bound and period.

    A quantity has its bound itself, too. A set's value is in the order of its choices, else sorted.
    """

    value: AnswerValue
    bound: Bound
    period: Date | None
    claims: tuple[ClaimId, ...]
    sources: tuple[SourceKey, ...]


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """A question with its positions, most claims first, then by value.

    `clashes` are the pairs of positions, by their places from 0, that can't both be true.
    """

    question: QuestionId
    status: QuestionStatus
    positions: tuple[Position, ...]
    clashes: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """How many questions have answers that differ, by what it means; no question counts twice."""

    between_sources: int
    """Sources contradict each other."""
    within_one: int
    """A text contradicts itself."""
    otherwise: int
    """Answered in other words, for another scope, or judged differently."""
    misprints: int


class Signal(StrEnum):
    """Why a sentence of a source looks as if it said something checkable."""

    DATE = "date"
    """A date, a year, a decade."""
    FIGURE = "figure"
    """A number."""
    ENTITY = "entity"
    """The name of something that has a page."""
    JUDGMENT = "judgment"
    """A word that attributes, hedges, compares or judges."""


class Treatment(StrEnum):
    """What became of a sentence that looks checkable."""

    CLAIMED = "claimed"
    """A claim quotes from it."""
    WAIVED = "waived"
    """It rightly gets no claim, and source.yml says why."""
    OPEN = "open"
    """Neither."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a source that was looked at: `[start, end)` of the text of the block `block` of the reading text.

    `claims` quote from it, in corpus order; `waiver` is the place of its waiver in `Source.waive`, from 0;
    `entities` are named in it, in order.
    """

    block: int
    start: int
    end: int
    signals: tuple[Signal, ...]
    treatment: Treatment
    claims: tuple[ClaimId, ...]
    waiver: int | None
    entities: tuple[EntityId, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a source claims cover: its body's paragraphs and items with and without a quote, by block index.

    `sentences` are those of body and notes that were looked at, in reading order: each has a signal. Indexes are
    those of the whole reading text, not of its published view.
    """

    covered: tuple[int, ...]
    uncovered: tuple[int, ...]
    sentences: tuple[Sentence, ...] = ()

    def treated(self, treatment: Treatment) -> tuple[Sentence, ...]:
        """The sentences that were looked at and of which this became."""
        return tuple(sentence for sentence in self.sentences if sentence.treatment is treatment)


@dataclass(frozen=True, slots=True)
class Figures:
    """The claims whose figures have one unit, the greatest numbers first.

    `comparable` are those among them that count the same thing, so that one scale can show them: the two or more
    that answer one question of numbers. Misprints and withdrawn claims are in none.
    """

    unit: str
    claims: tuple[ClaimId, ...]
    comparable: tuple[tuple[QuestionId, tuple[ClaimId, ...]], ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """The results of `analyze`. `figures` are by unit, those with most claims first."""

    timeline: tuple[TimelineEntry, ...]
    questions: Mapping[QuestionId, QuestionResult]
    disagreement: Disagreement
    coverage: Mapping[SourceKey, Coverage]
    figures: tuple[Figures, ...] = ()
