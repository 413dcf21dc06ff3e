"""What the pages call the records' closed words; those of a vocabulary bring their names with them.

What is said of texts is left to `texts`.
"""

from __future__ import annotations

from collections.abc import Mapping

from dossier.leaves.fold import folded_text
from dossier.leaves.language.datings import find_datings
from dossier.leaves.language.languages import OURS, language_of
from dossier.leaves.language.time_relations import relations_before
from dossier.leaves.phrases import headed
from dossier.model.analysis import Disagreement, QuestionResult, QuestionStatus
from dossier.model.claim import Claim, When
from dossier.model.date import Date
from dossier.model.edtf import in_phrase
from dossier.model.evidence import EvidenceState
from dossier.model.kinds import ClaimStatus, Lane, Publish, RecordKind, Verdict
from dossier.model.question import Question

STATE: Mapping[EvidenceState, str] = {
    EvidenceState.FOUND: "quoted text found in the pinned copy",
    EvidenceState.FOUND_FOLDED: "quoted text found in the pinned copy, after folding",
    EvidenceState.AMBIGUOUS: "quoted text found more than once in the pinned copy",
    EvidenceState.NOT_FOUND: "quoted text not found in the pinned copy",
    EvidenceState.WITHHELD: "text withheld; the quotation cannot be looked up here",
}

LANE: Mapping[Lane, str] = {
    Lane.HAPPENED: "Happened",
    Lane.COUNTED: "Counted",
    Lane.HELD: "Held",
}

LANE_MEANS: Mapping[Lane, str] = {
    Lane.HAPPENED: "when something happened",
    Lane.COUNTED: "over what period a figure counts",
    Lane.HELD: "the moment for which a figure, a judgment or an office is told, or words were published",
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
    Verdict.CONTRADICTION: "sources contradict each other",
    Verdict.SELF_CONTRADICTION: "a text contradicts itself",
    Verdict.DIFFERENT_SCOPE: "answered for another scope",
    Verdict.DIFFERENT_WORDING: "answered in other words",
    Verdict.DIFFERENT_JUDGMENT: "judged differently",
    Verdict.MISPRINT: "a misprint",
}

VERDICT_MEANS: Mapping[Verdict, str] = {
    Verdict.CONTRADICTION: "Two sources cannot both be right.",
    Verdict.SELF_CONTRADICTION: "One source gives answers that cannot both be right.",
    Verdict.DIFFERENT_SCOPE: "The answers speak of different times, places or groups, so that all of them may hold.",
    Verdict.DIFFERENT_WORDING: "The sources say it in other words, and may mean the same.",
    Verdict.DIFFERENT_JUDGMENT: "The sources judge the same thing differently.",
    Verdict.MISPRINT: "One answer is impossible as printed.",
}


def outcome(question: Question, answered: QuestionResult) -> str:
    """How the answers to a question compare, in a few words."""
    if answered.status is QuestionStatus.DIFFER and question.verdict:
        return VERDICT[question.verdict]
    return QUESTION_STATUS[answered.status]


def outcome_sort(question: Question, answered: QuestionResult) -> str:
    """The same as a class of signs and marks; only what cannot all be right is a `conflict`."""
    if answered.status is QuestionStatus.DIFFER and question.verdict and question.verdict.conflicts:
        return "conflict"
    return answered.status


def disagreement(found: Disagreement) -> tuple[tuple[Verdict | None, str], ...]:
    """On how many questions answers differ, and what it means: contradictions first, nothing that there is none of.

    Each has the verdict that it counts, if it is one alone.
    """
    otherwise = "answered in other words, for another scope or judged differently"
    counts = (
        (found.between_sources, Verdict.CONTRADICTION, "on which sources contradict each other"),
        (found.within_one, Verdict.SELF_CONTRADICTION, "on which a text contradicts itself"),
        (found.otherwise, None, otherwise),
        (found.misprints, Verdict.MISPRINT, "misprint" if found.misprints == 1 else "misprints"),
    )
    return tuple((verdict, f"{number:,} {words}") for number, verdict, words in counts if number)


def when(dated: When, claim: Claim) -> str:
    """A date of a claim with what it is the date of: `23 March 2013`, `counted over 2015–2016`, `as of July 2014`."""
    label, date = dated.date.label, dated.date
    if dated.lane is Lane.HAPPENED:
        return happened(date, claim.statement)
    if date.interval and (date.start is None or date.end is None):
        return f"{dated.lane} {label}"
    return f"counted over {label}" if dated.lane is Lane.COUNTED else f"as of {label}"


def happened(date: Date, statement: str) -> str:
    """The date of what a statement says happened: `from 2011 on`, but `after 2011` where the statement says so.

    What came after the attacks of November 2015 may have come in that month: `November 2015 or later`.
    """
    if date.start is None or not date.edtf.endswith("/.."):
        return date.label
    text, ours, start = folded_text(statement), language_of(OURS), in_phrase(date.start.label)
    for dating in find_datings(text, ours):
        if date.start.first.year in {dating.year, dating.decade, dating.century}:
            near, around = (
                {relation for relation, _ in relations_before(text, dating.start, ours, strict=strict)}
                for strict in (True, False)
            )
            if "after" in around and "since" not in near:
                return f"after {start}" if "after" in near else f"{start} or later"
    return date.label


def record(kind: RecordKind, id: str) -> str:  # noqa: A002 - the records' own word
    """What sort of page a record other than an entity has; nothing need be said of the home page."""
    if kind is RecordKind.PAGE:
        return "note" if id.startswith("notes/") else "" if id == "index.md" else "page"
    return kind


def field(name: str) -> str:
    """The field of a record, for readers: `As of`."""
    return headed(name.replace("_", " "))


def license(name: str) -> str:  # noqa: A001 - the record's own word
    """A license as the records name it."""
    return {"unstated": "No license is stated", "permission": "By permission"}.get(name, f"License {name}")


def anchor(letter: str) -> str:
    """The anchor of a letter of the index: `a`, `0` for numbers."""
    return letter.casefold()[:1] if letter == "0–9" else letter.casefold()
