"""The outlines of countries: `countries-110m.json` decoded.

The outlines are those of Natural Earth at 1:110 million (public domain, naturalearthdata.com), as the package
world-atlas gives them in TopoJSON, unchanged: arcs of deltas on a grid, shared by neighbors, keyed by numeric codes.
Disputed borders are as drawn there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from dossier.leaves.countries import CountryCode, country_codes

Point = tuple[float, float]
"""Longitude and latitude in degrees, or a place on a plane."""
Ring = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Country:
    """A code of ISO 3166-1 alpha-2, with the rings of its outline; without one it has a `point`."""

    code: str
    rings: tuple[Ring, ...]
    point: Point


@cache
def countries() -> Mapping[str, Country]:
    """Every country of ISO 3166-1 by its alpha-2 code."""
    shapes = _shapes()
    return {code.alpha: _country(code, shapes.get(code.numeric, ())) for code in country_codes().values()}


def _country(code: CountryCode, rings: tuple[Ring, ...]) -> Country:
    if not rings:
        return Country(code.alpha, (), code.point or (0.0, 0.0))
    return Country(code.alpha, rings, middle(max(rings, key=lambda ring: abs(area(ring)))))


@cache
def outlines() -> tuple[tuple[Ring, ...], ...]:
    """The rings of every shape, those without a code too."""
    return tuple(_rings(_topology(), geometry) for geometry in _geometries())


def area(ring: Ring) -> float:
    """The signed area within a ring, in squares of its units."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True)) / 2


def middle(ring: Ring) -> Point:
    """The center of mass of a ring; of its points where it holds nothing."""
    whole = area(ring)
    if not whole:
        return sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring)
    steps = [
        (x1 + x2, y1 + y2, x1 * y2 - x2 * y1)
        for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True)
    ]
    return sum(x * cross for x, _, cross in steps) / (6 * whole), sum(y * cross for _, y, cross in steps) / (
        6 * whole
    )


def _shapes() -> dict[str, tuple[Ring, ...]]:
    return {
        geometry["id"]: rings
        for geometry, rings in zip(_geometries(), outlines(), strict=True)
        if "id" in geometry
    }


@cache
def _topology() -> Any:  # noqa: ANN401 - JSON as it is
    return json.loads(files("dossier.draw").joinpath("countries-110m.json").read_text(encoding="utf-8"))


def _geometries() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = _topology()["objects"]["countries"]["geometries"]
    return found


def _rings(topology: Any, geometry: dict[str, Any]) -> tuple[Ring, ...]:  # noqa: ANN401
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    return tuple(
        tuple(point for arc in ring for point in _arc(topology, arc))
        for polygon in polygons
        for ring in polygon
    )


def _arc(topology: Any, number: int) -> Iterator[Point]:  # noqa: ANN401
    """The points of an arc but its last, where the next one begins; a number below zero means backwards."""
    points = _absolute(topology, number if number >= 0 else ~number)
    yield from points[:-1] if number >= 0 else points[:0:-1]


def _absolute(topology: Any, number: int) -> list[Point]:  # noqa: ANN401
    (scale_x, scale_y), (left, bottom) = topology["transform"]["scale"], topology["transform"]["translate"]
    points, x, y = [], 0, 0
    for step_x, step_y in topology["arcs"][number]:
        x, y = x + step_x, y + step_y
        points.append((x * scale_x + left, y * scale_y + bottom))
    return points
