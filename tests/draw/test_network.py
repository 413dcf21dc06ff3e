"""What is tied to what, how much of it is drawn, and the neighborhoods."""

from __future__ import annotations

from dossier.model.ids import ClaimId, EntityId
from dossier.render.ties import MOST_TIES, Tie, strongest, ties
from tests.draw.conftest import MakeDrawn
from tests.draw.reader import marks, words_of

ENTITIES = [
    {"id": "ministry", "kind": "institution"},
    {"id": "plan"},
    {"id": "school", "also": ["institution"]},
    {"id": "spain", "kind": "partner", "type": "organization"},
    {"id": "town", "kind": "place"},
]


def claims(*about: list[str]) -> list[dict[str, object]]:
    return [{"id": f"alpha2020-{number}", "about": each} for number, each in enumerate(about)]


def tie(one: str, other: str, *shared: str) -> Tie:
    return Tie((EntityId(one), EntityId(other)), tuple(map(ClaimId, shared)))


def test_a_tie_counts_the_claims_about_both(make: MakeDrawn) -> None:
    dossier = make(
        entities=ENTITIES, claims=claims(["plan", "spain"], ["spain", "plan", "ministry"], ["plan", "town"])
    )
    assert ties(dossier.public.corpus, dossier.public.links) == (
        tie("plan", "spain", "alpha2020-0", "alpha2020-1"),
        tie("ministry", "plan", "alpha2020-1"),
        tie("ministry", "spain", "alpha2020-1"),
    )


def test_the_picture_holds_the_strongest_ties_and_none_without_its_equals() -> None:
    many = [tie(f"a{n}", "b", "one") for n in range(MOST_TIES)]
    strong = [tie("c", "d", "one", "two", "three"), tie("c", "e", "one", "two")]
    assert strongest([*strong, *many]) == tuple(strong)
    assert strongest(strong) == tuple(strong)
    assert strongest([]) == ()
    equal = [tie(f"a{n}", "b", "one", "two") for n in range(MOST_TIES + 1)]
    assert strongest(equal) == ()


def test_a_program_that_is_an_institution_too_stands_among_programs(make: MakeDrawn) -> None:
    dossier = make(entities=ENTITIES, claims=claims(["ministry", "school"]))
    network, _ = dossier.pictures("network/")
    assert 'data-node="school"' in network
    assert "node node-1" in network.partition('data-node="school"')[2].partition("</a>")[0]


def test_a_node_says_what_it_is_tied_to(make: MakeDrawn) -> None:
    dossier = make(
        entities=ENTITIES, claims=claims(["plan", "spain"], ["spain", "ministry"], ["spain", "plan"])
    )
    network, _ = dossier.pictures("network/")
    assert "Spain, together with Plan 2, Ministry 1" in [mark.name for mark in marks(network)]


def test_on_a_narrow_screen_every_tie_is_drawn_once_beside_the_node_with_most(make: MakeDrawn) -> None:
    about = [["plan", "spain"], ["spain", "plan", "ministry"], ["school", "ministry"]]
    _, narrow = make(entities=ENTITIES, claims=claims(*about)).pictures("network/")
    hrefs = [mark.href.split("/")[-2] for mark in marks(narrow)]
    assert hrefs == ["ministry", "plan", "school", "spain", "plan", "spain"]
    assert narrow.count('class="tie"') == 4


def test_a_name_that_is_longer_than_its_box_goes_on_below(make: MakeDrawn) -> None:
    long = {"id": "long", "name": "Directorate of everything that has a very long name indeed"}
    _, narrow = make(entities=[long, ENTITIES[0]], claims=claims(["long", "ministry"])).pictures("network/")
    assert words_of(narrow).count("Directorate of everything that has a very long name indeed") == 3
    assert "…" not in narrow


def test_a_neighborhood_shows_at_most_twelve_the_nearest_first(make: MakeDrawn) -> None:
    others = [{"id": f"other-{n:02}"} for n in range(14)]
    about = [["spain", f"other-{n:02}"] for n in range(14)]
    dossier = make(entities=[*others, ENTITIES[3]], claims=claims(*about, ["spain", "other-13"]))
    neighbors = dossier.pictures("partners/spain/", "network")[0]
    names = [mark.name for mark in marks(neighbors)]
    assert len(names) == 12
    assert names[:2] == ["Other-13: 2 claims in common", "Other-00: 1 claim in common"]


def test_troubled_cooperation_breaks_lines_and_frames_and_is_said(make: MakeDrawn) -> None:
    found = claims(["spain", "ministry"], ["spain"], ["plan", "ministry"])
    found[0]["cooperation"] = "strained"
    found[1]["cooperation"] = "absent"
    dossier = make(entities=ENTITIES, claims=found)
    network, _ = dossier.pictures("network/")
    assert 'class="tie state-half" data-ends="ministry spain"' in network
    assert 'class="tie" data-ends="ministry plan"' in network
    assert 'class="node node-2 state-empty"' in network
    assert "Spain, together with Ministry 1; no cooperation in 1; cooperation strained in 1" in [
        mark.name for mark in marks(network)
    ]
    neighbors = dossier.pictures("partners/spain/", "network")[0]
    assert 'class="tie state-half"' in neighbors
