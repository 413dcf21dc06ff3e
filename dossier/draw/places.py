"""Where things are: partner countries by their code, places by their coordinates.

That codes are known and coordinates complete is checked by `load`. A region that has no one point has neither
coordinates nor a country: it is listed, and not drawn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from dossier.draw.topology import Country, Point, countries
from dossier.model.corpus import Corpus
from dossier.model.entity import Entity
from dossier.model.kinds import EntityKind, PartnerType


def partner_countries(corpus: Corpus) -> Mapping[Entity, Country]:
    """The partners of type country whose code is known, by name."""
    known = countries()
    partners = [
        entity
        for entity in corpus.entities.values()
        if EntityKind.PARTNER in entity.kinds and entity.type is PartnerType.COUNTRY
    ]
    return {
        entity: known[entity.country]
        for entity in _by_name(partners)
        if entity.country is not None and entity.country in known
    }


def located(corpus: Corpus) -> Mapping[Entity, Point]:
    """The places that have coordinates, by name, as longitude and latitude."""
    places = [entity for entity in corpus.entities.values() if EntityKind.PLACE in entity.kinds]
    return {
        entity: (entity.lon, entity.lat)
        for entity in _by_name(places)
        if entity.lat is not None and entity.lon is not None
    }


def home(corpus: Corpus) -> str | None:
    """The code of the country in which most places lie; nothing where no place has a country."""
    lying = Counter(entity.country for entity in located(corpus) if entity.country in countries())
    return min(lying, key=lambda code: (-lying[code], code or ""), default=None)


def _by_name(entities: list[Entity]) -> list[Entity]:
    return sorted(entities, key=lambda entity: (entity.name.casefold(), entity.id))
