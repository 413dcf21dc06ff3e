"""The entity: what claims are about, of one of eight kinds. Founding dates and the like are claims, never fields."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from dossier.model.from_text import form
from dossier.model.ids import EntityIdField
from dossier.model.kinds import MAIN_KINDS, EntityKind, PartnerType, Relation
from dossier.model.record import Number, Record, SupportedBy, Text

CountryCode = Annotated[
    str, form(r"^[A-Z]{2}$", "a country code", "write two capital letters of ISO 3166-1, such as `ES`")
]
"""ISO 3166-1 alpha-2."""


class Entity(Record):
    """A record of `sources/index/<kind>.yml`; `kind` follows from the file and is not typed.

    `description` is inline Markdown whose every sentence cites a claim. `type` is for partners only,
    `country` for partners and places, `lat` and `lon` (degrees) for places: `load` reports them elsewhere.
    """

    id: EntityIdField
    """Stays for ever."""
    kind: SkipJsonSchema[EntityKind]
    name: Text
    """The fullest form that most sources use."""
    aliases: tuple[Text, ...] = ()
    """Every other form met, and the standard form, so that search finds it."""
    also: tuple[EntityKind, ...] = ()
    """Other kinds whose index lists it too."""
    type: PartnerType | None = None
    """What a partner is."""
    country: CountryCode | None = None
    """ISO 3166-1 alpha-2; required for partners of type country."""
    lat: Annotated[Number, Field(ge=-90, le=90)] | None = None
    """Degrees north."""
    lon: Annotated[Number, Field(ge=-180, le=180)] | None = None
    """Degrees east."""
    description: Text | None = None
    """Inline Markdown; every sentence cites a claim: `… [@claim-id]`."""
    run_by: tuple[SupportedBy, ...] = ()
    """Who runs it."""
    part_of: tuple[SupportedBy, ...] = ()
    """What it belongs to."""
    partners: tuple[SupportedBy, ...] = ()
    """Whom it works with."""
    members: tuple[SupportedBy, ...] = ()
    """Who belongs to it."""
    place: tuple[SupportedBy, ...] = ()
    """Where it is or happened."""
    successor_of: tuple[SupportedBy, ...] = ()
    """What it follows."""
    see: tuple[EntityIdField, ...] = ()
    """Ids of entities that may be the same, or are easily confused with it."""
    disputed: Text | None = None
    """One sentence, shown beside the name wherever it heads a page."""
    named_by_us: bool = False
    """`true` where no source names it so."""
    remark: Text | None = None
    """An editor's, shown as such. Plain text."""

    @property
    def kinds(self) -> tuple[EntityKind, ...]:
        """Its own kind first, then those whose index lists it too."""
        return (self.kind, *(kind for kind in self.also if kind is not self.kind))

    @property
    def point(self) -> tuple[float, float] | None:
        """Its longitude and latitude in degrees; nothing where it has no one place."""
        return None if self.lat is None or self.lon is None else (self.lon, self.lat)

    @property
    def main_kind(self) -> EntityKind | None:
        """The first of its kinds that the site is about; nothing where it is none of them."""
        return next((kind for kind in self.kinds if kind in MAIN_KINDS), None)

    @property
    def relations(self) -> tuple[tuple[Relation, SupportedBy], ...]:
        """All relations in the order of `Relation`."""
        return tuple(
            (relation, supported) for relation in Relation for supported in getattr(self, relation.value)
        )
