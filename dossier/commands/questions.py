"""`questions`: comparisons that the records offer and that nobody has made, each ready to paste.

Which claims look as if they told of one thing is left to `analyze`; whether they do, to the author.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from dossier.analyze.uncompared import Candidate, Likeness, find_uncompared
from dossier.commands.example import example
from dossier.commands.exit_codes import PROBLEMS
from dossier.commands.stub import wrapped
from dossier.commands.unread import refuse_unread
from dossier.leaves.numbers import counted
from dossier.model.corpus import Corpus
from dossier.model.ids import QuestionId
from dossier.model.kinds import QuestionType, RecordKind
from dossier.model.problem import Problems
from dossier.pipeline import check

_FILE = "sources/index/questions.yml"
_SHARE = {
    Likeness.UNIT: "figures of the same unit about",
    Likeness.DATE: "dates of",
    Likeness.JUDGMENT: "what is said of the same kind and topic about",
}
_TYPES = {
    Likeness.UNIT: QuestionType.NUMBER,
    Likeness.DATE: QuestionType.DATE,
    Likeness.JUDGMENT: QuestionType.CHOICE,
}


@click.command(epilog=example("questions"))
@click.option(
    "--strict", is_flag=True, help="Fail where anything is proposed, or a `no_question` is not needed."
)
@click.pass_obj
def questions(root: Path, *, strict: bool) -> None:
    """Propose comparisons: claims that look alike and that no question joins.

    Alike are figures of one unit about the same, dates of one event, and what is said of the same with one kind and
    topic. What rightly is not compared is listed under `no_question` in questions.yml, with a reason.
    """
    unheard = Problems()  # `check` shows them
    corpus = check(root, unheard).corpus
    refuse_unread(corpus, unheard)
    found = find_uncompared(corpus)
    taken = {*corpus.entities, *corpus.topics, *corpus.questions}
    for proposal in found.proposals:
        click.echo("\n".join(_lines(corpus, proposal, taken)) + "\n")
    for placed in found.needless:
        click.echo(
            f"# {placed.places.of('no_question')}: nothing would propose to compare these: delete the record"
        )
    proposed, needless = len(found.proposals), len(found.needless)
    click.echo(
        f"{counted(proposed, 'comparison')} proposed, {len(corpus.no_questions) - needless} answered by "
        f"`no_question`, {needless} not needed; {counted(len(corpus.questions), 'question')}"
    )
    sys.exit(PROBLEMS if strict and (proposed or needless) else 0)


def _lines(corpus: Corpus, proposal: Candidate, taken: set[str]) -> Iterator[str]:
    """What is alike, the claims with their places, and what to paste."""
    yield f"# {_SHARE[proposal.likeness]} {proposal.about}"
    for id_ in proposal.claims:
        claim = corpus.claims[id_]
        answered = "".join(f", answers {answer.question}" for answer in claim.answers)
        yield f"# {corpus.place(RecordKind.CLAIM, id_, 'id')} · {id_}{answered}"
        yield from wrapped(claim.statement, "#   ")
    for question in proposal.questions:
        yield from _answer(corpus, question)
    yield from _question(proposal, taken)
    yield f"# or, if nothing is to be compared, in {_FILE}:"
    listed = wrapped(f"- no_question: [{', '.join(proposal.claims)}]", "#     ", first="# ")
    yield from [*listed, '#   why: ""']


def _answer(corpus: Corpus, question: QuestionId) -> Iterator[str]:
    """What a claim that answers nothing yet could answer."""
    asked = corpus.questions.get(question)
    if asked is not None:
        yield from wrapped(f"{asked.asks} To answer it, in a claim:", "# ")
        choices = f" # {', '.join(asked.choices)}" if asked.choices else ""
        yield f'#   answers: [{{question: {question}, value: ""}}]{choices}'


def _question(proposal: Candidate, taken: set[str]) -> Iterator[str]:
    """A new question, with an id that none has; it ends where its author has to decide."""
    wanted = f"{proposal.about}-{proposal.likeness}"
    numbers = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    id_ = next(id_ for id_ in (wanted, *numbers) if id_ not in taken)
    taken.add(id_)
    type_ = _TYPES[proposal.likeness]
    yield f"# a question, in {_FILE}; then `answers: [{{question: {id_}}}]` in the claims:"
    yield from [f"- id: {id_}", '  asks: ""', f"  type: {type_}", f"  about: [{proposal.about}]"]
    if type_ is QuestionType.CHOICE:
        yield from ["  choices:", '    - ""', '    - ""']
