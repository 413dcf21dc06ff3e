"""Outlines, the projection, and what stands where on the map."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.draw.projection import Window, project
from dossier.draw.topology import countries, middle, outlines
from dossier.leaves.countries import country_codes
from tests.draw.conftest import MakeDrawn
from tests.draw.reader import marks, parse

COUNTRY = {"kind": "partner", "type": "country"}


def test_the_outlines_are_those_that_were_taken_in() -> None:
    """A changed file would change every map."""
    content = files("dossier.draw").joinpath("countries-110m.json").read_bytes()
    assert (
        hashlib.sha256(content).hexdigest()
        == "2516c915867c7baf18ddec727aec46c315541a07cfb3d79a6559b05d5e94eee8"
    )


def test_every_country_of_the_standard_has_an_outline_or_a_point() -> None:
    codes = country_codes()
    assert len(codes) == 249
    assert len({code.numeric for code in codes.values()}) == 249
    for code in codes.values():
        assert bool(countries()[code.alpha].rings) is (code.point is None), code.alpha


@pytest.mark.parametrize(
    ("code", "longitude", "latitude"),
    [("ES", -3.6, 40.3), ("FR", 2.3, 46.6), ("DZ", 2.6, 28.2), ("AU", 134.5, -25.6), ("SG", 103.8, 1.4)],
)
def test_a_country_stands_where_it_is(code: str, longitude: float, latitude: float) -> None:
    assert countries()[code].point == pytest.approx((longitude, latitude), abs=0.2)


def test_neighbors_share_their_border() -> None:
    spain, portugal = ({point for ring in countries()[code].rings for point in ring} for code in ("ES", "PT"))
    assert len(spain & portugal) > 5


def test_the_middle_of_a_ring_is_its_center_of_mass() -> None:
    assert middle(((0, 0), (4, 0), (4, 2), (0, 2))) == (2, 1)
    assert middle(((1, 1), (3, 3))) == (2, 2)


@pytest.mark.parametrize(
    ("degrees", "plane"),
    [((0, 0), (0, 0)), ((180, 0), (2.73539, 0)), ((0, 90), (0, -1.42239)), ((180, -90), (1.50572, 1.42239))],
)
def test_the_projection_is_natural_earth(degrees: tuple[float, float], plane: tuple[float, float]) -> None:
    assert project(degrees) == pytest.approx(plane, abs=0.0005)


@given(
    st.lists(st.tuples(st.floats(-170, 170), st.floats(-70, 70)), min_size=1, max_size=6),
    st.integers(200, 1000),
)
def test_a_window_holds_what_it_is_drawn_around(points: list[tuple[float, float]], width: int) -> None:
    window = Window.around(points, width, 4.0)
    assert window.width == width
    assert width // 2 <= window.height <= width + 1
    assert all(window.holds(point) for point in points)


def test_outlines_are_clipped_to_the_window() -> None:
    window = Window.around([(0.0, 40.0)], 300, 5.0)
    path = "".join(window.path(rings) for rings in outlines())
    numbers = [
        int(number)
        for part in path.replace("Z", "").split("M")[1:]
        for pair in part.split("L")
        for number in pair.split()
    ]
    assert min(numbers) >= -4
    assert max(numbers) <= 304
    assert window.path(countries()["AU"].rings) == ""


def drawn(
    make: MakeDrawn, entities: list[dict[str, Any]], claims: list[dict[str, Any]], name: str = "Map of"
) -> str:
    """The wide drawing of the map, or of that of places; empty where there is none."""
    wide = make(entities=entities, claims=claims).pictures("map/", "map drawing--wide")
    return next((svg for svg in wide if name in (parse(svg).get("aria-label") or "")), "")


def test_a_country_without_an_outline_gets_a_point(make: MakeDrawn) -> None:
    svg = drawn(make, [{"id": "malta", "country": "MT", **COUNTRY}], [])
    assert 'circle class="country' in svg
    assert [mark.name for mark in marks(svg)] == ["Malta: 0 claims"]


def test_a_far_country_is_listed_below_the_map(make: MakeDrawn) -> None:
    near = [{"id": f"c-{code.lower()}", "country": code, **COUNTRY} for code in ("ES", "FR", "DZ", "ML")]
    svg = drawn(make, [*near, {"id": "the-us", "country": "US", **COUNTRY}], [])
    assert "Beyond this map" in svg
    assert len(list(marks(svg))) == 5
    assert "path" not in {child.tag.rpartition("}")[2] for child in parse(svg)}


@pytest.mark.parametrize(
    ("states", "classes", "told"),
    [
        ([], "state-untold", ""),
        (["present"], "state-full", "; cooperation in 1"),
        (["absent"], "state-alone state-empty", "; no cooperation in 1"),
        (["present", "strained"], "state-half", "; cooperation in 1, cooperation strained in 1"),
        (
            ["suspended", "absent"],
            "state-alone state-empty",
            "; no cooperation in 1, cooperation suspended in 1",
        ),
    ],
)
def test_the_state_of_cooperation_is_told_by_outline_and_in_words(
    make: MakeDrawn, states: list[str], classes: str, told: str
) -> None:
    claims = [
        {"id": f"alpha2020-{n}", "kind": "partnership", "about": ["spain"], "cooperation": state}
        for n, state in enumerate(states)
    ]
    svg = drawn(make, [{"id": "spain", "country": "ES", **COUNTRY}], claims)
    assert f'class="country country-0 {classes}"' in svg
    count = "1 claim" if len(states) == 1 else f"{len(states)} claims"
    assert [mark.name for mark in marks(svg)] == [f"Spain: {count}{told}"]


def test_places_are_points_and_the_fullest_country_has_a_map_of_its_own(make: MakeDrawn) -> None:
    towns = [
        {"id": f"town-{n}", "kind": "place", "lat": 34.0 + n / 2, "lon": -6.0, "country": "MA"}
        for n in range(3)
    ]
    far = {"id": "paris", "kind": "place", "lat": 48.8, "lon": 2.3, "country": "FR"}
    region: dict[str, Any] = {"id": "sahel", "kind": "place"}
    entities: list[dict[str, Any]] = [*towns, far, region]
    assert [mark.name for mark in marks(drawn(make, entities, []))] == [
        "Paris: 0 claims",
        "Town-0: 0 claims",
        "Town-1: 0 claims",
        "Town-2: 0 claims",
    ]
    assert len(list(marks(drawn(make, entities, [], "Map of 3 points")))) == 3
    assert drawn(make, [*towns[:2], far], [], "points") == ""
    nowhere = [{**town, "country": None} for town in towns]
    assert drawn(make, nowhere, [], "points") == ""
