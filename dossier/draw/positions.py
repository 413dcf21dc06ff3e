"""Positions on a question of dates or numbers, the least or earliest first.

Drawn where two positions or more can be compared; one that rests on misprints alone is left off.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dossier.draw import svg
from dossier.draw.names import date_of, source_labels
from dossier.draw.scales import Stand, by_value, scale_pictures
from dossier.leaves import address, terms
from dossier.leaves.numbers import number_label
from dossier.model.analysis import Position, QuestionResult
from dossier.model.dates import EdtfDate
from dossier.model.kinds import QuestionType, RecordKind
from dossier.model.picture import Picture
from dossier.model.public import Public


def pictures(dossier: Public) -> Iterator[tuple[str, Picture]]:
    """The scale of each question of dates or numbers with several positions."""
    for answered in dossier.analysis.questions.values():
        question = dossier.corpus.questions[answered.question]
        if question.type not in {QuestionType.DATE, QuestionType.NUMBER}:
            continue
        page = address.page_of(RecordKind.QUESTION, question.id)
        stands = sorted(_stands(dossier, page, answered), key=by_value)
        if len(stands) > 1:
            words = f"{svg.counted(len(stands), 'position')} on: {question.asks}"
            yield from ((page, drawn) for drawn in scale_pictures("scale", words, stands))


def _stands(dossier: Public, page: str, answered: QuestionResult) -> Iterator[Stand]:
    """The positions that at least one claim bears which is no misprint."""
    for position in answered.positions:
        if any(dossier.corpus.claims[claim].counts for claim in position.claims):
            yield _stand(dossier, page, answered, position)


def _stand(dossier: Public, page: str, answered: QuestionResult, position: Position) -> Stand:
    typed = str(position.value)
    value: EdtfDate | Decimal
    if dossier.corpus.questions[answered.question].type is QuestionType.DATE:
        value = date_of(dossier, typed)
        label = value.label
    else:
        value = Decimal(typed)
        label = terms.BOUND[position.bound] + number_label(typed)
    period = date_of(dossier, position.period) if position.period else None
    held = f", {period.label}" if period else ""
    words = f"{label}{held}: {source_labels(dossier, position.sources)}"
    claims = f" ({svg.counted(len(position.claims), 'claim')})" if len(position.claims) > 1 else ""
    href = svg.link(page, address.page_of(RecordKind.CLAIM, position.claims[0]))
    return Stand(href, words, words + claims, value, position.bound, period)
