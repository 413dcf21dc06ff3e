"""The map's page: countries and points, and what no map shows. It is made where anything can lie on a map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dossier.draw.map import CountryArea, Key, PlacePoint, Shown, draw_map, draw_places
from dossier.leaves.address import SitePage
from dossier.leaves.countries import country_codes
from dossier.leaves.numbers import counted
from dossier.leaves.phrases import headed, listed
from dossier.model.entity import Entity
from dossier.model.kinds import RecordKind
from dossier.model.output import OutputFile
from dossier.model.vocabulary import Qualifier
from dossier.render.catalog import Catalog
from dossier.render.layers import Layer, layers
from dossier.render.states import Told, by_state
from dossier.render.view import View
from dossier.render.writing import Front, write_page

_COUNTRIES = "countries"
_FEW_POINTS = 3
_NOT_TOLD = "untold"


@dataclass(frozen=True, slots=True)
class MappedEntity:
    """An entity on the map, the number of its claims, and what they tell of its state."""

    entity: Entity
    claims: int
    told: Told

    @property
    def title(self) -> str:
        """It in words."""
        states = ", ".join(f"{state.name} in {len(claims)}" for state, claims in self.told.items())
        return f"{self.entity.name}: {counted(self.claims, 'claim')}{states and '; '}{states}"


@dataclass(frozen=True, slots=True)
class Table:
    """What lies on the map in one layer; `qualifier` where its entities have a state."""

    layer: Layer
    anchor: str
    qualifier: Qualifier | None
    rows: tuple[MappedEntity, ...]

    def state(self, row: MappedEntity) -> str:
        """The class of the state that claims tell of: the worst of several; empty where there is none to tell."""
        if self.qualifier is None:
            return ""
        return max((state.sign for state in row.told), key=lambda sign: sign.rank, default=_NOT_TOLD)


def pages(catalog: Catalog) -> Iterator[OutputFile]:
    """The one page."""
    vocabulary = catalog.dossier.corpus.vocabulary
    if not (vocabulary.has_map and catalog.wants(SitePage.MAP)):
        return
    kinds = [kind for kind in vocabulary.kinds if kind.on_map]
    names = headed(listed([kind.names for kind in catalog.in_use(kinds) or kinds]))
    front = Front("Map", "index", f"{names} of the sources, on a map.", outline=True)
    view = View(catalog, SitePage.MAP)
    outlined = _tables(catalog, outlined=True)
    points = _tables(catalog, outlined=False)
    shown = [row.entity for table in (*outlined, *points) for row in table.rows]
    able = dict.fromkeys(entity for kind in kinds for entity in catalog.by_kind[kind])
    whole, close = _pictures(view, outlined, points)
    yield write_page(
        view,
        front,
        "map.md",
        outlined=outlined,
        points=points,
        others=[(entity, catalog.concerning(entity.id)) for entity in able if entity not in shown],
        disputed=[entity for entity in shown if entity.disputed],
        names=listed([table.layer.names for table in (*outlined, *points)]),
        home=any(row.entity.country for table in points for row in table.rows),
        degrees=degrees,
        whole=whole,
        close=close,
    )


def _tables(catalog: Catalog, *, outlined: bool) -> list[Table]:
    found = [(layer, entities) for layer, entities in layers(catalog).items() if layer.outlined is outlined]
    return [_table(catalog, layer, number, entities) for number, (layer, entities) in enumerate(found, 1)]


def _table(catalog: Catalog, layer: Layer, number: int, entities: Sequence[Entity]) -> Table:
    anchor = layer.kind.plural
    if layer.outlined:
        anchor = _COUNTRIES if number == 1 else f"{_COUNTRIES}--{number}"
    elif anchor == _COUNTRIES:
        anchor = f"{_COUNTRIES}--points"
    qualifier = catalog.dossier.corpus.vocabulary.qualifier
    told_of = qualifier if qualifier and layer.kind in qualifier.of else None
    claims = {entity: catalog.concerning(entity.id) for entity in entities}
    rows = tuple(
        MappedEntity(entity, len(found), by_state(told_of, found)) for entity, found in claims.items()
    )
    return Table(layer, anchor, told_of, rows)


def _pictures(view: View, outlined: list[Table], points: list[Table]) -> tuple[Markup, Markup]:
    """The map of all, and that of the country in which most points lie, if some points lie there."""
    known = country_codes()
    countries = [
        _country(view, table, row, row.entity.country)
        for table in outlined
        for row in table.rows
        if row.entity.country and row.entity.country in known
    ]
    places = {
        row.entity: _place(view, table, row, sort, row.entity.point)
        for sort, table in enumerate(points)
        for row in table.rows
        if row.entity.point
    }
    lying = Counter(entity.country for entity in places if entity.country in known)
    home = min(lying, key=lambda code: (-lying[code], code), default=None)
    shown = Shown(countries, list(places.values()), home, list(_legend(view, outlined, points)))
    tables = ((len(table.rows), table.layer) for table in (*outlined, *points))
    name = f"Map of {listed([counted(rows, layer.name, layer.names) for rows, layer in tables])}"
    around = [place for entity, place in places.items() if home and entity.country == home]
    whole = view.drawn("map", draw_map, name, shown)
    return whole, view.drawn("map", draw_places, shown, around) if len(around) >= _FEW_POINTS else Markup("")


def _legend(view: View, outlined: list[Table], points: list[Table]) -> Iterator[Key]:
    """What the shapes of points mean where there are several, then the states, of outlines and of points."""
    if len(points) > 1:
        yield from (Key(table.layer.names, sort=sort) for sort, table in enumerate(points))
    qualifier = view.dossier.corpus.vocabulary.qualifier
    words = [(state.sign.value, state.name) for state in qualifier.states] if qualifier else []
    sort = next((sort for sort, table in enumerate(points) if table.qualifier), None)
    for tables, shape in ((outlined, None), (points, sort)):
        found = {table.state(row) for table in tables for row in table.rows}
        yield from (
            Key(name, state, shape) for state, name in (*words, (_NOT_TOLD, "not told")) if state in found
        )


def _country(view: View, table: Table, row: MappedEntity, code: str) -> CountryArea:
    entity, state = row.entity, table.state(row)
    told_usual = table.qualifier is not None and table.qualifier.usual in row.told
    return CountryArea(
        code,
        view.url(RecordKind.ENTITY, entity.id),
        entity.name,
        row.title,
        row.claims,
        state,
        bool(row.told) and not told_usual,
    )


def _place(view: View, table: Table, row: MappedEntity, sort: int, point: tuple[float, float]) -> PlacePoint:
    href = view.url(RecordKind.ENTITY, row.entity.id)
    return PlacePoint(point, href, row.entity.name, row.title, row.claims, sort, table.state(row))


def degrees(point: tuple[float, float]) -> str:
    """Longitude and latitude in words, the other way around: `33.57° N, 7.59° W`."""
    lon, lat = point
    return f"{abs(lat):g}° {'S' if lat < 0 else 'N'}, {abs(lon):g}° {'W' if lon < 0 else 'E'}"
