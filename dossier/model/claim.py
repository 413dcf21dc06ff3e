"""The claim: one statement, in our words, that one source makes, with the quotation that shows it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BeforeValidator, Field, GetPydanticSchema, WithJsonSchema
from pydantic.json_schema import SkipJsonSchema

from dossier.model.codes import Code
from dossier.model.date import Date
from dossier.model.day import Day
from dossier.model.from_text import LIST, NAMES, TEXT, Typed, UnreadableValueError, by_shape
from dossier.model.history import Revision
from dossier.model.ids import (
    ClaimIdField,
    EntityId,
    EntityIdField,
    QuestionIdField,
    SourceKey,
    TopicIdField,
    WorkKeyField,
)
from dossier.model.kinds import Bound, ClaimStatus, Lane
from dossier.model.quantity import Quantity
from dossier.model.record import Allowance, Record, Text, declared
from dossier.model.vocabulary import Qualifier, QualifierState, Word

LABEL_LENGTH = 40
"""How many characters there are in a label at most, and in a statement that needs none."""

AnswerValue = Date | Quantity | str | tuple[str, ...]
"""What an answer says: by the type of its question a date, a number, a choice, or a set, whose last item may be `…`."""

_TypedAnswer = Annotated[
    Annotated[Typed, TEXT] | Annotated[tuple[Typed, ...], LIST], by_shape("text or a list")
]
AnswerValueField = Annotated[
    AnswerValue,
    GetPydanticSchema(lambda _, handler: handler.generate_schema(_TypedAnswer)),
]
"""Text or texts in a record by itself; `load` types it when it knows the question."""


def _in_plain_digits(value: Quantity) -> Quantity:
    """Figures are exported as typed, for programs to read."""
    if value.typed != value.plain:
        message = f"`{value.typed}` is not written in plain digits"
        raise UnreadableValueError(Code.BAD_NUMBER, message, f"write `{value.plain}`")
    return value


class Figure(Record):
    """A number that is the claim's point. `period` is EDTF, where it counts over one."""

    value: Annotated[Quantity, AfterValidator(_in_plain_digits)]
    """Digits alone: `1122`, `0.5`."""
    unit: Text
    """What is counted: `people`, `cells`."""
    bound: Bound = Bound.EXACT
    """How the source bounds it."""
    period: Date | None = None
    """EDTF, where it counts over a period: `2002/..`."""

    @property
    def quantity(self) -> Quantity:
        """The value with its bound."""
        return replace(self.value, bound=self.bound)


class Answer(Record):
    """What a claim answers to a question; `value`, `bound` and `period` default to the figure's.

    An answer with another value is not about the figure, and takes neither bound nor period from it. `value` is
    a tuple for questions of type set, where a last item "…" marks an open list.
    """

    question: QuestionIdField
    """The id of a question."""
    value: AnswerValueField | None = None
    """A date, number or choice; a list for a set, `…` its last item if open. A figure's unless given."""
    bound: Bound | None = None
    """A figure's, else `exact`, unless given."""
    period: Date | None = None
    """A figure's, unless given."""


class Via(Record):
    """A work that the source cites for a claim; written `"key"` or `"key, p. 7"`."""

    work: WorkKeyField
    locator: Text | None = None

    @classmethod
    def from_text(cls, typed: Any) -> Any:  # noqa: ANN401 - a validator sees whatever was typed
        """Split `"key, locator"`; anything but text is left for pydantic to refuse."""
        if not isinstance(typed, str):
            return typed
        work, _, locator = typed.partition(",")
        return {"work": work.strip()} | ({"locator": locator.strip()} if locator.strip() else {})


ViaField = Annotated[
    Via, BeforeValidator(Via.from_text), WithJsonSchema({"type": "string", "minLength": 1, NAMES: "work"})
]


@dataclass(frozen=True, slots=True)
class When:
    """A date of a claim, and the lane of the timeline that it is for."""

    lane: Lane
    date: Date


class Claim(Record):
    """A record of `sources/<key>/claims.yml`; `source` is the folder's key and is not typed.

    Texts (`statement`, `quote`, `prefix`, `suffix`, `remark`) are plain. Dates are EDTF level 1.
    `about` begins with what the claim is chiefly about. The qualifiers of a vocabulary are further fields
    (`record_types`).
    """

    id: ClaimIdField
    """Begins with the source's key and names the subject, not the value. Stays for ever."""
    source: SkipJsonSchema[SourceKey]
    statement: Text
    """In our words: no more and no less than the quote says, and clear by itself. Plain text."""
    quote: Text
    """The source's own words, exactly. `[…]` stands for words left out."""
    kind: Word
    """The first that fits."""
    about: tuple[EntityIdField, ...]
    """Ids of entities; the first is what the claim is chiefly about. May be empty."""
    topics: tuple[TopicIdField, ...]
    """Ids of topics."""
    label: Annotated[Text, Field(max_length=LABEL_LENGTH)] | None = None
    """What the timeline and pictures call it, in 40 characters at most: no more than the statement says. Plain text."""
    date: Date | None = None
    """EDTF: when what the statement's main verb tells of happened. Makes an entry of the timeline."""
    as_of: Date | None = None
    """EDTF: the moment at which a figure, a judgment or an office held or was given, or words were published."""
    figure: Figure | None = None
    """The number that is the point of the claim."""
    speaker: tuple[EntityIdField, ...] = ()
    """Ids of those whose words the text reports by name."""
    via: tuple[ViaField, ...] = ()
    """Works that the source itself cites for this: `key`, or `key, p. 7`."""
    answers: tuple[Answer, ...] = ()
    """Questions that the quote itself answers."""
    prefix: Text | None = None
    """Words just before the quote, where the text has it more than once."""
    suffix: Text | None = None
    """Words just after the quote, where the text has it more than once."""
    context: tuple[Text, ...] = ()
    """Further passages of the same source that name the subject or the date which the quote only points at."""
    remark: Text | None = None
    """An editor's, shown as such. Plain text."""
    status: ClaimStatus | None = None
    """`misprint` (kept as printed) or `withdrawn`; needs a remark."""
    allow: tuple[Allowance, ...] = ()
    """Warnings that are accepted, and why."""
    added: Day | None = None
    """The day on which it was added; that on which its source was supplied, unless given."""
    revised: tuple[Revision, ...] = ()
    """What it said before, and why that was changed."""
    formerly: tuple[ClaimIdField, ...] = ()
    """Ids that it had before; the command `rename` writes them."""

    @property
    def counts(self) -> bool:
        """Whether the claim is shown on timeline and scales: neither misprint nor withdrawn."""
        return self.status is None

    @property
    def whens(self) -> tuple[When, ...]:
        """Its dates, each in its lane; the timeline has the claim at the first."""
        dates = {
            Lane.HAPPENED: self.date,
            Lane.COUNTED: self.figure.period if self.figure else None,
            Lane.HELD: self.as_of,
        }
        return tuple(When(lane, date) for lane, date in dates.items() if date)

    @property
    def concerns(self) -> tuple[EntityId, ...]:
        """The entities that the claim is about, then those whose words it reports, each once."""
        return tuple(dict.fromkeys((*self.about, *self.speaker)))

    @property
    def tells(self) -> tuple[tuple[Qualifier, QualifierState], ...]:
        """The states that the claim tells of: its author wrote them, or its kind tells of the usual ones."""
        told = (
            (qualifier, getattr(self, name) or (qualifier.usual if self.kind in qualifier.told_by else None))
            for name, qualifier in declared(type(self), Qualifier)
        )
        return tuple((qualifier, state) for qualifier, state in told if state)

    def told(self, qualifier: Qualifier) -> QualifierState | None:
        """The state of one qualifier that the claim tells of."""
        return next((state for known, state in self.tells if known == qualifier), None)

    def answer_to(self, question: str) -> Answer | None:
        """This claim's answer to a question, with value, bound and period filled from the figure."""
        for answer in self.answers:
            if answer.question == question:
                return self._filled(answer)
        return None

    def _filled(self, answer: Answer) -> Answer:
        figure = self.figure
        if figure is None or answer.value not in {None, figure.value}:
            return answer.model_copy(update={"bound": answer.bound or Bound.EXACT})
        return answer.model_copy(
            update={
                "value": figure.value,
                "bound": answer.bound or figure.bound,
                "period": answer.period or figure.period,
            }
        )

    @classmethod
    def of_source(cls, source: SourceKey, typed: dict[str, Any]) -> Self:
        """Validate what was typed in a source's `claims.yml`; raises pydantic's `ValidationError`."""
        return cls.model_validate({**typed, "source": source})
