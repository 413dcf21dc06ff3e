"""What the records show together: timeline, positions on questions, coverage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dossier.model.dates import EdtfDate
from dossier.model.ids import ClaimId, EntityId, QuestionId, SourceKey
from dossier.model.kinds import Bound


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One moment: claims with the same date and the same event, which labels it, or one dated claim."""

    date: EdtfDate
    label: str
    claims: tuple[ClaimId, ...]
    event: EntityId | None = None


class QuestionStatus(StrEnum):
    """Whether the sources agree."""

    AGREE = "agree"
    DIFFER = "differ"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class Position:
    """Answers with equal value, bound and period. A set's value is a tuple in the order of its choices, else sorted."""

    value: str | tuple[str, ...]
    bound: Bound
    period: str | None
    claims: tuple[ClaimId, ...]
    sources: tuple[SourceKey, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with its positions, most claims first, then by value."""

    question: QuestionId
    status: QuestionStatus
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a source claims cover: its body's paragraphs and items with and without a quote, by block index."""

    covered: tuple[int, ...]
    uncovered: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """The results of `analyze`. `dates` holds every date of claims, parsed, by its EDTF text."""

    timeline: tuple[TimelineEntry, ...]
    questions: Mapping[QuestionId, Answered]
    coverage: Mapping[SourceKey, Coverage]
    dates: Mapping[str, EdtfDate]
