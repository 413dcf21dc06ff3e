"""Pages of questions, positions side by side, and their index."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.leaves import address
from dossier.leaves.numbers import counted
from dossier.model.analysis import QuestionResult, QuestionStatus
from dossier.model.claim import Claim
from dossier.model.kinds import RecordKind, Verdict
from dossier.model.output import OutputFile
from dossier.model.question import Question
from dossier.render import wording
from dossier.render.answers import value
from dossier.render.catalog import Catalog
from dossier.render.origins import count_origins
from dossier.render.view import View
from dossier.render.writing import Front, write_page

Asked = tuple[Question, QuestionResult]


def pages(catalog: Catalog) -> Iterator[OutputFile]:
    """The index, and one page a question."""
    asked = answered(catalog)
    front = Front(
        "Questions",
        "index",
        "Where several claims answer one question, side by side.",
        outline=True,
        searchable=False,
    )
    groups = list(_groups(asked))
    yield write_page(View(catalog, "questions/"), front, "questions.md", groups=groups, asked=asked)
    for question, found in asked:
        yield _page(catalog, question, found)


def answered(catalog: Catalog) -> list[Asked]:
    """The questions with their positions, those with most positions first."""
    questions = catalog.dossier.corpus.questions
    asked = [
        (questions[key], found)
        for key, found in catalog.dossier.analysis.questions.items()
        if key in questions
    ]
    return sorted(asked, key=lambda pair: (-len(pair[1].positions), pair[0].asks.casefold(), pair[0].id))


def _groups(asked: list[Asked]) -> Iterator[tuple[str, str, str, list[Asked]]]:
    """Heading, what it means, anchor and questions: those that differ first, by verdict."""
    for verdict in (*Verdict, None):
        members = [
            pair for pair in asked if pair[1].status is QuestionStatus.DIFFER and pair[0].verdict is verdict
        ]
        words = f"Answers differ: {wording.VERDICT[verdict]}" if verdict else "Answers differ"
        means = wording.VERDICT_MEANS[verdict] if verdict else ""
        if members:
            yield words, means, f"differ--{verdict.value if verdict else 'other'}", members
    for status, words, means in (
        (QuestionStatus.AGREE, "Sources agree", "That sources agree does not make them independent."),
        (QuestionStatus.SINGLE, "One source answers", ""),
    ):
        members = [pair for pair in asked if pair[1].status is status and pair[1].positions]
        if members:
            yield words, means, status.value, members
    members = [pair for pair in asked if not pair[1].positions]
    if members:
        yield "No claim answers yet", "", "open", members


def _page(catalog: Catalog, question: Question, found: QuestionResult) -> OutputFile:
    view = View(catalog, address.page_of(RecordKind.QUESTION, question.id))
    claims = catalog.claims(claim for position in found.positions for claim in position.claims)
    front = Front(
        question.asks,
        "question",
        view.plain(RecordKind.QUESTION, question.id, "note") or _told(view, found),
        record="sources/index/questions.yml",
    )
    return write_page(
        view,
        front,
        "question.md",
        question=question,
        answered=found,
        mentions=view.cited_on(RecordKind.QUESTION, question.id),
        sources=catalog.sources_of(claims),
        origins=count_origins(claims),
        off_scale=_off_scale(claims),
    )


def _told(view: View, found: QuestionResult) -> str:
    """The answers in a line, for those who have only the title and this."""
    told = "; ".join(
        f"{value(view, position)} ({', '.join(map(view.label, position.sources))})"
        for position in found.positions
    )
    return (
        f"{wording.QUESTION_STATUS[found.status].capitalize()}: {told}." if told else "No claim answers yet."
    )


def _off_scale(claims: tuple[Claim, ...]) -> str:
    """What a scale leaves out, in words."""
    left = sum(not claim.counts for claim in claims)
    return f"{counted(left, 'misprint')} {'is' if left == 1 else 'are'} left" if left else ""
