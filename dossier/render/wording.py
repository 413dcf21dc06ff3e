"""What the pages call the records' closed words. The records' own names stand in `dossier.model.kinds`."""

from __future__ import annotations

from collections.abc import Mapping

from dossier.leaves import terms
from dossier.leaves.numbers import number_label
from dossier.model.evidence import Locator, State
from dossier.model.kinds import (
    ClaimKind,
    ClaimStatus,
    EntityKind,
    PartnerType,
    Publish,
    Relation,
    SourceKind,
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

STATE: Mapping[State, str] = {
    State.FOUND: "quoted text found in the pinned copy",
    State.FOUND_FOLDED: "quoted text found in the pinned copy, after folding",
    State.AMBIGUOUS: "quoted text found more than once in the pinned copy",
    State.NOT_FOUND: "quoted text not found in the pinned copy",
    State.WITHHELD: "text withheld; the quotation cannot be looked up here",
}

COOPERATION = terms.COOPERATION

STATUS: Mapping[ClaimStatus, str] = {
    ClaimStatus.MISPRINT: "misprint in the source",
    ClaimStatus.WITHDRAWN: "withdrawn",
}

STATUS_MEANS: Mapping[ClaimStatus, str] = {
    ClaimStatus.MISPRINT: "Kept as printed. It stands on no timeline and no scale.",
    ClaimStatus.WITHDRAWN: "Withdrawn by the editors. It stands on no timeline and no scale.",
}

BOUND = terms.BOUND
number = number_label

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
    Relation.PLACE: "Place",
    Relation.SUCCESSOR_OF: "Successor of",
}

RELATION_FROM: Mapping[Relation, str] = {
    Relation.RUN_BY: "Runs",
    Relation.PART_OF: "Includes",
    Relation.PARTNERS: "Partner in",
    Relation.MEMBERS: "Member of",
    Relation.PLACE: "Seat of",
    Relation.SUCCESSOR_OF: "Succeeded by",
}

QUESTION_STATUS = terms.QUESTION_STATUS

VERDICT = terms.VERDICT

STEPS: Mapping[str, tuple[str, str]] = {
    "lines-joined": ("line end joined", "line ends joined"),
    "hyphens-joined": ("word joined across a line end", "words joined across line ends"),
    "marks": ("reference mark lifted out of the words", "reference marks lifted out of the words"),
    "labels": ("bullet or number lifted out", "bullets and numbers lifted out"),
    "notes": ("note lifted out of the flow", "notes lifted out of the flow"),
    "asides": ("box or pull quote set apart", "boxes and pull quotes set apart"),
    "captions": (
        "caption or stray line lifted out of the flow",
        "captions and stray lines lifted out of the flow",
    ),
    "moved-lines": ("line put back in order", "lines put back in order"),
    "restored": ("reading with lost letters restored", "readings with lost letters restored"),
}


def locator(found: Locator) -> str:
    """Where a reader of another copy finds the words."""
    parts = [f"under “{found.heading}”"] if found.heading else []
    if found.note is not None:
        parts.append(f"note {found.note}")
    elif found.paragraph is not None:
        parts.append(f"paragraph {found.paragraph}")
    first, last = found.lines
    parts.append(
        f"line {first} of the text as supplied"
        if first == last
        else f"lines {first}–{last} of the text as supplied"
    )
    return ", ".join(parts)


def short_locator(found: Locator) -> str:
    """The same in a word or two: `¶ 12`, `note 5`."""
    if found.note is not None:
        return f"note {found.note}"
    if found.paragraph is not None:
        return f"¶ {found.paragraph}"
    first, last = found.lines
    return f"line {first}" if first == last else f"lines {first}–{last}"


def step(name: str, count: int) -> str:
    """What reading a text did, and how often."""
    one, many = STEPS.get(name, (name.replace("-", " "), name.replace("-", " ")))
    return f"{count:,} {one if count == 1 else many}"


def foldings(names: tuple[str, ...]) -> str:
    """The foldings that were needed, in a phrase."""
    return ", ".join(name.replace("-", " ") for name in names)


def record(kind: str, id: str) -> str:  # noqa: A002 - the records' own word
    """What sort of page a record has."""
    if kind == "page":
        return "note" if id.startswith("notes/") else "page"
    return kind


def license(name: str) -> str:  # noqa: A001 - the record's own word
    """A license as the records name it."""
    return {"unstated": "No license is stated", "permission": "By permission"}.get(name, f"License {name}")


def folder(kind: EntityKind) -> str:
    """The address of a kind's index."""
    return f"{kind.folder}/"


def anchor(letter: str) -> str:
    """The anchor of a letter of the index: `a`, `0` for numbers."""
    return letter.casefold()[:1] if letter == "0–9" else letter.casefold()
