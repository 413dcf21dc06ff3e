"""The timeline's lanes and labels, the strips, and the years of the home page."""

from __future__ import annotations

from dossier.draw.svg import fitted, fitted_apart
from tests.draw.conftest import MakeDrawn
from tests.draw.reader import marks, parse, words_of

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
    timeline, _ = make(entities=ENTITIES, claims=claims).pictures("timeline/")
    lanes = [group.get("aria-label") for group in parse(timeline).iter() if group.get("role") == "group"]
    name = "Timeline, 2003 to 2004: 2 moments"
    assert lanes == [name, "Happened: 1 law", "Happened: 1 event"]
    found = {mark.name: mark.href for mark in marks(timeline)}
    assert found == {
        "2004: It was c.": "../claims/alpha2020-c/",
        "16 May 2003: Attack (2 claims)": "../events/attack/",
    }
    assert 'data-claims="alpha2020-a alpha2020-b"' in timeline


def test_what_was_counted_and_what_held_are_in_lanes_of_their_own(make: MakeDrawn) -> None:
    counted = {"value": "3", "unit": "cells", "period": "2002/2004"}
    claims = [
        claim("a", "2003", label="Plan made"),
        {**claim("b", "", kind="figure", figure=counted), "date": None},
        {**claim("c", "", as_of="2004-07"), "date": None},
    ]
    dossier = make(entities=ENTITIES, claims=[{**each, "about": ["plan"]} for each in claims])
    timeline, _ = dossier.pictures("timeline/")
    assert [text.text for text in parse(timeline).iter() if text.get("class") == "lane"] == [
        *("Happened", "Counted", "Held"),
    ]
    names = ["2003: Plan made. It was a.", "counted over 2002–2004: It was b.", "as of July 2004: It was c."]
    assert sorted(mark.name for mark in marks(timeline)) == sorted(names)
    strip = dossier.pictures("programs/plan/", "strip")[0]
    assert [text.text for text in parse(strip).iter() if text.get("class") == "lane"] == [
        *("Happened", "Counted", "Held"),
    ]
    listed = words_of(dossier.pages["timeline/"])
    assert "counted over 2002–2004" in listed
    assert "as of July 2004" in listed


def test_a_mark_is_called_by_what_its_claim_says(make: MakeDrawn) -> None:
    claims = [
        claim("a", "2003", about=["plan"], label="Plan made"),
        claim("b", "2004", about=["attack"]),
        claim("c", "2005", about=["attack"], label="Attack over"),
    ]
    timeline, _ = make(entities=ENTITIES, claims=claims).pictures("timeline/")
    words = [text.text for text in parse(timeline).iter() if (text.get("class") or "").startswith("label")]
    assert words == ["Plan made", "Attack", "Attack over"]


def test_no_two_labels_are_cut_to_the_same_words() -> None:
    long = "The bombings of Casablanca that were carried out in the month of "
    words = (f"{long}May", f"{long}March", f"{long}March and April", "Short")
    cut = fitted_apart(words, 240)
    assert len(set(cut.values())) == 4
    assert cut["Short"] == "Short"
    assert fitted_apart([f"{long}May"], 240)[f"{long}May"] == fitted(f"{long}May", 240)


def test_an_axis_that_is_not_even_says_so(make: MakeDrawn) -> None:
    note = "Not to scale: a year is as wide as it is full."
    even = [claim("a", "2003"), claim("b", "2004")]
    assert note not in make(claims=even).pictures("timeline/")[0]
    uneven = make(claims=[*even, claim("c", "2004-05")]).pictures("timeline/")[0]
    assert [text.text for text in parse(uneven).iter() if text.text == note] == [note]
    assert next(iter(parse(uneven).iter())).get("aria-label") == f"Timeline, 2003 to 2004: 3 moments. {note}"


def test_full_years_are_wider_than_empty_ones(make: MakeDrawn) -> None:
    claims = [claim(f"n{n}", "2010", about=["plan"]) for n in range(9)] + [claim("z", "2000", about=["plan"])]
    timeline, _ = make(entities=ENTITIES, claims=claims).pictures("timeline/")
    years = [
        (int(text.get("x") or 0), text.text) for text in parse(timeline).iter() if text.get("class") == "tick"
    ]
    assert years[0][1] == "2000"
    assert max(x for x, year in years if year == "2010") < 1160 * 2 // 3


def test_marks_of_a_lane_do_not_cover_each_other(make: MakeDrawn) -> None:
    claims = [claim(f"n{n}", f"2010-01-{n + 1:02}", about=["plan"]) for n in range(20)]
    timeline, _ = make(entities=ENTITIES, claims=claims).pictures("timeline/")
    places = [(each.get("cx"), each.get("cy")) for each in parse(timeline).iter() if each.get("cx")]
    assert len(set(places)) == 20


def test_on_a_narrow_screen_the_same_moments_are_drawn_without_their_names(make: MakeDrawn) -> None:
    claims = [claim("a", "2003", about=["plan"], label="Plan made"), claim("b", "2004", about=["plan"])]
    wide, narrow = make(entities=ENTITIES, claims=claims).pictures("timeline/")
    assert list(marks(narrow)) == list(marks(wide))
    assert 'class="label' in wide
    assert 'class="label' not in narrow


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
    assert strips["partners/spain/"].count("2 dated moments, 2003–2004") == 1


def test_the_home_page_counts_the_moments_of_each_year_and_leads_there(make: MakeDrawn) -> None:
    dossier = make(
        entities=ENTITIES, claims=[claim("a", "2003-05"), claim("b", "2003"), claim("c", "../2005")]
    )
    years = dossier.pictures("", "years")[0]
    found = {mark.name: mark.href for mark in marks(years)}
    assert found == {"2003: 2 happenings": "timeline/#y2003", "2005: 1 happening": "timeline/#y2005"}
    assert "{#y2003}" in dossier.pages["timeline/"]


def test_the_list_says_of_each_claim_by_what_it_can_be_narrowed(make: MakeDrawn) -> None:
    claims = [claim("a", "2003", about=["plan"], speaker=["spain"]), claim("b", "2004", about=["minister"])]
    page = make(entities=ENTITIES, claims=claims).pages["timeline/"]
    assert (
        'data-claim="alpha2020-a" data-source="alpha2020" data-program="plan " data-partner="spain "' in page
    )
    assert 'data-claim="alpha2020-b" data-source="alpha2020" data-program="" data-partner=""' in page
