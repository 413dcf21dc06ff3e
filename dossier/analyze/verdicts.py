"""Checks that a question says why its answers differ, and only then.

What is merely absent may be in a record that was not valid, or that names its question wrong: then nothing is said
about it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from dossier.analyze.questions import Comparison
from dossier.leaves.phrases import listed
from dossier.model.analysis import QuestionResult, QuestionStatus
from dossier.model.codes import Code
from dossier.model.corpus import Corpus
from dossier.model.ids import ClaimId, QuestionId
from dossier.model.kinds import RecordKind, Verdict
from dossier.model.links import Cite, Links
from dossier.model.problem import Problems, Related

_CITED = re.compile(r"@([a-z0-9]+(?:-[a-z0-9]+)*)")


def check_questions(
    corpus: Corpus, compared: Mapping[QuestionId, Comparison], links: Links, problems: Problems
) -> None:
    """Report verdicts and notes that are missing, needless or incomplete, and questions without answers."""
    all_known = not corpus.broken and all(
        answer.question in corpus.questions for claim in corpus.claims.values() for answer in claim.answers
    )
    for found in compared.values():
        _check_note(corpus, found.answered, links, problems)
        if found.answered.status is QuestionStatus.DIFFER:
            _check_differing(corpus, found.answered, problems)
        elif found.complete and all_known:
            _check_agreeing(corpus, found, problems)


def _check_differing(corpus: Corpus, result: QuestionResult, problems: Problems) -> None:
    key = result.question
    question = corpus.questions[key]
    if question.verdict is not None and question.note is not None:
        return
    answers = [_answer(corpus, key, position.claims[0]) for position in result.positions]
    if question.verdict is None:
        problems.add(
            corpus.place(RecordKind.QUESTION, key),
            Code.VERDICT_MISSING,
            f"the answers to `{key}` differ, and it has no verdict",
            f"add `verdict:` with one of {', '.join(Verdict)}",
            answers,
        )
    if question.note is None:
        problems.add(
            corpus.place(RecordKind.QUESTION, key),
            Code.NOTE_MISSING,
            f"the answers to `{key}` differ, and it has no note",
            "add `note:` with why, and what can and cannot be concluded",
            answers,
        )


def _check_note(corpus: Corpus, result: QuestionResult, links: Links, problems: Problems) -> None:
    """A note that cites some answers, and not all, makes readers think that those are all."""
    key = result.question
    fragments = links.inline.get(((RecordKind.QUESTION, key), "note"), ())
    cited = {fragment.id for fragment in fragments if isinstance(fragment, Cite)}
    missing = [id_ for position in result.positions for id_ in position.claims if id_ not in cited]
    misspelled = {*_CITED.findall(corpus.questions[key].note or "")} - {*corpus.claims, *corpus.works}
    if fragments and missing and not misspelled:
        problems.add(
            corpus.place(RecordKind.QUESTION, key, "note"),
            Code.ANSWER_NOT_IN_NOTE,
            f"the note does not cite {listed([f'`{id_}`' for id_ in missing])}, which "
            f"{'answers' if len(missing) == 1 else 'answer'} `{key}`",
            "say in the note what each answer adds, and cite it: [@claim-id]",
            [_answer(corpus, key, id_) for id_ in missing],
        )


def _answer(corpus: Corpus, question: QuestionId, claim: ClaimId) -> Related:
    """Where a claim answers a question."""
    number = [answer.question for answer in corpus.claims[claim].answers].index(question)
    place = corpus.place(RecordKind.CLAIM, claim, "answers", number, "value")
    return Related(place, f"the answer of `{claim}`")


def _check_agreeing(corpus: Corpus, found: Comparison, problems: Problems) -> None:
    key = found.answered.question
    if not found.answered.positions:
        problems.add(
            corpus.place(RecordKind.QUESTION, key),
            Code.QUESTION_UNANSWERED,
            f"no claim answers `{key}`",
            f"add `answers: [{{question: {key}}}]` to a claim, or delete the question",
        )
    elif corpus.questions[key].verdict is not None:
        problems.add(
            corpus.place(RecordKind.QUESTION, key, "verdict"),
            Code.VERDICT_NEEDLESS,
            f"the answers to `{key}` agree, so no verdict is needed",
            "delete the verdict",
        )
