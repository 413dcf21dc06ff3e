"""What the pages call the records' closed words. The records' own names stand in `dossier.model.kinds`.

What is said of texts is left to `texts`.
"""

from __future__ import annotations

from collections.abc import Mapping

from dossier.model.analysis import QuestionStatus
from dossier.model.evidence import State
from dossier.model.kinds import (
    ClaimKind,
    ClaimStatus,
    Cooperation,
    EntityKind,
    PartnerType,
    Publish,
    RecordKind,
    Relation,
    SourceKind,
    Verdict,
)

KIND: Mapping[EntityKind, str] = {kind: kind.value.capitalize() for kind in EntityKind}
KINDS: Mapping[EntityKind, str] = {kind: kind.folder.capitalize() for kind in EntityKind}

KIND_ABOUT: Mapping[EntityKind, str] = {
    EntityKind.PROGRAM: "Strategies, reforms, operations, exercises, agreements and forums, "
    "and the bodies set up to carry them out.",
    EntityKind.PARTNER: "Countries, groups of countries and organizations that a source names as working together, "
    "or whose missing or troubled cooperation it remarks on.",
    EntityKind.INSTITUTION: "Ministries, services, councils, parties, associations and research centers "
    "that the sources name.",
    EntityKind.PERSON: "People whom the sources name, for what they did or for what they said.",
    EntityKind.PLACE: "Countries, regions and towns where the sources say that something happened.",
    EntityKind.GROUP: "Armed groups and movements.",
    EntityKind.LAW: "Constitutions, codes, laws, bills and resolutions.",
    EntityKind.EVENT: "What happened once: attacks, plots, raids, arrests, meetings, elections.",
}

CLAIM_KIND: Mapping[ClaimKind, str] = {kind: kind.value for kind in ClaimKind}

SOURCE_KIND: Mapping[SourceKind, str] = {
    SourceKind.ACADEMIC: "academic",
    SourceKind.THINK_TANK: "think tank",
    SourceKind.ADVOCACY: "advocacy",
    SourceKind.GOVERNMENT: "government",
    SourceKind.PRESS: "press",
    SourceKind.NGO: "NGO",
}

PARTNER_TYPE: Mapping[PartnerType, str] = {
    PartnerType.COUNTRY: "country",
    PartnerType.BLOC: "group of countries",
    PartnerType.ORGANIZATION: "organization",
}

PARTNER_TYPES: Mapping[PartnerType, str] = {
    PartnerType.COUNTRY: "Countries",
    PartnerType.BLOC: "Groups of countries",
    PartnerType.ORGANIZATION: "Organizations",
}

STATE: Mapping[State, str] = {
    State.FOUND: "quoted text found in the pinned copy",
    State.FOUND_FOLDED: "quoted text found in the pinned copy, after folding",
    State.AMBIGUOUS: "quoted text found more than once in the pinned copy",
    State.NOT_FOUND: "quoted text not found in the pinned copy",
    State.WITHHELD: "text withheld; the quotation cannot be looked up here",
}

COOPERATION: Mapping[Cooperation, str] = {
    Cooperation.PRESENT: "cooperation",
    Cooperation.ABSENT: "no cooperation",
    Cooperation.STRAINED: "cooperation strained",
    Cooperation.SUSPENDED: "cooperation suspended",
}

STATUS: Mapping[ClaimStatus, str] = {
    ClaimStatus.MISPRINT: "misprint in the source",
    ClaimStatus.WITHDRAWN: "withdrawn",
}

STATUS_MEANS: Mapping[ClaimStatus, str] = {
    ClaimStatus.MISPRINT: "Kept as printed. It stands on no timeline and no scale.",
    ClaimStatus.WITHDRAWN: "Withdrawn by the editors. It stands on no timeline and no scale.",
}


PUBLISH: Mapping[Publish, str] = {
    Publish.FULL: "shown in full",
    Publish.EXCERPTS: "shown in excerpts: the quoted passages with their sentence",
    Publish.WITHHELD: "withheld: only the quotations are shown",
}

RELATION: Mapping[Relation, str] = {
    Relation.RUN_BY: "Run by",
    Relation.PART_OF: "Part of",
    Relation.PARTNERS: "Partners",
    Relation.MEMBERS: "Members",
    Relation.PLACE: "Where",
    Relation.SUCCESSOR_OF: "Successor of",
}

_RELATION_FROM: Mapping[Relation, str] = {
    Relation.RUN_BY: "Runs",
    Relation.PART_OF: "Includes",
    Relation.PARTNERS: "Works with",
    Relation.MEMBERS: "Member of",
    Relation.PLACE: "Here",
    Relation.SUCCESSOR_OF: "Succeeded by",
}

_RELATION_FROM_KIND: Mapping[tuple[Relation, EntityKind], str] = {
    (Relation.PARTNERS, EntityKind.PROGRAM): "Partner in",
    (Relation.PARTNERS, EntityKind.EVENT): "Involved in",
    (Relation.PLACE, EntityKind.EVENT): "Happened here",
}

QUESTION_STATUS: Mapping[QuestionStatus, str] = {
    QuestionStatus.AGREE: "sources agree",
    QuestionStatus.DIFFER: "answers differ",
    QuestionStatus.SINGLE: "one source",
}

VERDICT: Mapping[Verdict, str] = {
    Verdict.CONTRADICTION: "contradiction",
    Verdict.SELF_CONTRADICTION: "a source contradicts itself",
    Verdict.DIFFERENT_SCOPE: "different scope",
    Verdict.DIFFERENT_WORDING: "different wording",
    Verdict.DIFFERENT_JUDGMENT: "different judgment",
    Verdict.MISPRINT: "misprint",
}

VERDICT_MEANS: Mapping[Verdict, str] = {
    Verdict.CONTRADICTION: "Two sources cannot both be right.",
    Verdict.SELF_CONTRADICTION: "One source gives answers that cannot both be right.",
    Verdict.DIFFERENT_SCOPE: "The answers speak of different times, places or groups.",
    Verdict.DIFFERENT_WORDING: "The sources say it in other words, and may mean the same.",
    Verdict.DIFFERENT_JUDGMENT: "The sources judge differently.",
    Verdict.MISPRINT: "One answer is impossible as printed.",
}


def relation_from(relation: Relation, other: EntityKind) -> str:
    """What a thing is to another, of the kind `other`, that has this relation to it."""
    return _RELATION_FROM_KIND.get((relation, other)) or _RELATION_FROM[relation]


def record(kind: RecordKind, id: str) -> str:  # noqa: A002 - the records' own word
    """What sort of page a record other than an entity has; nothing need be said of the home page."""
    if kind is RecordKind.PAGE:
        return "note" if id.startswith("notes/") else "" if id == "index.md" else "page"
    return kind


def license(name: str) -> str:  # noqa: A001 - the record's own word
    """A license as the records name it."""
    return {"unstated": "No license is stated", "permission": "By permission"}.get(name, f"License {name}")


def anchor(letter: str) -> str:
    """The anchor of a letter of the index: `a`, `0` for numbers."""
    return letter.casefold()[:1] if letter == "0–9" else letter.casefold()
