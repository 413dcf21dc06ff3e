"""What lies on the map: countries by their outlines, all else by its coordinates. Drawing is left to `atlas`."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model.entity import Entity
from dossier.model.vocabulary import EntityType, Kind, Trait
from dossier.render.catalog import Catalog


@dataclass(frozen=True, slots=True)
class Layer:
    """What is drawn alike: a kind's entities that are countries by themselves or by their `type`, or are points."""

    kind: Kind
    outlined: bool
    type: EntityType | None = None

    @property
    def name(self) -> str:
        """What one of its entities is called."""
        return f"{self.kind.name} {self.type.name}" if self.type else self.kind.name

    @property
    def names(self) -> str:
        """What several of them are called."""
        return f"{self.kind.name} {self.type.names}" if self.type else self.kind.names


def layers(catalog: Catalog) -> dict[Layer, list[Entity]]:
    """The entities on the map, by name in each layer, layers in the order of the vocabulary."""
    found: dict[Layer, list[Entity]] = {}
    for kind in catalog.dossier.corpus.vocabulary.kinds:
        placed = [(layer, entity) for entity in catalog.by_kind[kind] if (layer := _layer(entity))]
        outlines = (Layer(kind, outlined=True, type=type_) for type_ in (None, *kind.types))
        for wanted in (*outlines, Layer(kind, outlined=False)):
            if members := [entity for layer, entity in placed if layer == wanted]:
                found[wanted] = members
    return found


def _layer(entity: Entity) -> Layer | None:
    """Where an entity is drawn, by the first of its kinds that brings it onto the map; nowhere without a place."""
    for kind in entity.kinds:
        if Trait.OUTLINE in kind.traits:
            return Layer(kind, outlined=True)
        if entity.type is not None and entity.type in kind.types and Trait.OUTLINE in entity.type.traits:
            return Layer(kind, outlined=True, type=entity.type)
    at = next((kind for kind in entity.kinds if Trait.POINT in kind.traits), None)
    return Layer(at, outlined=False) if at and entity.point else None
