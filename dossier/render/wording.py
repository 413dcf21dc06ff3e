"""What the pages call the records' closed words; those of a vocabulary bring their names with them.

What is said of texts is left to `texts`.
"""

from __future__ import annotations

from collections.abc import Mapping

from dossier.model.analysis import QuestionStatus
from dossier.model.evidence import EvidenceState
from dossier.model.kinds import ClaimStatus, Publish, RecordKind, Verdict

STATE: Mapping[EvidenceState, str] = {
    EvidenceState.FOUND: "quoted text found in the pinned copy",
    EvidenceState.FOUND_FOLDED: "quoted text found in the pinned copy, after folding",
    EvidenceState.AMBIGUOUS: "quoted text found more than once in the pinned copy",
    EvidenceState.NOT_FOUND: "quoted text not found in the pinned copy",
    EvidenceState.WITHHELD: "text withheld; the quotation cannot be looked up here",
}

STATUS: Mapping[ClaimStatus, str] = {
    ClaimStatus.MISPRINT: "misprint in the source",
    ClaimStatus.WITHDRAWN: "withdrawn",
}

STATUS_MEANS: Mapping[ClaimStatus, str] = {
    ClaimStatus.MISPRINT: "Kept as printed. No timeline and no scale shows it.",
    ClaimStatus.WITHDRAWN: "Withdrawn by the editors. No timeline and no scale shows it.",
}


PUBLISH: Mapping[Publish, str] = {
    Publish.FULL: "shown in full",
    Publish.EXCERPTS: "shown in excerpts: the quoted passages with their sentence",
    Publish.WITHHELD: "withheld: only the quotations are shown",
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
