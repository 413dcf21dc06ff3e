"""What is tied to what, how much of it is drawn, and the neighborhoods."""

from __future__ import annotations

from dossier.leaves.ties import MOST_TIES, Tie, strongest, ties
from dossier.model.ids import EntityId
from tests.draw.conftest import MakeDossier
from tests.draw.reader import marks

ENTITIES = [
    {"id": "ministry", "kind": "institution"},
    {"id": "plan"},
    {"id": "school", "also": ["institution"]},
    {"id": "spain", "kind": "partner", "type": "organization"},
    {"id": "town", "kind": "place"},
]


def claims(*about: list[str]) -> list[dict[str, object]]:
    return [{"id": f"alpha2020-{number}", "about": each} for number, each in enumerate(about)]


def test_a_tie_counts_the_claims_about_both(make: MakeDossier) -> None:
    dossier = make(
        entities=ENTITIES, claims=claims(["plan", "spain"], ["spain", "plan", "ministry"], ["plan", "town"])
    )
    assert ties(dossier.corpus.entities, dossier.links) == (
        Tie((EntityId("plan"), EntityId("spain")), 2),
        Tie((EntityId("ministry"), EntityId("plan")), 1),
        Tie((EntityId("ministry"), EntityId("spain")), 1),
    )


def test_the_picture_holds_the_strongest_ties_and_none_without_its_equals() -> None:
    many = [Tie((EntityId(f"a{n}"), EntityId("b")), 1) for n in range(MOST_TIES)]
    strong = [Tie((EntityId("c"), EntityId("d")), 3), Tie((EntityId("c"), EntityId("e")), 2)]
    assert strongest([*strong, *many]) == tuple(strong)
    assert strongest(strong) == tuple(strong)
    assert strongest([]) == ()
    equal = [Tie((EntityId(f"a{n}"), EntityId("b")), 2) for n in range(MOST_TIES + 1)]
    assert strongest(equal) == ()


def test_a_program_that_is_an_institution_too_stands_among_programs(make: MakeDossier) -> None:
    dossier = make(entities=ENTITIES, claims=claims(["ministry", "school"]))
    (network,) = dossier.pictures["network/"]
    assert 'data-node="school"' in network.svg
    assert "node node-1" in network.svg.partition('data-node="school"')[2].partition("</a>")[0]


def test_a_node_says_what_it_is_tied_to(make: MakeDossier) -> None:
    dossier = make(
        entities=ENTITIES, claims=claims(["plan", "spain"], ["spain", "ministry"], ["spain", "plan"])
    )
    (network,) = dossier.pictures["network/"]
    assert "Spain, together with Plan 2, Ministry 1" in [mark.name for mark in marks(network.svg)]


def test_a_neighborhood_shows_at_most_twelve_the_nearest_first(make: MakeDossier) -> None:
    others = [{"id": f"other-{n:02}"} for n in range(14)]
    about = [["spain", f"other-{n:02}"] for n in range(14)]
    dossier = make(entities=[*others, ENTITIES[3]], claims=claims(*about, ["spain", "other-13"]))
    neighbors = next(p for p in dossier.pictures["partners/spain/"] if p.name == "neighbors")
    names = [mark.name for mark in marks(neighbors.svg)]
    assert len(names) == 12
    assert names[:2] == ["Other-13: 2 claims in common", "Other-00: 1 claim in common"]
