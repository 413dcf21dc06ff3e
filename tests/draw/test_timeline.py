"""The timeline's lanes and labels, the strips, and the years of the home page."""

from __future__ import annotations

from dossier.draw.svg import fitted, fitted_apart
from tests.draw.conftest import MakeDrawn
from tests.draw.reader import Mark, marks, parse, words_of

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


def test_on_a_narrow_screen_few_moments_are_named_one_by_one(make: MakeDrawn) -> None:
    claims = [claim("a", "2003", about=["plan"], label="Plan made"), claim("b", "2004", about=["plan"])]
    wide, narrow = make(entities=ENTITIES, claims=claims).pictures("timeline/")
    assert list(marks(narrow)) == list(marks(wide))
    for svg in (wide, narrow):
        assert [text.text for text in parse(svg).iter() if text.get("class", "").startswith("label")] == [
            "Plan made",
            "It was b.",
        ]


def test_on_a_narrow_screen_many_moments_are_the_number_of_each_year_and_lead_to_its_list(
    make: MakeDrawn,
) -> None:
    claims = [claim(f"n{n}", f"{2003 + n % 3}", about=["plan"], label=f"Plan {n}") for n in range(25)]
    page = make(entities=ENTITIES, claims=claims)
    wide, narrow = page.pictures("timeline/")
    assert len(list(marks(wide))) == 25
    assert [(mark.href, mark.name) for mark in marks(narrow)] == [
        ("#y2003", "Event, 2003: 9 moments"),
        ("#y2004", "Event, 2004: 8 moments"),
        ("#y2005", "Event, 2005: 8 moments"),
    ]
    assert [text.text for text in parse(narrow).iter() if text.get("class") == "count"] == ["9", "8", "8"]
    for year in (2003, 2004, 2005):
        assert f"{{#y{year}}}" in page.pages["timeline/"]


def test_on_a_narrow_screen_a_number_is_of_as_many_years_as_leave_room_for_a_finger(make: MakeDrawn) -> None:
    claims = [claim(f"n{n}", f"{1950 + 3 * n}", about=["plan"], label=f"Plan {n}") for n in range(25)]
    narrow = make(entities=ENTITIES, claims=claims).pictures("timeline/")[1]
    assert next(marks(narrow)) == Mark("#y1950", "Event, 1950–1959: 4 moments")
    sizes = [
        (int(box.get("width") or 0), int(box.get("height") or 0))
        for box in parse(narrow).iter()
        if (box.get("class") or "").startswith("square")
    ]
    assert sizes
    assert min(min(size) for size in sizes) >= 24


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


def test_on_a_narrow_screen_a_bar_is_of_as_many_years_as_leave_room_for_a_finger(make: MakeDrawn) -> None:
    claims = [claim(f"n{n}", f"{1950 + 3 * n}", about=["plan"]) for n in range(20)]
    wide, narrow = make(entities=ENTITIES, claims=claims).pictures("", "years")
    assert len(list(marks(wide))) == 20
    assert next(marks(narrow)) == Mark("timeline/#y1950", "1950–1954: 2 happenings")
    widths = [int(box.get("width") or 0) for box in parse(narrow).iter() if box.get("class") == "hit"]
    assert min(widths) >= 24


def test_the_list_says_of_each_claim_by_what_it_can_be_narrowed(make: MakeDrawn) -> None:
    claims = [claim("a", "2003", about=["plan"], speaker=["spain"]), claim("b", "2004", about=["minister"])]
    page = make(entities=ENTITIES, claims=claims).pages["timeline/"]
    assert (
        'data-claim="alpha2020-a" data-source="alpha2020" data-program="plan " data-partner="spain "' in page
    )
    assert 'data-claim="alpha2020-b" data-source="alpha2020" data-program="" data-partner=""' in page
