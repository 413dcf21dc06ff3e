"""Positions on a question of dates or numbers, the least or earliest first.

Drawn where two positions or more can be compared; one that rests on misprints alone is left off.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.draw import svg
from dossier.draw.names import source_labels
from dossier.draw.scales import Stand, by_value, scale_pictures
from dossier.leaves import address
from dossier.model.analysis import Position, QuestionResult
from dossier.model.date import Date
from dossier.model.kinds import RecordKind
from dossier.model.picture import Picture
from dossier.model.public import Public
from dossier.model.quantity import Quantity


def pictures(dossier: Public) -> Iterator[tuple[str, Picture]]:
    """The scale of each question of dates or numbers with several positions."""
    for answered in dossier.analysis.questions.values():
        question = dossier.corpus.questions[answered.question]
        page = address.page_of(RecordKind.QUESTION, question.id)
        stands = sorted(_stands(dossier, page, answered), key=by_value)
        if len(stands) > 1:
            words = f"{svg.counted(len(stands), 'position')} on: {question.asks}"
            yield from ((page, drawn) for drawn in scale_pictures("scale", words, stands))


def _stands(dossier: Public, page: str, answered: QuestionResult) -> Iterator[Stand]:
    """The positions that are dates or numbers, and that at least one claim bears which is no misprint."""
    for position in answered.positions:
        if isinstance(position.value, Date | Quantity) and any(
            dossier.corpus.claims[claim].counts for claim in position.claims
        ):
            yield _stand(dossier, page, position, position.value)


def _stand(dossier: Public, page: str, position: Position, value: Date | Quantity) -> Stand:
    held = f", {position.period.label}" if position.period else ""
    words = f"{value.label}{held}: {source_labels(dossier, position.sources)}"
    claims = f" ({svg.counted(len(position.claims), 'claim')})" if len(position.claims) > 1 else ""
    href = svg.link(page, address.page_of(RecordKind.CLAIM, position.claims[0]))
    return Stand(href, words, words + claims, value, position.period)
