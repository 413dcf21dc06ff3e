"""The entity: what claims are about, of one of eight kinds. Founding dates and the like are claims, never fields."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints
from pydantic.json_schema import SkipJsonSchema

from dossier.model.ids import EntityIdField
from dossier.model.kinds import EntityKind, PartnerType, Relation
from dossier.model.record import Borne, Number, Record, Text

CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
"""ISO 3166-1 alpha-2."""


class Entity(Record):
    """A record of `sources/index/<kind>.yml`; `kind` follows from the file and is not typed.

    `description` is inline Markdown whose every sentence cites a claim. `type` is for partners only,
    `country` for partners and places, `lat` and `lon` (degrees) for places: `load` reports them elsewhere.
    """

    id: EntityIdField
    kind: SkipJsonSchema[EntityKind]
    name: Text
    aliases: tuple[Text, ...] = ()
    also: tuple[EntityKind, ...] = ()
    type: PartnerType | None = None
    country: CountryCode | None = None
    lat: Annotated[Number, Field(ge=-90, le=90)] | None = None
    lon: Annotated[Number, Field(ge=-180, le=180)] | None = None
    description: Text | None = None
    run_by: tuple[Borne, ...] = ()
    part_of: tuple[Borne, ...] = ()
    partners: tuple[Borne, ...] = ()
    members: tuple[Borne, ...] = ()
    place: tuple[Borne, ...] = ()
    successor_of: tuple[Borne, ...] = ()
    see: tuple[EntityIdField, ...] = ()
    disputed: Text | None = None
    named_by_us: bool = False
    remark: Text | None = None

    @property
    def kinds(self) -> tuple[EntityKind, ...]:
        """Its own kind first, then those whose index lists it too."""
        return (self.kind, *(kind for kind in self.also if kind is not self.kind))

    @property
    def relations(self) -> tuple[tuple[Relation, Borne], ...]:
        """All relations in the order of `Relation`."""
        return tuple((relation, borne) for relation in Relation for borne in getattr(self, relation.value))
