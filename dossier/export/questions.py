"""`questions.json`: every question, by id, with its positions, most claims first.

A position's `value` is text in its one spelling (numbers without separators), or a list for questions of type set.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.export.layout import Json
from dossier.leaves.address import page_of
from dossier.model.analysis import Position
from dossier.model.kinds import RecordKind
from dossier.model.public import Public
from dossier.model.quantity import Quantity


def question_records(dossier: Public) -> Iterator[Json]:
    """One record a question."""
    for key, question in sorted(dossier.corpus.questions.items()):
        answered = dossier.analysis.questions[key]
        yield {
            "id": question.id,
            "asks": question.asks,
            "about": question.about,
            "type": question.type,
            "status": answered.status,
            "verdict": question.verdict,
            "note": question.note,
            "positions": [_position(position) for position in answered.positions],
            "url": page_of(RecordKind.QUESTION, question.id),
        }


def _position(position: Position) -> Json:
    return {
        "value": position.value.canonical if isinstance(position.value, Quantity) else position.value,
        "bound": position.bound,
        "period": position.period,
        "claims": sorted(position.claims),
        "sources": sorted(position.sources),
    }
