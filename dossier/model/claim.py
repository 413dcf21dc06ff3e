"""The claim: one statement, in our words, that one source makes, with the quotation that shows it."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import BeforeValidator, WithJsonSchema
from pydantic.json_schema import SkipJsonSchema

from dossier.model.ids import (
    ClaimIdField,
    EntityIdField,
    QuestionIdField,
    SourceKey,
    TopicIdField,
    WorkKeyField,
)
from dossier.model.kinds import Bound, ClaimKind, ClaimStatus, Cooperation
from dossier.model.record import Allowance, Edtf, Record, Text, Value


class Figure(Record):
    """A number that is the claim's point. `period` is EDTF, where it counts over one."""

    value: Value
    unit: Text
    bound: Bound = Bound.EXACT
    period: Edtf | None = None


class Answer(Record):
    """What a claim answers to a question; `value`, `bound` and `period` default to the figure's.

    `value` is a tuple for questions of type set, where a last item "…" marks an open list.
    """

    question: QuestionIdField
    value: Value | tuple[Value, ...] | None = None
    bound: Bound | None = None
    period: Edtf | None = None


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


ViaField = Annotated[Via, BeforeValidator(Via.from_text), WithJsonSchema({"type": "string", "minLength": 1})]


class Claim(Record):
    """A record of `sources/<key>/claims.yml`; `source` is the folder's key and is not typed.

    Texts (`statement`, `quote`, `prefix`, `suffix`, `remark`) are plain. Dates are EDTF level 1.
    `about` begins with what the claim is chiefly about.
    """

    id: ClaimIdField
    source: SkipJsonSchema[SourceKey]
    statement: Text
    quote: Text
    kind: ClaimKind
    about: tuple[EntityIdField, ...]
    topics: tuple[TopicIdField, ...]
    date: Edtf | None = None
    as_of: Edtf | None = None
    figure: Figure | None = None
    speaker: tuple[EntityIdField, ...] = ()
    via: tuple[ViaField, ...] = ()
    answers: tuple[Answer, ...] = ()
    prefix: Text | None = None
    suffix: Text | None = None
    context: tuple[Text, ...] = ()
    cooperation: Cooperation = Cooperation.PRESENT
    remark: Text | None = None
    status: ClaimStatus | None = None
    allow: tuple[Allowance, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether the claim stands on timeline and scales: neither misprint nor withdrawn."""
        return self.status is None

    def answer_to(self, question: str) -> Answer | None:
        """This claim's answer to a question, with value, bound and period filled from the figure."""
        for answer in self.answers:
            if answer.question == question:
                return self._filled(answer)
        return None

    def _filled(self, answer: Answer) -> Answer:
        figure: Figure | None = self.figure
        if figure is None:
            return answer.model_copy(update={"bound": answer.bound or Bound.EXACT})
        return answer.model_copy(
            update={
                "value": figure.value if answer.value is None else answer.value,
                "bound": answer.bound or figure.bound,
                "period": answer.period or figure.period,
            }
        )

    @classmethod
    def of_source(cls, source: SourceKey, typed: dict[str, Any]) -> Self:
        """Validate what was typed in a source's `claims.yml`; raises pydantic's `ValidationError`."""
        return cls.model_validate({**typed, "source": source})
