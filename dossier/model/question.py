"""Topics, and questions that several claims answer. How answers compare is left to `analyze`."""

from __future__ import annotations

from dossier.model.ids import EntityIdField, QuestionIdField, TopicIdField
from dossier.model.kinds import QuestionType, Verdict
from dossier.model.record import Record, Text


class Topic(Record):
    """A record of `topics.yml`; `intro` is inline Markdown whose every sentence cites a claim."""

    id: TopicIdField
    name: Text
    intro: Text | None = None


class Question(Record):
    """A record of `questions.yml`: one thing, at one time, that several claims answer.

    `choices` are the allowed values (words or entity ids) of a choice or set. `verdict` and `note`
    (inline Markdown) are required when the answers differ.
    """

    id: QuestionIdField
    asks: Text
    type: QuestionType
    about: tuple[EntityIdField, ...] = ()
    choices: tuple[Text, ...] = ()
    verdict: Verdict | None = None
    note: Text | None = None
