"""Counts the questions whose answers differ by what that means: few of them are contradictions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from dossier.model.analysis import Disagreement, QuestionResult, QuestionStatus
from dossier.model.corpus import Corpus
from dossier.model.ids import QuestionId
from dossier.model.kinds import Verdict

_OTHERWISE = (Verdict.DIFFERENT_SCOPE, Verdict.DIFFERENT_WORDING, Verdict.DIFFERENT_JUDGMENT)


def count_disagreement(corpus: Corpus, results: Mapping[QuestionId, QuestionResult]) -> Disagreement:
    """By the verdicts of the questions on which answers differ; one without a verdict is a problem, and in no count."""
    found = Counter(
        corpus.questions[key].verdict
        for key, result in results.items()
        if result.status is QuestionStatus.DIFFER
    )
    return Disagreement(
        between_sources=found[Verdict.CONTRADICTION],
        within_one=found[Verdict.SELF_CONTRADICTION],
        otherwise=sum(found[verdict] for verdict in _OTHERWISE),
        misprints=found[Verdict.MISPRINT],
    )
