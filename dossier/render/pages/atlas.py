"""The map's page: partner countries and places, and those that no map shows."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.leaves.cooperation import by_state
from dossier.model.entity import Entity
from dossier.model.kinds import EntityKind, PartnerType
from dossier.model.output import OutputFile
from dossier.render.catalog import Catalog
from dossier.render.view import View
from dossier.render.writing import Front, write_page


def pages(catalog: Catalog) -> Iterator[OutputFile]:
    """The one page."""
    front = Front(
        "Map", "index", "Partners and places of the sources, on a map.", outline=True, searchable=False
    )
    partners = catalog.by_kind[EntityKind.PARTNER]
    countries = [entity for entity in partners if entity.type is PartnerType.COUNTRY]
    points = [entity for entity in catalog.by_kind[EntityKind.PLACE] if entity.lat is not None]
    shown = {entity.id for entity in (*countries, *points)}
    elsewhere = dict.fromkeys((*partners, *catalog.by_kind[EntityKind.PLACE]))
    yield write_page(
        View(catalog, "map/"),
        front,
        "map.md",
        countries=[(entity, catalog.concerning(entity.id)) for entity in countries],
        points=[(entity, catalog.concerning(entity.id)) for entity in points],
        others=[(entity, catalog.concerning(entity.id)) for entity in elsewhere if entity.id not in shown],
        disputed=[entity for entity in (*countries, *points) if entity.disputed],
        by_state=by_state,
        degrees=degrees,
    )


def degrees(entity: Entity) -> str:
    """A place's coordinates in words: `33.57° N, 7.59° W`."""
    if entity.lat is None or entity.lon is None:
        return ""
    lat = f"{abs(entity.lat):g}° {'S' if entity.lat < 0 else 'N'}"
    return f"{lat}, {abs(entity.lon):g}° {'W' if entity.lon < 0 else 'E'}"
