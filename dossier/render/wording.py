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
    (Relation.PARTNERS, EntityKind.EVENT): "Took part in",
    (Relation.PLACE, EntityKind.EVENT): "Happened here",
}

QUESTION_STATUS = terms.QUESTION_STATUS

VERDICT = terms.VERDICT
VERDICT_MEANS = terms.VERDICT_MEANS

STEPS: Mapping[str, tuple[str, str]] = {
    "lines-joined": ("line end joined to the next line", "line ends joined to the next line"),
    "hyphens-joined": (
        "word put together across a line end, its hyphen dropped",
        "words put together across line ends, their hyphens dropped",
    ),
    "moved-lines": ("line put back in the order of reading", "lines put back in the order of reading"),
    "letter-forms": (
        "ligature or form of a letter read as the letter",
        "ligatures and forms of letters read as the letters",
    ),
    "restored": (
        "stretch read with the letters that the extraction lost; a switch above the text shows it as supplied",
        "stretches read with the letters that the extraction lost; a switch above the text shows them as supplied",
    ),
    "marks": (
        "reference to a note lifted out of the words and made a link",
        "references to notes lifted out of the words and made links",
    ),
    "notes": (
        "note lifted out of the flow and put behind the text",
        "notes lifted out of the flow and put behind the text",
    ),
    "labels": (
        "bullet or number of an item, a heading or a note set apart from the words",
        "bullets and numbers of items, headings and notes set apart from the words",
    ),
    "asides": ("line of a box or pull quote set apart", "lines of boxes and pull quotes set apart"),
    "captions": (
        "line of a caption or stray text lifted out of the flow and put behind the text",
        "lines of captions and stray text lifted out of the flow and put behind the text",
    ),
}
"""Steps of reading, one and many, in the order in which a page tells them."""

LANGUAGE: Mapping[str, str] = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "nl": "Dutch",
    "pt": "Portuguese",
}


def relation_from(relation: Relation, other: EntityKind) -> str:
    """What a thing is to another, of the kind `other`, that has this relation to it."""
    return _RELATION_FROM_KIND.get((relation, other)) or _RELATION_FROM[relation]


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


def steps(counts: Mapping[str, int]) -> tuple[str, ...]:
    """What reading a text did, and how often; steps that were not needed are left out."""
    known = [name for name in STEPS if counts.get(name)]
    others = sorted(name for name, count in counts.items() if count and name not in STEPS)
    return tuple(_step(name, counts[name]) for name in (*known, *others))


def _step(name: str, count: int) -> str:
    one, many = STEPS.get(name, (name.replace("-", " "), name.replace("-", " ")))
    return f"{count:,} {one if count == 1 else many}"


def language(tag: str) -> str:
    """The language of a BCP 47 tag; the tag where it is none of ours."""
    return LANGUAGE.get(tag.partition("-")[0], tag)


def foldings(names: tuple[str, ...]) -> str:
    """The foldings that were needed, in a phrase."""
    return ", ".join(name.replace("-", " ") for name in names)


def record(kind: str, id: str) -> str:  # noqa: A002 - the records' own word
    """What sort of page a record other than an entity has; nothing need be said of the home page."""
    if kind == "page":
        return "note" if id.startswith("notes/") else "" if id == "index.md" else "page"
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
