"""The timeline's lanes and labels, the strips, and the years of the home page."""

from __future__ import annotations

from tests.draw.conftest import MakeDrawn
from tests.draw.reader import marks, parse

ENTITIES = [
    {"id": "attack", "kind": "event"},
    {"id": "plan"},
    {"id": "spain", "kind": "partner", "type": "organization"},
    {"id": "minister", "kind": "person"},
]


def claim(name: str, date: str, **more: object) -> dict[str, object]:
    return {"id": f"alpha2020-{name}", "date": date, "statement": f"It was {name}.", **more}


def test_a_moment_stands_in_the_lane_of_its_kind_and_is_named_in_full(make: MakeDrawn) -> None:
    claims = [
        claim("a", "2003-05-16", about=["attack"]),
        claim("b", "2003-05-16", about=["attack"]),
        claim("c", "2004", kind="law", about=["plan"]),
    ]
    (timeline,) = make(entities=ENTITIES, claims=claims).pictures("timeline/")
    lanes = [group.get("aria-label") for group in parse(timeline).iter() if group.get("role") == "group"]
    assert lanes == ["Timeline, 2003 to 2004: 2 moments", "1 law", "1 event"]
    found = {mark.name: mark.href for mark in marks(timeline)}
    assert found == {
        "2004: It was c.": "../claims/alpha2020-c/",
        "16 May 2003: Attack (2 claims)": "../events/attack/",
    }
    assert 'data-claims="alpha2020-a alpha2020-b"' in timeline


def test_full_years_are_wider_than_empty_ones(make: MakeDrawn) -> None:
    claims = [claim(f"n{n}", "2010", about=["plan"]) for n in range(9)] + [claim("z", "2000", about=["plan"])]
    (timeline,) = make(entities=ENTITIES, claims=claims).pictures("timeline/")
    years = [
        (int(text.get("x") or 0), text.text) for text in parse(timeline).iter() if text.get("class") == "tick"
    ]
    assert years[0][1] == "2000"
    assert max(x for x, year in years if year == "2010") < 1160 * 2 // 3


def test_marks_of_a_lane_do_not_cover_each_other(make: MakeDrawn) -> None:
    claims = [claim(f"n{n}", f"2010-01-{n + 1:02}", about=["plan"]) for n in range(20)]
    (timeline,) = make(entities=ENTITIES, claims=claims).pictures("timeline/")
    places = [(each.get("cx"), each.get("cy")) for each in parse(timeline).iter() if each.get("cx")]
    assert len(set(places)) == 20


def test_a_strip_has_the_moments_that_are_about_its_page_or_speak_there(make: MakeDrawn) -> None:
    claims = [
        claim("a", "2003", about=["plan", "spain"]),
        claim("b", "2004", about=["plan"], speaker=["spain"]),
        claim("c", "2005", about=["attack"]),
    ]
    dossier = make(entities=ENTITIES, claims=claims)
    strips = {page: found[0] for page in dossier.pages if (found := dossier.pictures(page, "strip"))}
    assert sorted(strips) == ["partners/spain/", "programs/plan/"]
    assert [mark.name for mark in marks(strips["partners/spain/"])] == [
        "2003: It was a.",
        "2004: It was b.",
    ]
    assert strips["partners/spain/"].count("2 dated moments between 2003 and 2005") == 1


def test_the_home_page_counts_the_moments_of_each_year_and_leads_there(make: MakeDrawn) -> None:
    dossier = make(
        entities=ENTITIES, claims=[claim("a", "2003-05"), claim("b", "2003"), claim("c", "../2005")]
    )
    years = dossier.pictures("", "years")[0]
    found = {mark.name: mark.href for mark in marks(years)}
    assert found == {"2003: 2 moments": "timeline/#y2003", "2005: 1 moment": "timeline/#y2005"}
    assert "{#y2003}" in dossier.pages["timeline/"]


def test_the_list_says_of_each_claim_by_what_it_can_be_narrowed(make: MakeDrawn) -> None:
    claims = [claim("a", "2003", about=["plan"], speaker=["spain"]), claim("b", "2004", about=["minister"])]
    page = make(entities=ENTITIES, claims=claims).pages["timeline/"]
    assert (
        'data-claim="alpha2020-a" data-source="alpha2020" data-program="plan " data-partner="spain "' in page
    )
    assert 'data-claim="alpha2020-b" data-source="alpha2020" data-program="" data-partner=""' in page
