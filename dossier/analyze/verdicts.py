"""Checks that a question says why its answers differ, and only then.

What is merely absent may stand in a record that was not valid: then nothing is said about it.
"""

from __future__ import annotations

from collections.abc import Mapping

from dossier.analyze.questions import Comparison
from dossier.model.analysis import QuestionStatus
from dossier.model.codes import Code
from dossier.model.corpus import Corpus
from dossier.model.ids import QuestionId
from dossier.model.kinds import RecordKind, Verdict
from dossier.model.problem import Problems


def check_questions(corpus: Corpus, compared: Mapping[QuestionId, Comparison], problems: Problems) -> None:
    """Report verdicts and notes that are missing or needless, and questions without answers."""
    for found in compared.values():
        if found.answered.status is QuestionStatus.DIFFER:
            _check_differing(corpus, found.answered.question, problems)
        elif found.complete and not corpus.broken:
            _check_agreeing(corpus, found, problems)


def _check_differing(corpus: Corpus, key: QuestionId, problems: Problems) -> None:
    question = corpus.questions[key]
    if question.verdict is None:
        problems.add(
            corpus.place(RecordKind.QUESTION, key),
            Code.VERDICT_MISSING,
            f"the answers to `{key}` differ, and it has no verdict",
            f"add `verdict:` with one of {', '.join(Verdict)}",
        )
    if question.note is None:
        problems.add(
            corpus.place(RecordKind.QUESTION, key),
            Code.NOTE_MISSING,
            f"the answers to `{key}` differ, and it has no note",
            "add `note:` with why, and what can and cannot be concluded",
        )


def _check_agreeing(corpus: Corpus, found: Comparison, problems: Problems) -> None:
    key = found.answered.question
    if not found.answered.positions:
        problems.add(
            corpus.place(RecordKind.QUESTION, key),
            Code.QUESTION_UNANSWERED,
            f"no claim answers `{key}`",
            f"add `answers: [{{question: {key}}}]` to a claim, or remove the question",
        )
    elif corpus.questions[key].verdict is not None:
        problems.add(
            corpus.place(RecordKind.QUESTION, key, "verdict"),
            Code.VERDICT_NEEDLESS,
            f"the answers to `{key}` do not differ, so there is nothing to judge",
            "remove the verdict",
        )
