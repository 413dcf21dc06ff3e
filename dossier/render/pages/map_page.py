"""The map's page: partner countries and places, and those that no map shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from markupsafe import Markup

from dossier.draw.map import Country, Place, Shown, draw_map, draw_places
from dossier.leaves.address import SitePage
from dossier.leaves.countries import country_codes
from dossier.leaves.numbers import counted
from dossier.model.entity import Entity
from dossier.model.kinds import Cooperation, EntityKind, PartnerType, RecordKind
from dossier.model.output import OutputFile
from dossier.render import wording
from dossier.render.catalog import Catalog
from dossier.render.cooperation import by_state, worst
from dossier.render.view import View
from dossier.render.writing import Front, write_page

_FEW_PLACES = 3
_NOT_TOLD = "untold"
_STATES = (*wording.COOPERATION.items(), (_NOT_TOLD, "not told"))
"""The classes of countries, with what they mean."""


def pages(catalog: Catalog) -> Iterator[OutputFile]:
    """The one page."""
    front = Front(
        "Map", "index", "Partners and places of the sources, on a map.", outline=True, searchable=False
    )
    view = View(catalog, SitePage.MAP)
    partners = catalog.by_kind[EntityKind.PARTNER]
    countries = [entity for entity in partners if entity.type is PartnerType.COUNTRY]
    points = [entity for entity in catalog.by_kind[EntityKind.PLACE] if entity.point]
    shown = {entity.id for entity in (*countries, *points)}
    elsewhere = dict.fromkeys((*partners, *catalog.by_kind[EntityKind.PLACE]))
    whole, close = _pictures(view, countries, points)
    yield write_page(
        view,
        front,
        "map.md",
        countries=[(entity, catalog.concerning(entity.id)) for entity in countries],
        points=[(entity, catalog.concerning(entity.id)) for entity in points],
        others=[(entity, catalog.concerning(entity.id)) for entity in elsewhere if entity.id not in shown],
        disputed=[entity for entity in (*countries, *points) if entity.disputed],
        by_state=by_state,
        degrees=degrees,
        whole=whole,
        close=close,
    )


def _pictures(view: View, countries: list[Entity], points: list[Entity]) -> tuple[Markup, Markup]:
    """The map of all, and that of the country in which most places lie, if some places lie there."""
    known = country_codes()
    marks = [
        _country(view, entity, entity.country)
        for entity in countries
        if entity.country and entity.country in known
    ]
    places = {entity: _place(view, entity, entity.point) for entity in points if entity.point}
    lying = Counter(entity.country for entity in points if entity.country in known)
    home = min(lying, key=lambda code: (-lying[code], code), default=None)
    states = {mark.state for mark in marks}
    legend = [(state, words) for state, words in _STATES if state in states]
    shown = Shown(marks, list(places.values()), home, legend)
    name = f"Map of {counted(len(marks), 'partner country', 'partner countries')}"
    around = [place for entity, place in places.items() if home and entity.country == home]
    return draw_map(name, shown), draw_places(shown, around) if len(around) >= _FEW_PLACES else Markup("")


def _country(view: View, entity: Entity, code: str) -> Country:
    claims = view.catalog.concerning(entity.id)
    states = by_state(claims)
    told = ", ".join(f"{wording.COOPERATION[state]} in {len(found)}" for state, found in states.items())
    return Country(
        code,
        view.url(RecordKind.ENTITY, entity.id),
        entity.name,
        f"{entity.name}: {counted(len(claims), 'claim')}{told and '; '}{told}",
        len(claims),
        worst(states) or (Cooperation.PRESENT if states else _NOT_TOLD),
        bool(states) and Cooperation.PRESENT not in states,
    )


def _place(view: View, entity: Entity, point: tuple[float, float]) -> Place:
    claims = len(view.catalog.concerning(entity.id))
    return Place(
        point,
        view.url(RecordKind.ENTITY, entity.id),
        entity.name,
        f"{entity.name}: {counted(claims, 'claim')}",
        claims,
    )


def degrees(point: tuple[float, float]) -> str:
    """Longitude and latitude in words, the other way around: `33.57° N, 7.59° W`."""
    lon, lat = point
    return f"{abs(lat):g}° {'S' if lat < 0 else 'N'}, {abs(lon):g}° {'W' if lon < 0 else 'E'}"
