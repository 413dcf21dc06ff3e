"""Corpora that lack dates, sources, questions, places or anything at all still build, and their pages say so."""

from __future__ import annotations

import pytest

from tests.draw.conftest import MakeDossier, pages_of
from tests.draw.reader import words_of

DATED = {"id": "alpha2020-rain", "date": "2001-03", "about": ["plan"]}
PLAN = {"id": "plan"}

SAYS = {
    "timeline/": "No claim bears a date yet.",
    "questions/": "There is none yet.",
    "figures/": "No claim states a figure yet.",
    "map/": "No partner country and no place with coordinates is in the records yet.",
    "network/": "No claim is about two of the programs, institutions and partners together.",
}


@pytest.mark.parametrize("page", sorted(SAYS))
def test_an_empty_corpus_builds_and_its_pages_say_so(make: MakeDossier, page: str) -> None:
    dossier = make()
    assert page not in dossier.pictures
    assert SAYS[page] in words_of(pages_of(dossier)[page])


def test_a_corpus_without_dates_has_no_timeline_anywhere(make: MakeDossier) -> None:
    dossier = make(entities=[PLAN], claims=[{**DATED, "date": None}])
    names = {picture.name for pictures in dossier.pictures.values() for picture in pictures}
    assert not names & {"timeline", "strip", "years"}
    assert "No claim about it bears a date." in words_of(pages_of(dossier)["programs/plan/"])


def test_a_corpus_with_one_source_has_no_one_to_narrow_to(make: MakeDossier) -> None:
    page = pages_of(make(entities=[PLAN], claims=[DATED]))["timeline/"]
    assert '<select id="filter--source"' not in page
    assert "March 2001" in page


def test_a_corpus_with_one_date_draws_it(make: MakeDossier) -> None:
    dossier = make(entities=[PLAN], claims=[DATED])
    assert [picture.name for picture in dossier.pictures["timeline/"]] == ["timeline"]
    assert [picture.name for picture in dossier.pictures["programs/plan/"]] == ["strip", "strip-narrow"]


def test_an_open_date_alone_is_drawn(make: MakeDossier) -> None:
    dossier = make(
        entities=[PLAN],
        claims=[{**DATED, "date": "../2001"}, {**DATED, "id": "alpha2020-b", "date": "2001/.."}],
    )
    (timeline,) = dossier.pictures["timeline/"]
    assert timeline.svg.count("when-fade-3") == 2


def test_dates_centuries_apart_are_drawn(make: MakeDossier) -> None:
    dossier = make(
        entities=[PLAN],
        claims=[{**DATED, "date": "0800"}, {**DATED, "id": "alpha2020-b", "date": "9998-12-31"}],
    )
    assert "timeline/" in dossier.pictures
    assert "<h2" not in pages_of(dossier)["timeline/"]


def test_a_partner_of_unknown_country_is_on_no_map_and_in_the_list(make: MakeDossier) -> None:
    nowhere = {"id": "atlantis", "kind": "partner", "type": "country", "country": "XX"}
    dossier = make(entities=[nowhere])
    assert "map/" not in dossier.pictures
    assert "Atlantis" in words_of(pages_of(dossier)["map/"])
