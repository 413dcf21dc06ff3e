from __future__ import annotations

from collections.abc import Collection, Mapping

from dossier.analyze import analyze
from dossier.link import link
from dossier.model.analysis import Analysis
from dossier.model.codes import Code
from dossier.model.evidence import Anchor, Evidence, Locator
from dossier.model.ids import ClaimId, SourceKey
from dossier.model.problem import Problem, Problems
from dossier.model.reading import Where
from tests.corpus_builder import build_corpus

ENTITIES = [{"id": "flood", "kind": "event", "name": "The great flood"}, {"id": "dam"}]


def analyzed(*claims: Mapping[str, object]) -> Analysis:
    return checked(*claims)[0]


def checked(*claims: Mapping[str, object], notes: Collection[str] = ()) -> tuple[Analysis, list[Problem]]:
    records = [{"statement": f"Statement of {claim['id']}.", **claim} for claim in claims]
    corpus, problems = build_corpus(claims=records, entities=ENTITIES), Problems()
    evidence = {claim: _found(claim, Where.NOTE if claim in notes else Where.BODY) for claim in corpus.claims}
    return analyze(corpus, {}, evidence, link(corpus, Problems()), problems), list(problems)


def _found(claim: ClaimId, where: Where) -> Evidence:
    locator = Locator(None, None, None, (1, 1))
    return Evidence(claim, Anchor(SourceKey("a"), (), ((0, 1),), "", None, None, where, locator))


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
        {"id": "c3"},
    )
    assert analysis.timeline == ()


def test_a_claim_is_in_the_lane_of_its_first_date() -> None:
    counted = {"value": "3", "unit": "cells", "period": "2002/.."}
    analysis = analyzed(
        {"id": "c1", "as_of": "2014-07"},
        {"id": "c2", "kind": "figure", "figure": counted, "as_of": "2014-07"},
        {"id": "c3", "date": "2014-07", "as_of": "2015"},
        {"id": "c4", "date": "2014-07", "kind": "figure", "figure": counted},
        {"id": "c5", "kind": "figure", "figure": {"value": "3", "unit": "cells"}},
    )
    assert [(entry.lane.value, entry.date.edtf, entry.claims) for entry in analysis.timeline] == [
        ("counted", "2002/..", ("c2",)),
        ("happened", "2014-07", ("c3",)),
        ("happened", "2014-07", ("c4",)),
        ("held", "2014-07", ("c1",)),
    ]


def test_claims_of_one_event_in_two_lanes_are_two_entries() -> None:
    analysis = analyzed(
        {"id": "c1", "date": "2013", "about": ["flood"]}, {"id": "c2", "as_of": "2013", "about": ["flood"]}
    )
    assert [(entry.lane.value, entry.claims) for entry in analysis.timeline] == [
        ("happened", ("c1",)),
        ("held", ("c2",)),
    ]


def test_an_entry_is_called_by_the_first_label_of_its_claims_else_by_its_event() -> None:
    analysis = analyzed(
        {"id": "c1", "date": "2013", "about": ["flood"]},
        {"id": "c2", "date": "2013", "about": ["flood"], "label": "Two arches lost"},
        {"id": "c3", "date": "2013", "about": ["flood"], "label": "Bridge gone"},
        {"id": "c4", "date": "2014", "about": ["flood"]},
        {"id": "c5", "date": "2015", "about": ["dam"], "label": "Dam built"},
    )
    assert shown(analysis) == [
        ("2013", "Two arches lost", ("c1", "c2", "c3"), "flood"),
        ("2014", "The great flood", ("c4",), "flood"),
        ("2015", "Dam built", ("c5",), None),
    ]


def test_of_several_labels_that_of_the_first_claim_in_the_body_of_a_source_comes_before_those_of_notes() -> (
    None
):
    claims = [
        {"id": f"c{number}", "date": "2013", "about": ["flood"], "label": f"Label {number}"}
        for number in range(1, 4)
    ]
    calls = {
        tuple(notes): [entry.label for entry in checked(*claims, notes=notes)[0].timeline]
        for notes in ([], ["c1"], ["c1", "c2", "c3"])
    }
    assert calls == {(): ["Label 1"], ("c1",): ["Label 2"], ("c1", "c2", "c3"): ["Label 1"]}


def test_a_statement_of_forty_characters_needs_no_label() -> None:
    long = "x" * 41
    _, problems = checked(
        {"id": "c1", "date": "2013", "statement": "x" * 40},
        {"id": "c2", "date": "2013", "statement": long},
        {"id": "c3", "date": "2013", "statement": long, "label": "Short"},
        {"id": "c4", "statement": long},
        {"id": "c5", "date": "2013", "statement": long, "status": "withdrawn"},
    )
    found = [problem for problem in problems if problem.code is Code.LABEL_MISSING]
    assert len(found) == 1
    assert "41 characters" in found[0].message
