"""The closed sets of words that records use, whatever their subject; those of a subject are in `vocabulary`."""

from __future__ import annotations

from enum import StrEnum


class RecordKind(StrEnum):
    """What a record is. Works are the entries of citations.bib, pages those that people write."""

    CLAIM = "claim"
    ENTITY = "entity"
    TOPIC = "topic"
    QUESTION = "question"
    SOURCE = "source"
    WORK = "work"
    PAGE = "page"

    @property
    def with_article(self) -> str:
        """`a claim`, `an entity`."""
        return f"an {self.value}" if self is RecordKind.ENTITY else f"a {self.value}"


class Publish(StrEnum):
    """How much of a text may be shown."""

    FULL = "full"
    EXCERPTS = "excerpts"
    WITHHELD = "withheld"


class Completeness(StrEnum):
    """How far the claims of a source are to cover its text."""

    COMPLETE = "complete"


class Bound(StrEnum):
    """How a value bounds what it counts."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"


class ClaimStatus(StrEnum):
    """Why a claim stays off timeline and scales."""

    MISPRINT = "misprint"
    WITHDRAWN = "withdrawn"


class Lane(StrEnum):
    """What a date of the timeline is: when something happened, what was counted over, or the moment that was given."""

    HAPPENED = "happened"
    COUNTED = "counted"
    HELD = "held"


class QuestionType(StrEnum):
    """How the answers to a question are compared."""

    DATE = "date"
    NUMBER = "number"
    CHOICE = "choice"
    SET = "set"


class Verdict(StrEnum):
    """Why the answers to a question differ, in an editor's judgment."""

    CONTRADICTION = "contradiction"
    SELF_CONTRADICTION = "self-contradiction"
    DIFFERENT_SCOPE = "different-scope"
    DIFFERENT_WORDING = "different-wording"
    DIFFERENT_JUDGMENT = "different-judgment"
    MISPRINT = "misprint"

    @property
    def conflicts(self) -> bool:
        """Whether of the answers, as they are meant, one at least must be wrong."""
        return self in {Verdict.CONTRADICTION, Verdict.SELF_CONTRADICTION}
