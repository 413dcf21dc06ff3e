"""The closed sets of words that records use."""

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


class EntityKind(StrEnum):
    """What an entity is. `folder` is the index file, the section's address and the plural."""

    PROGRAM = "program"
    PARTNER = "partner"
    INSTITUTION = "institution"
    PERSON = "person"
    PLACE = "place"
    GROUP = "group"
    LAW = "law"
    EVENT = "event"

    @property
    def folder(self) -> str:
        """The plural: `sources/index/<folder>.yml` and `/<folder>/<id>/`."""
        return "people" if self is EntityKind.PERSON else f"{self.value}s"


MAIN_KINDS = (EntityKind.PROGRAM, EntityKind.PARTNER)
"""What the site is about: their indexes show cards, their pages pictures, and the timeline is narrowed by them."""


class ClaimKind(StrEnum):
    """What a claim is; the first that fits, in this order."""

    LAW = "law"
    PARTNERSHIP = "partnership"
    FIGURE = "figure"
    EVENT = "event"
    PERSON = "person"
    PROGRAM = "program"
    DEFINITION = "definition"
    ASSESSMENT = "assessment"


class SourceKind(StrEnum):
    """What the publisher of the copy we hold is."""

    ACADEMIC = "academic"
    THINK_TANK = "think-tank"
    ADVOCACY = "advocacy"
    GOVERNMENT = "government"
    PRESS = "press"
    NGO = "ngo"


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


class Cooperation(StrEnum):
    """The state of cooperation that a claim tells of."""

    PRESENT = "present"
    ABSENT = "absent"
    STRAINED = "strained"
    SUSPENDED = "suspended"


class ClaimStatus(StrEnum):
    """Why a claim stays off timeline and scales."""

    MISPRINT = "misprint"
    WITHDRAWN = "withdrawn"


class PartnerType(StrEnum):
    """What a partner is."""

    COUNTRY = "country"
    BLOC = "bloc"
    ORGANIZATION = "organization"


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


class Relation(StrEnum):
    """How one entity stands to another; each is supported by claims."""

    RUN_BY = "run_by"
    PART_OF = "part_of"
    PARTNERS = "partners"
    MEMBERS = "members"
    PLACE = "place"
    SUCCESSOR_OF = "successor_of"
