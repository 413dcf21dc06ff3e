from __future__ import annotations

from collections.abc import Mapping

from dossier.analyze import analyze
from dossier.link import link
from dossier.model.analysis import Analysis
from dossier.model.problem import Problems
from tests.corpus_builder import build_corpus

ENTITIES = [{"id": "flood", "kind": "event", "name": "The great flood"}, {"id": "dam"}]


def analyzed(*claims: Mapping[str, object]) -> Analysis:
    records = [{"statement": f"Statement of {claim['id']}.", **claim} for claim in claims]
    corpus = build_corpus(claims=records, entities=ENTITIES)
    return analyze(corpus, {}, {}, link(corpus, Problems()), Problems())


def shown(analysis: Analysis) -> list[tuple[str, str, tuple[str, ...], str | None]]:
    return [(entry.date.edtf, entry.label, entry.claims, entry.event) for entry in analysis.timeline]


def test_entries_stand_by_earliest_day_then_latest_with_open_starts_first() -> None:
    dates = ["2013-05", "2013", "../2015", "2013-05-01", "2011/..", "1985~", "2011"]
    analysis = analyzed(*({"id": f"c{number}", "date": date} for number, date in enumerate(dates)))
    assert [entry.date.edtf for entry in analysis.timeline] == [
        *("../2015", "1985~", "2011", "2011/..", "2013", "2013-05-01", "2013-05"),
    ]


def test_claims_of_one_day_about_the_same_event_are_one_entry_labeled_by_it() -> None:
    analysis = analyzed(
        {"id": "c1", "date": "2013", "about": ["flood", "dam"]},
        {"id": "c2", "date": "2013", "about": ["dam", "flood"]},
        {"id": "c3", "date": "2013", "about": ["flood"]},
        {"id": "c4", "date": "2013-05", "about": ["flood"]},
        {"id": "c5", "date": "2013", "about": ["dam"]},
    )
    assert shown(analysis) == [
        ("2013", "Statement of c2.", ("c2",), None),
        ("2013", "Statement of c5.", ("c5",), None),
        ("2013", "The great flood", ("c1", "c3"), "flood"),
        ("2013-05", "The great flood", ("c4",), "flood"),
    ]


def test_misprints_withdrawn_and_undated_claims_stay_out() -> None:
    analysis = analyzed(
        {"id": "c1", "date": "2104", "status": "misprint"},
        {"id": "c2", "date": "2013", "status": "withdrawn"},
        {"id": "c3", "as_of": "2013"},
    )
    assert analysis.timeline == ()
