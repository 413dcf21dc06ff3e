"""The one spelling of an answer's value, by the type of its question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from dossier.leaves.dates import parse_date
from dossier.leaves.numbers import parse_number
from dossier.model.kinds import QuestionType
from dossier.model.question import OPEN_LIST, Question

Value = str | tuple[str, ...]

MEND: Mapping[QuestionType, str] = {
    QuestionType.DATE: "write an EDTF date: 2013-03-23, 2014-07, 1985~, 2011/..",
    QuestionType.NUMBER: "write digits: 1122 or 1,122 or 3.5; `about` and the like go under `bound`",
    QuestionType.CHOICE: "write one of the question's choices",
    QuestionType.SET: "write a list: [one, another], with “…” last where more may belong to it",
}


def canonical(question: Question, typed: Value | None) -> Value:
    """The value in its one spelling; raises `ValueError` with a sentence for authors."""
    if typed is None:
        raise ValueError("the answer has no value, and the claim no figure to take it from")
    return _BY_TYPE[question.type](question, typed)


def in_order(question: Question, members: Iterable[str]) -> tuple[str, ...]:
    """The members of a set in the order of the question's choices, else sorted; the mark of an open list last."""
    rank = {choice: number for number, choice in enumerate(question.choices)}
    return tuple(
        sorted(set(members), key=lambda value: (value == OPEN_LIST, rank.get(value, len(rank)), value))
    )


def by_value(kind: QuestionType, value: Value) -> tuple[object, ...]:
    """The key that puts canonical values of one question in order: numbers by size, dates by time, else by letters."""
    if kind is QuestionType.NUMBER:
        return (Decimal(str(value)),)
    if kind is QuestionType.DATE:
        return (*parse_date(str(value)).order, str(value))
    return value if isinstance(value, tuple) else (value,)


def _single(question: Question, typed: Value) -> str:
    if isinstance(typed, tuple):
        raise ValueError(f"a question of type {question.type} takes one value, not a list")  # noqa: TRY004 - an author's
    return typed


def _date(question: Question, typed: Value) -> Value:
    return parse_date(_single(question, typed)).edtf


def _number(question: Question, typed: Value) -> Value:
    number = parse_number(_single(question, typed))
    return format(number.normalize() if number else Decimal(0), "f")


def _choice(question: Question, typed: Value) -> Value:
    return _single(question, typed)


def _set(question: Question, typed: Value) -> Value:
    if not isinstance(typed, tuple):
        raise ValueError("a question of type set takes a list of values")  # noqa: TRY004 - an author's
    if OPEN_LIST in typed[:-1]:
        raise ValueError(f"`{OPEN_LIST}` marks an open list and stands last")
    if set(typed) <= {OPEN_LIST}:
        raise ValueError("the list has no value")
    return in_order(question, typed)


_BY_TYPE: Mapping[QuestionType, Callable[[Question, Value], Value]] = {
    QuestionType.DATE: _date,
    QuestionType.NUMBER: _number,
    QuestionType.CHOICE: _choice,
    QuestionType.SET: _set,
}
