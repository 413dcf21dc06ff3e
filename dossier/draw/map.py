"""A map: countries by their outlines or points, places as points, each sort with a shape of its own.

It is cut to where most of them lie; what is far from there is listed below it, in the picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median_low
from typing import TypeVar

from markupsafe import Markup

from dossier.draw import svg
from dossier.draw.labels import Board, Label
from dossier.draw.projection import Window
from dossier.draw.topology import Point, countries, outlines
from dossier.leaves.numbers import counted

_Thing = TypeVar("_Thing")
WIDTHS = (900, 340)
REACH = (50, 34)
"""How many degrees of longitude and latitude from the middle of all a country is still near."""
MARGIN, CLOSE_MARGIN = 4.0, 0.8
"""How many degrees are left around what is shown, and around places alone."""
COLUMN, LINE = 170, 18
LEVELS = (3, 10)
"""From which number on a country is shaded more."""


@dataclass(frozen=True, slots=True)
class PointShape:
    """The path of a point around (0, 0), and those parts of it that are full where it is half full or barred."""

    whole: Markup
    half: Markup
    bar: Markup


SHAPES = (
    PointShape(
        Markup("M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z"),
        Markup("M0 -4a4 4 0 0 0 0 8z"),
        Markup("M-4 -1h8v2h-8z"),
    ),
    PointShape(Markup("M0 -5L5 0L0 5L-5 0z"), Markup("M0 -5L-5 0L0 5z"), Markup("M-4 -1h8v2h-8z")),
    PointShape(Markup("M-4 -4h8v8h-8z"), Markup("M-4 -4h4v8h-4z"), Markup("M-4 -1h8v2h-8z")),
    PointShape(Markup("M0 -5L5 4L-5 4z"), Markup("M0 -5L-5 4L0 4z"), Markup("M-3 0h6v2h-6z")),
)
"""Of points of the first sort, the second, and so on; a fifth sort looks like the first again."""


@dataclass(frozen=True, slots=True)
class CountryArea:
    """A country by its code of ISO 3166-1: a link with a name, its words in full, and a number that shades it.

    `state` is the class of its outline, if it has one; `alone` where the shade is of that class, too.
    """

    code: str
    href: Markup
    name: str
    title: str
    number: int
    state: str
    alone: bool

    @property
    def point(self) -> Point:
        """Where it is, in degrees."""
        return countries()[self.code].point

    @property
    def shape(self) -> PointShape | None:
        """None of those of points."""
        return None

    @property
    def level(self) -> int:
        """How deep its shade is, from 0."""
        return sum(self.number >= least for least in LEVELS)

    @property
    def words(self) -> str:
        """Its name with its number."""
        return f"{self.name} {self.number}"


@dataclass(frozen=True, slots=True)
class PlacePoint:
    """A place by longitude and latitude in degrees: a link with a name, its words in full, and a number.

    `sort` is the number of its shape, `state` its class, if it has one.
    """

    point: Point
    href: Markup
    name: str
    title: str
    number: int
    sort: int = 0
    state: str = ""

    @property
    def shape(self) -> PointShape:
        """What it looks like."""
        return SHAPES[self.sort % len(SHAPES)]

    @property
    def words(self) -> str:
        """Its name with its number."""
        return f"{self.name} {self.number}"


@dataclass(frozen=True, slots=True)
class Key:
    """What an outline of a state means, or a point of a `sort`, with a state or without."""

    words: str
    state: str = ""
    sort: int | None = None

    @property
    def shape(self) -> PointShape | None:
        """What a point looks like; nothing for an outline."""
        return None if self.sort is None else SHAPES[self.sort % len(SHAPES)]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a map shows. `home` is a country to set apart."""

    countries: Sequence[CountryArea] = ()
    places: Sequence[PlacePoint] = ()
    home: str | None = None
    legend: Sequence[Key] = ()


def draw_map(name: str, shown: Shown) -> Markup:
    """The map of countries and places; empty where there is nothing."""
    points = _near(
        [*(country.point for country in shown.countries), *(place.point for place in shown.places)]
    )
    if not points:
        return Markup("")
    windows = [Window.around(points, width, MARGIN) for width in WIDTHS]
    marks: list[CountryArea | PlacePoint] = [*shown.countries, *shown.places]
    far = [mark for mark in marks if not windows[0].holds(mark.point)]
    name = f"{name}, {len(far)} of them listed below the map" if far else name
    return svg.picture("map", "map.svg", name, *(_whole(window, shown, far) for window in windows))


def draw_places(shown: Shown, around: Iterable[PlacePoint]) -> Markup:
    """The map of those places that lie in a window around some of them, one or more."""
    points = [place.point for place in around]
    windows = [Window.around(points, width, CLOSE_MARGIN) for width in WIDTHS]
    name = f"Map of {counted(len(_held(windows[0], shown.places)), 'point')}"
    return svg.picture("map", "map.svg", name, *(_close(window, shown) for window in windows))


def _near(points: Sequence[Point]) -> list[Point]:
    """The points that lie around the middle of all."""
    if not points:
        return []
    middle = median_low(lon for lon, _ in points), median_low(lat for _, lat in points)
    return [
        (lon, lat)
        for lon, lat in points
        if abs(lon - middle[0]) <= REACH[0] and abs(lat - middle[1]) <= REACH[1]
    ]


def _whole(window: Window, shown: Shown, far: Sequence[CountryArea | PlacePoint]) -> svg.Drawing:
    near = [country for country in shown.countries if country not in far]
    listed = _grid(far, window.width, window.height + 20)
    bottom = listed[-1][2] + 8 if listed else window.height
    legend = _grid(shown.legend, window.width, bottom)
    values = {
        **_ground(window, shown),
        "countries": [
            (mark, window.path(countries()[mark.code].rings), *window.at(mark.point)) for mark in near
        ],
        "labels": _country_labels(window, near),
        "far": listed,
        "legend": legend,
    }
    return svg.Drawing(window.width, legend[-1][2] + 8 if legend else bottom, values)


def _close(window: Window, shown: Shown) -> svg.Drawing:
    values = _ground(window, shown)
    labels = _place_labels(window, shown.places)
    return svg.Drawing(
        window.width,
        window.height,
        {**values, "countries": [], "labels": labels, "far": [], "legend": []},
    )


def _ground(window: Window, shown: Shown) -> dict[str, object]:
    """What both maps have: the land, and the places that lie in the window."""
    return {
        "window": window,
        "land": Markup("").join(window.path(rings) for rings in outlines()),
        "home": window.path(countries()[shown.home].rings) if shown.home else "",
        "places": _held(window, shown.places),
    }


def _held(window: Window, places: Iterable[PlacePoint]) -> list[tuple[PlacePoint, int, int]]:
    return [(place, *window.at(place.point)) for place in places if window.holds(place.point)]


def _grid(things: Iterable[_Thing], width: int, top: int) -> list[tuple[_Thing, int, int]]:
    """Things side by side in columns below `top`, line by line."""
    columns = max(width // COLUMN, 1)
    return [
        (thing, number % columns * COLUMN, top + LINE * (number // columns + 1))
        for number, thing in enumerate(things)
    ]


def _country_labels(window: Window, near: Iterable[CountryArea]) -> list[Label]:
    """Names with numbers, else numbers alone, as far as there is room."""
    board = Board(window.width, window.height)
    found = (
        board.centered((mark.words, str(mark.number)), *window.at(mark.point))
        for mark in sorted(near, key=_importance)
    )
    return [label for label in found if label]


def _place_labels(window: Window, places: Iterable[PlacePoint]) -> list[Label]:
    board = Board(window.width, window.height)
    held = _held(window, sorted(places, key=_importance))
    for _, x, y in held:
        board.block(x, y, 4)
    found = (board.beside(place.name, x, y, 6) for place, x, y in held)
    return [label for label in found if label]


def _importance(mark: CountryArea | PlacePoint) -> tuple[int, str]:
    """The greatest number is named first."""
    return -mark.number, mark.name
