"""From degrees to the plane and into a window of it.

The projection is Natural Earth (T. Patterson; polynomials by B. Šavrič): sums and products only, so that every
machine computes the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from dossier.draw.topology import Point, Ring

_RADIAN = 3.141592653589793 / 180
_ACROSS = (0.8707, -0.131979, -0.013791, 0.0, 0.0, 0.003971, -0.001529)
_UP = (1.007226, 0.015085, 0.0, -0.044475, 0.028874, -0.005916)
"""Coefficients of even powers of the latitude."""


def project(point: Point) -> Point:
    """A place on the plane, x to the east and y to the south, as in a picture."""
    longitude, latitude = point[0] * _RADIAN, point[1] * _RADIAN
    return longitude * _polynomial(_ACROSS, latitude), -latitude * _polynomial(_UP, latitude)


def _polynomial(coefficients: tuple[float, ...], value: float) -> float:
    total = 0.0
    for coefficient in reversed(coefficients):
        total = total * value * value + coefficient
    return total


@dataclass(frozen=True, slots=True)
class Window:
    """The part of the plane that a picture shows, `width` units wide and `height` high."""

    left: float
    top: float
    scale: float
    width: int
    height: int

    @classmethod
    def around(cls, points: Iterable[Point], width: int, margin: float) -> Window:
        """A window on some places in degrees, with `margin` degrees around them; no flatter than 2:1, nor taller."""
        planes = [
            project((lon + side * margin, lat + level * margin))
            for lon, lat in points
            for side in (-1, 1)
            for level in (-1, 1)
        ]
        left, right = min(x for x, _ in planes), max(x for x, _ in planes)
        top, bottom = min(y for _, y in planes), max(y for _, y in planes)
        across, down = right - left, bottom - top
        if across < down:
            left, across = left - (down - across) / 2, down
        if down < across / 2:
            top, down = top - (across / 2 - down) / 2, across / 2
        return cls(left, top, width / across, width, round(width * down / across))

    def at(self, point: Point) -> tuple[int, int]:
        """Where a place in degrees is in the picture."""
        x, y = self._exact(project(point))
        return round(x), round(y)

    def holds(self, point: Point) -> bool:
        """Whether a place in degrees is in the picture."""
        x, y = self.at(point)
        return 0 <= x <= self.width and 0 <= y <= self.height

    def path(self, rings: Iterable[Ring]) -> Markup:
        """The outline of rings in degrees, clipped to the window and rounded; empty where nothing is left."""
        parts = []
        for ring in rings:
            points = _rounded(self._clipped([self._exact(point) for point in _on_plane(ring)]))
            if len(points) > 2:  # noqa: PLR2004 - fewer hold nothing
                parts.append("M" + "L".join(f"{x} {y}" for x, y in points) + "Z")
        return Markup("".join(parts))

    def _exact(self, plane: Point) -> Point:
        """Where a place of the plane is in the picture."""
        return (plane[0] - self.left) * self.scale, (plane[1] - self.top) * self.scale

    def _clipped(self, ring: list[Point]) -> list[Point]:
        """The ring within the window and a little around it, edge by edge (Sutherland and Hodgman)."""
        beyond = 4.0
        for axis, limit, sign in (
            (0, -beyond, 1),
            (0, self.width + beyond, -1),
            (1, -beyond, 1),
            (1, self.height + beyond, -1),
        ):
            depths = [sign * (point[axis] - limit) for point in ring]
            if max(depths, default=-1) < 0:
                return []
            if min(depths) < 0:
                ring = _cut(ring, depths)
        return ring


@cache
def _on_plane(ring: Ring) -> tuple[Point, ...]:
    """A ring of degrees on the plane; several windows show it."""
    return tuple(map(project, ring))


def _cut(ring: list[Point], depths: list[float]) -> list[Point]:
    """The part of a ring whose depths are not below zero."""
    kept: list[Point] = []
    after = zip([*ring[1:], *ring[:1]], [*depths[1:], *depths[:1]], strict=True)
    for (one, here), (other, there) in zip(zip(ring, depths, strict=True), after, strict=True):
        if here >= 0:
            kept.append(one)
        if (here >= 0) != (there >= 0):
            part = here / (here - there)
            kept.append((one[0] + (other[0] - one[0]) * part, one[1] + (other[1] - one[1]) * part))
    return kept


def _rounded(ring: list[Point]) -> list[tuple[int, int]]:
    """Whole units, and each point once in a row."""
    points = [(round(x), round(y)) for x, y in ring]
    return [
        point for point, before in zip(points, [*points[-1:], *points[:-1]], strict=True) if point != before
    ]
