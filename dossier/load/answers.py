"""The values of answers, read as their questions compare them: a date, a number, a choice, a set.

Answers to questions that do not exist are left to `link`, as are values that are none of a question's choices.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from dossier.load.records import Records
from dossier.model.claim import Answer, AnswerValue, Claim
from dossier.model.codes import Code
from dossier.model.date import Date
from dossier.model.from_text import UnreadableValueError
from dossier.model.kinds import QuestionType, RecordKind
from dossier.model.problem import Problems, Related
from dossier.model.quantity import Quantity
from dossier.model.question import OPEN_LIST, Question


def type_answers(claims: Records[Claim], questions: Records[Question], problems: Problems) -> Records[Claim]:
    """The claims with the values of their answers typed; one whose value its question cannot compare is broken."""
    sound: dict[str, Claim] = {}
    for id_, claim in claims.sound.items():
        answers: list[Answer] = []
        for at, answer in enumerate(claim.answers):
            try:
                answers.append(type_answer(answer, claim, questions.sound.get(answer.question)))
            except UnreadableValueError as error:
                place = claims.places[RecordKind.CLAIM, id_].of("answers", at, "value")
                message = f"this answer does not fit `{answer.question}`: {error}"
                asked = questions.places[RecordKind.QUESTION, answer.question].of("type")
                related = [Related(asked, "the type of the question")]
                problems.add(place, Code.BAD_ANSWER, message, error.help, related)
        if len(answers) == len(claim.answers):
            sound[id_] = claim.model_copy(update={"answers": tuple(answers)})
    return replace(claims, sound=sound, broken=claims.broken | (claims.sound.keys() - sound.keys()))


def type_answer(answer: Answer, claim: Claim, question: Question | None) -> Answer:
    """The answer with its value typed, as it is where there is no such question; raises `UnreadableValueError`."""
    if question is None:
        return answer
    if answer.value is not None:
        return answer.model_copy(update={"value": _READ[question.type](answer.value)})
    if question.type is not QuestionType.NUMBER or claim.figure is None:
        raise _refusal(
            "it has no value, and only a number is taken from the claim's figure", "add `value: …`"
        )
    return answer


def _date(typed: AnswerValue) -> Date:
    return Date.parse(_single(typed))


def _number(typed: AnswerValue) -> Quantity:
    return Quantity.parse(_single(typed))


def _single(typed: AnswerValue) -> str:
    if isinstance(typed, str):
        return typed
    raise _refusal("it takes one value, and this is a list", "write the value without brackets")


def _set(typed: AnswerValue) -> tuple[str, ...]:
    if not isinstance(typed, tuple):
        help_ = f"write `[one, another]`, with `{OPEN_LIST}` last where the list may go on"
        raise _refusal("it takes a list of values", help_)
    if OPEN_LIST in typed[:-1]:
        raise _refusal(f"`{OPEN_LIST}` marks an open list and comes last", "move it to the end")
    if typed == (OPEN_LIST,):
        raise _refusal("the list has no value", f"name what the source names, before `{OPEN_LIST}`")
    return typed


def _refusal(message: str, fix: str) -> UnreadableValueError:
    return UnreadableValueError(Code.BAD_ANSWER, message, fix)


_READ: Mapping[QuestionType, Callable[[AnswerValue], AnswerValue]] = {
    QuestionType.DATE: _date,
    QuestionType.NUMBER: _number,
    QuestionType.CHOICE: _single,
    QuestionType.SET: _set,
}
