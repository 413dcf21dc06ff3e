"""Topics, and questions that several claims answer. How answers compare is left to `analyze`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from dossier.model.day import Day
from dossier.model.history import Revision
from dossier.model.ids import ClaimIdField, EntityIdField, QuestionIdField, TopicIdField
from dossier.model.kinds import QuestionType, Verdict
from dossier.model.record import Record, Text

OPEN_LIST = "…"
"""The last item of a set that may have more members than are listed."""


class Topic(Record):
    """A record of `topics.yml`; `intro` is inline Markdown whose every sentence cites a claim."""

    id: TopicIdField
    """Stays for ever."""
    name: Text
    """As headings show it."""
    intro: Text | None = None
    """Inline Markdown; every sentence cites a claim."""
    formerly: tuple[TopicIdField, ...] = ()
    """Ids that it had before; the command `rename` writes them."""


class Question(Record):
    """A record of `questions.yml`: one thing, at one time, that several claims answer.

    `choices` are the allowed values (words or entity ids) of a choice or set. `verdict` and `note`
    (inline Markdown) are required when the answers differ.
    """

    id: QuestionIdField
    """Stays for ever."""
    asks: Text
    """The question, for one time: it ends with a question mark."""
    type: QuestionType
    """How answers are compared."""
    about: tuple[EntityIdField, ...] = ()
    """Ids of entities."""
    choices: tuple[Text, ...] = ()
    """What a choice or set chooses from: words or ids of entities."""
    verdict: Verdict | None = None
    """Required when the sources differ."""
    note: Text | None = None
    """Inline Markdown, required when the sources differ: why, and what can and cannot be concluded."""
    added: Day | None = None
    """The day on which it was added."""
    revised: tuple[Revision, ...] = ()
    """What it said before, and why that was changed."""
    formerly: tuple[QuestionIdField, ...] = ()
    """Ids that it had before; the command `rename` writes them."""


class NoQuestion(Record):
    """A record of `questions.yml` without an id: claims that the command `questions` need not propose to compare."""

    no_question: Annotated[tuple[ClaimIdField, ...], Field(min_length=2)]
    """In a record of its own, without `id`: ids of claims of two or more sources that need no comparison."""
    why: Text
    """In the same record: why they need none."""
