"""`questions.json`: every question, by id, with its positions, most claims first."""

from __future__ import annotations

from dossier.export.fields import (
    ADDRESS,
    EDTF,
    ID,
    TEXT,
    VALUE,
    Field,
    FieldType,
    list_of,
    one_of,
    or_null,
    record,
)
from dossier.export.history import ADDED, REVISED
from dossier.export.layout import by_id, json_file
from dossier.leaves.address import page_of
from dossier.model.analysis import Position, QuestionStatus
from dossier.model.exported import ExportedFile
from dossier.model.kinds import Bound, QuestionType, RecordKind, Verdict
from dossier.model.public import Public
from dossier.model.quantity import Quantity
from dossier.model.question import Question

POSITION: FieldType[Position] = record(
    Field(
        "value",
        "The answer in its one spelling, numbers without separators; a list where `type` is `set`, "
        "and `…` as its last item where the list is open.",
        VALUE,
        lambda position: position.value.canonical if isinstance(position.value, Quantity) else position.value,
    ),
    Field("bound", "How the value bounds what it counts.", one_of(Bound), lambda position: position.bound),
    Field("period", "The period counted over.", or_null(EDTF), lambda position: position.period),
    Field("claims", "The claims that answer so.", list_of(ID), lambda position: sorted(position.claims)),
    Field("sources", "Their sources.", list_of(ID), lambda position: sorted(position.sources)),
)


def questions(public: Public) -> ExportedFile:
    """One record a question."""
    results = public.analysis.questions
    fields: FieldType[Question] = record(
        Field("id", "Its id.", ID, lambda question: question.id),
        Field("asks", "The question.", TEXT, lambda question: question.asks),
        Field("about", "The entities it is about.", list_of(ID), lambda question: question.about),
        Field("type", "How answers are compared.", one_of(QuestionType), lambda question: question.type),
        Field(
            "status",
            "Whether the sources agree; `single` where only one answers, and always the same.",
            one_of(QuestionStatus),
            lambda question: results[question.id].status,
        ),
        Field(
            "verdict",
            "Why they differ, in an editor’s judgment.",
            or_null(one_of(Verdict)),
            lambda question: question.verdict,
        ),
        Field(
            "note",
            "What can and cannot be concluded, as inline Markdown.",
            or_null(TEXT),
            lambda question: question.note,
        ),
        Field(
            "positions",
            "Answers that are equal, as one; most claims first.",
            list_of(POSITION),
            lambda question: results[question.id].positions,
        ),
        ADDED,
        REVISED,
        Field("formerly", "Ids that it had before.", list_of(ID), lambda question: question.formerly),
        Field("url", "Its page.", ADDRESS, lambda question: page_of(RecordKind.QUESTION, question.id)),
    )
    return json_file(public, "questions", "one question", fields, by_id(public.corpus.questions))
