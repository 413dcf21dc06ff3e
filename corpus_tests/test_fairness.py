"""What these notes tell against a person, they tell with what the same source tells for that person."""

from __future__ import annotations

from pathlib import Path

from dossier.load import load
from dossier.model.ids import ClaimId
from dossier.model.problem import Problems

AGAINST, FOR = "ctc2017-frenchman-evidence", "ctc2017-frenchman-defense"


def test_whatever_tells_of_little_proof_tells_of_the_evidence_of_innocence(root: Path) -> None:
    corpus = load(root, Problems())
    texts = [
        *(page.body for page in corpus.pages.values()),
        *(question.note for question in corpus.questions.values()),
        *(entity.description for entity in corpus.entities.values()),
    ]
    against = [text for text in texts if text and AGAINST in text]
    assert len(against) == 3
    for text in against:
        assert FOR in text
        assert "significant evidence of" in text


def test_the_number_of_fighters_is_counted_since_2011_as_its_source_says(root: Path) -> None:
    claim = load(root, Problems()).claims[ClaimId("macp2016-fighters-number")]
    assert "since 2011" in claim.quote
    assert "since 2011" in claim.statement
