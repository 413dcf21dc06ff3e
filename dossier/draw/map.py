"""The map: partner countries with their claims and the state of cooperation, and places as points.

It is cut to where partners and places lie; countries far from there are listed below it, in the picture. A second map
shows the country in which most places lie.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from statistics import median_low

from markupsafe import Markup

from dossier.draw import svg
from dossier.draw.labels import Board, Label
from dossier.draw.names import claims_about
from dossier.draw.places import home, located, partner_countries
from dossier.draw.projection import Window
from dossier.draw.topology import Country, Point, countries, outlines
from dossier.leaves import address, terms
from dossier.leaves.cooperation import by_state, trouble
from dossier.model.entity import Entity
from dossier.model.kinds import Cooperation
from dossier.model.picture import Picture
from dossier.model.public import Public

PAGE = "map/"
LAYOUTS = {"": 900, "-narrow": 340}
REACH = (50, 34)
"""How many degrees of longitude and latitude from the middle of all a country is still near."""
MARGIN = 4.0
FEW_PLACES = 3
COLUMN, LINE = 170, 18
LEVELS = (3, 10)
"""From how many claims on a country is shaded more."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A country or place: a link to its page, drawn as an outline, or as a point at (x, y)."""

    href: Markup
    title: str
    classes: str
    path: str
    x: int
    y: int
    words: str
    claims: int


def pictures(dossier: Public) -> Iterator[tuple[str, Picture]]:
    """The map and the one of places, for wide and narrow screens; none where there is nothing to place."""
    partners, places = partner_countries(dossier.corpus), located(dossier.corpus)
    near = _near([*(country.point for country in partners.values()), *places.values()])
    for suffix, width in LAYOUTS.items() if near else ():
        window = Window.around(near, width, MARGIN)
        yield PAGE, _map(dossier, f"map{suffix}", window, partners, places)
    there = [places[entity] for entity in places if entity.country == home(dossier.corpus)]
    for suffix, width in LAYOUTS.items() if len(there) >= FEW_PLACES else ():
        yield PAGE, _places(dossier, f"places{suffix}", Window.around(there, width, 0.8), places)


def _near(points: list[Point]) -> list[Point]:
    """The points that lie around the middle one of all."""
    if not points:
        return []
    middle = median_low(lon for lon, _ in points), median_low(lat for _, lat in points)
    return [
        (lon, lat)
        for lon, lat in points
        if abs(lon - middle[0]) <= REACH[0] and abs(lat - middle[1]) <= REACH[1]
    ]


def _map(
    dossier: Public,
    name: str,
    window: Window,
    partners: Mapping[Entity, Country],
    places: Mapping[Entity, Point],
) -> Picture:
    marks = {entity: _country(dossier, window, entity, country) for entity, country in partners.items()}
    near = [mark for entity, mark in marks.items() if window.holds(partners[entity].point)]
    far = [mark for entity, mark in marks.items() if not window.holds(partners[entity].point)]
    columns = max(window.width // COLUMN, 1)
    listed = [
        (mark, number % columns * COLUMN, window.height + 20 + LINE * (number // columns + 1))
        for number, mark in enumerate(far)
    ]
    bottom = listed[-1][2] + 8 if listed else window.height
    used = {mark.classes.rpartition("coop-")[2] for mark in marks.values()}
    key = [(state.value, terms.COOPERATION[state]) for state in Cooperation if state.value in used]
    columns = max(window.width // COLUMN, 1)
    legend = [
        (state, words, number % columns * COLUMN, bottom + LINE * (number // columns + 1))
        for number, (state, words) in enumerate([*key, *[("untold", "not told")][: "untold" in used]])
    ]
    return svg.picture(
        name,
        "map.svg",
        name=f"Map of {svg.counted(len(marks), 'partner country', 'partner countries')}, "
        f"{len(far)} of them listed below the map",
        narrow=name.endswith("-narrow"),
        window=window,
        height=legend[-1][3] + 8 if legend else bottom,
        legend=legend,
        land=_land(window),
        home=_home(dossier, window),
        countries=near,
        places=[
            _place(dossier, window, entity, point) for entity, point in places.items() if window.holds(point)
        ],
        labels=_country_labels(window, near),
        far=listed,
    )


def _places(dossier: Public, name: str, window: Window, places: Mapping[Entity, Point]) -> Picture:
    marks = [
        _place(dossier, window, entity, point) for entity, point in places.items() if window.holds(point)
    ]
    board = Board(window.width, window.height)
    for mark in marks:
        board.block(mark.x, mark.y, 4)
    found = (board.beside(mark.words, mark.x, mark.y, 6) for mark in sorted(marks, key=_importance))
    return svg.picture(
        name,
        "map.svg",
        name=f"Map of {svg.counted(len(marks), 'place')}",
        narrow=name.endswith("-narrow"),
        window=window,
        height=window.height,
        land=_land(window),
        home=_home(dossier, window),
        legend=[],
        countries=[],
        places=marks,
        labels=[label for label in found if label],
        far=[],
    )


def _land(window: Window) -> Markup:
    return Markup("".join(window.path(rings) for rings in outlines()))


def _home(dossier: Public, window: Window) -> Markup:
    code = home(dossier.corpus)
    return Markup(window.path(countries()[code].rings)) if code else Markup("")


def _country(dossier: Public, window: Window, entity: Entity, country: Country) -> Mark:
    claims = claims_about(dossier, entity.id)
    states = by_state(claims)
    told = [f"{terms.COOPERATION[state]} in {len(found)}" for state, found in states.items()]
    shown = trouble(states) or (Cooperation.PRESENT if states else "untold")
    level = sum(len(claims) >= least for least in LEVELS)
    alone = " coop-alone" if states and Cooperation.PRESENT not in states else ""
    x, y = window.at(country.point)
    return Mark(
        svg.link(PAGE, address.page_of(entity.kind, entity.id)),
        f"{entity.name}: {svg.counted(len(claims), 'claim')}{'; ' if told else ''}{', '.join(told)}",
        f"country country-{level}{alone} coop-{shown}",
        window.path(country.rings),
        x,
        y,
        f"{entity.name} {len(claims)}",
        len(claims),
    )


def _place(dossier: Public, window: Window, entity: Entity, point: Point) -> Mark:
    claims = len(claims_about(dossier, entity.id))
    x, y = window.at(point)
    href = svg.link(PAGE, address.page_of(entity.kind, entity.id))
    return Mark(
        href, f"{entity.name}: {svg.counted(claims, 'claim')}", "place", "", x, y, entity.name, claims
    )


def _country_labels(window: Window, marks: list[Mark]) -> list[Label]:
    """Names with numbers, else numbers alone, as far as there is room."""
    board = Board(window.width, window.height)
    found = (
        board.centered((mark.words, str(mark.claims)), mark.x, mark.y)
        for mark in sorted(marks, key=_importance)
    )
    return [label for label in found if label]


def _importance(mark: Mark) -> tuple[int, str]:
    """What has most claims is named first."""
    return -mark.claims, mark.words
