"""The order of answers' values."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.model.claim import AnswerValue
from dossier.model.date import Date
from dossier.model.quantity import Quantity
from dossier.model.question import OPEN_LIST, Question


def in_order(question: Question, members: Iterable[str]) -> tuple[str, ...]:
    """The members of a set in the order of the question's choices, else sorted; the mark of an open list last."""
    rank = {choice: number for number, choice in enumerate(question.choices)}
    return tuple(
        sorted(set(members), key=lambda value: (value == OPEN_LIST, rank.get(value, len(rank)), value))
    )


def by_value(value: AnswerValue) -> tuple[object, ...]:
    """The key that puts values of one question in order: numbers by size, dates by time, else by letters."""
    match value:
        case Quantity():
            return (value.value,)
        case Date():
            return (*value.order, value.edtf)
        case tuple():
            return value
        case str():
            return (value,)
