"""Every date that claims give, parsed. A date that is not well formed was reported by `load`, and is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dossier.leaves.dates import parse_date
from dossier.model.claim import Claim
from dossier.model.corpus import Corpus
from dossier.model.dates import EdtfDate
from dossier.model.kinds import QuestionType


def parse_dates(corpus: Corpus) -> Mapping[str, EdtfDate]:
    """The dates of claims (`date`, `as_of`, periods, answers to questions of dates) by their EDTF text, sorted."""
    typed = {
        edtf for claim in corpus.claims.values() for edtf in _dates_of(corpus, claim) if edtf is not None
    }
    dates = {}
    for edtf in sorted(typed):
        try:
            dates[edtf] = parse_date(edtf)
        except ValueError:
            continue
    return dates


def _dates_of(corpus: Corpus, claim: Claim) -> Iterator[str | None]:
    yield claim.date
    yield claim.as_of
    if claim.figure is not None:
        yield claim.figure.period
    for answer in claim.answers:
        yield answer.period
        question = corpus.questions.get(answer.question)
        if question is not None and question.type is QuestionType.DATE and isinstance(answer.value, str):
            yield answer.value
