"""What readers are told for the records' closed words, where pages and pictures have to say the same."""

from __future__ import annotations

from collections.abc import Mapping

from dossier.model.analysis import QuestionStatus
from dossier.model.kinds import Cooperation, Verdict

COOPERATION: Mapping[Cooperation, str] = {
    Cooperation.PRESENT: "cooperation",
    Cooperation.ABSENT: "no cooperation",
    Cooperation.STRAINED: "cooperation strained",
    Cooperation.SUSPENDED: "cooperation suspended",
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
