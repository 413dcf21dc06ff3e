"""Corpora that lack dates, sources, questions, places or anything at all still build, and their pages say so."""

from __future__ import annotations

import pytest

from tests.draw.conftest import MakeDrawn
from tests.draw.reader import words_of

DATED = {"id": "alpha2020-rain", "date": "2001-03", "about": ["plan"]}
PLAN = {"id": "plan"}

SAYS = {
    "timeline/": "No claim has a date yet.",
    "questions/": "There is none yet.",
    "figures/": "No claim states a figure yet.",
    "map/": "Nothing in the records has a place on the map yet: a country, or coordinates.",
    "network/": "No claim names two of the institutions, programs and partners together.",
}


@pytest.mark.parametrize("page", sorted(SAYS))
def test_an_empty_corpus_builds_and_its_pages_say_so(make: MakeDrawn, page: str) -> None:
    dossier = make()
    assert dossier.pictures(page) == []
    assert SAYS[page] in words_of(dossier.pages[page])


def test_a_corpus_without_dates_has_no_timeline_anywhere(make: MakeDrawn) -> None:
    dossier = make(entities=[PLAN], claims=[{**DATED, "date": None}])
    for sort in ("timeline", "strip", "years"):
        assert not any(dossier.pictures(page, sort) for page in dossier.pages)
    assert "No claim about it has a date." in words_of(dossier.pages["programs/plan/"])


def test_a_corpus_with_one_source_has_no_one_to_narrow_to(make: MakeDrawn) -> None:
    page = make(entities=[PLAN], claims=[DATED]).pages["timeline/"]
    assert '<select id="filter--source"' not in page
    assert "March 2001" in page


def test_a_corpus_with_one_date_draws_it(make: MakeDrawn) -> None:
    dossier = make(entities=[PLAN], claims=[DATED])
    assert len(dossier.pictures("timeline/", "timeline")) == 2
    assert len(dossier.pictures("programs/plan/", "strip")) == 2


def test_an_open_date_alone_is_drawn(make: MakeDrawn) -> None:
    dossier = make(
        entities=[PLAN],
        claims=[{**DATED, "date": "../2001"}, {**DATED, "id": "alpha2020-b", "date": "2001/.."}],
    )
    timeline, _ = dossier.pictures("timeline/")
    assert timeline.count("when-fade-3") == 2


def test_dates_centuries_apart_are_drawn(make: MakeDrawn) -> None:
    dossier = make(
        entities=[PLAN],
        claims=[{**DATED, "date": "0800"}, {**DATED, "id": "alpha2020-b", "date": "9998-12-31"}],
    )
    assert dossier.pictures("timeline/")
    assert "<h2" not in dossier.pages["timeline/"]


def test_years_that_no_axis_has_are_listed_and_not_drawn(make: MakeDrawn) -> None:
    dossier = make(
        entities=[PLAN],
        claims=[{**DATED, "date": "-0300"}, {**DATED, "id": "alpha2020-b", "date": "Y12000"}],
    )
    assert not dossier.pictures("timeline/")
    assert not dossier.pictures("programs/plan/")
    assert not dossier.pictures("")
    assert "301 BCE" in words_of(dossier.pages["timeline/"])


def test_a_partner_of_unknown_country_is_on_no_map_and_in_the_list(make: MakeDrawn) -> None:
    nowhere = {"id": "atlantis", "kind": "partner", "type": "country", "country": "XX"}
    dossier = make(entities=[nowhere])
    assert dossier.pictures("map/") == []
    assert "Atlantis" in words_of(dossier.pages["map/"])


def test_beside_a_picture_are_listed_the_dates_that_it_cannot_show(make: MakeDrawn) -> None:
    claims = [
        {**DATED, "answers": [{"question": "when", "value": "2001-03"}]},
        {**DATED, "id": "alpha2020-b", "date": "-0300", "answers": [{"question": "when", "value": "-0300"}]},
        {**DATED, "id": "alpha2020-c", "date": "2003", "answers": [{"question": "when", "value": "2003"}]},
    ]
    question = {"id": "when", "verdict": "contradiction", "note": "Why."}
    dossier = make(entities=[PLAN], claims=claims, questions=[question])
    for page in ("timeline/", "programs/plan/", ""):
        assert dossier.pictures(page)
        caption = dossier.pages[page].partition("<figcaption>")[2].partition("</figcaption>")[0]
        assert "Outside of the years 1 to 9999: 301 BCE: Something happened." in words_of(caption)
        assert "claims/alpha2020-b/" in caption
    assert "1 date outside of the years 1 to 9999 is left off the scale." in words_of(
        dossier.pages["questions/when/"]
    )
