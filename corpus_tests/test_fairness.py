"""What these notes tell against a person, they tell with what the same source tells for that person."""

from __future__ import annotations

from dossier.model.checked import Checked
from dossier.model.ids import ClaimId

AGAINST, FOR = "ctc2017-frenchman-evidence", "ctc2017-frenchman-defense"


def test_whatever_tells_of_little_proof_tells_of_the_evidence_of_innocence(whole: Checked) -> None:
    corpus = whole.corpus
    texts = [
        *(page.body for page in corpus.pages.values()),
        *(question.note for question in corpus.questions.values()),
        *(entity.description for entity in corpus.entities.values()),
    ]
    against = [text for text in texts if text and AGAINST in text]
    assert against
    for text in against:
        assert FOR in text
        assert "significant evidence of" in text


def test_the_number_of_fighters_is_counted_since_2011_as_its_source_says(whole: Checked) -> None:
    claim = whole.corpus.claims[ClaimId("macp2016-fighters-number")]
    assert "since 2011" in claim.quote
    assert "since 2011" in claim.statement
