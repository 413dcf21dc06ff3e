"""The entity: what claims are about. Founding dates and the like are claims, never fields."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from dossier.model.day import Day
from dossier.model.from_text import form
from dossier.model.history import Revision
from dossier.model.ids import EntityIdField
from dossier.model.record import Allowance, Number, Record, SupportedBy, Text, declared
from dossier.model.vocabulary import EntityType, Kind, OutsideNames, Relation, Trait, Traits

CountryCode = Annotated[
    str, form(r"^[A-Z]{2}$", "a country code", "write two capital letters of ISO 3166-1, such as `ES`")
]
"""ISO 3166-1 alpha-2."""


class Entity(Record):
    """A record of `sources/index/<plural>.yml`; `kind` follows from the file and is not typed.

    `description` is inline Markdown whose every sentence cites a claim. `type` is for kinds with types, `country`
    for what is an outline or a point on the map, `lat` and `lon` (degrees) for points: `load` reports them elsewhere.
    The relations of a vocabulary are further fields (`record_types`).
    """

    id: EntityIdField
    """Stays for ever."""
    kind: SkipJsonSchema[Kind]
    name: Text
    """The fullest form that most sources use."""
    aliases: tuple[Text, ...] = ()
    """Every other form met, and the standard form, so that search finds it."""
    also: tuple[Kind, ...] = ()
    """Other kinds whose index lists it too."""
    type: EntityType | None = None
    """One of the types of the first of its kinds that has some; required there."""
    country: CountryCode | None = None
    """ISO 3166-1 alpha-2; required for what is drawn as a country."""
    lat: Annotated[Number, Field(ge=-90, le=90)] | None = None
    """Degrees north."""
    lon: Annotated[Number, Field(ge=-180, le=180)] | None = None
    """Degrees east."""
    description: Text | None = None
    """Inline Markdown; every sentence cites a claim: `… [@claim-id]`."""
    see: tuple[EntityIdField, ...] = ()
    """Ids of entities that may be the same, or are easily confused with it."""
    disputed: Text | None = None
    """One sentence, shown beside the name wherever it heads a page."""
    named_by_us: bool = False
    """`true` where no source names it so."""
    remark: Text | None = None
    """An editor's, shown as such. Plain text."""
    added: Day | None = None
    """The day on which it was added."""
    revised: tuple[Revision, ...] = ()
    """What it said before, and why that was changed."""
    formerly: tuple[EntityIdField, ...] = ()
    """Ids that it had before; the command `rename` writes them."""
    allow: tuple[Allowance, ...] = ()
    """Warnings that are accepted, and why."""

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """Its own kind first, then those whose index lists it too."""
        return tuple(dict.fromkeys((self.kind, *self.also)))

    @property
    def outside(self) -> OutsideNames:
        """What other vocabularies call what it is."""
        return self.type.outside if self.type and self.type in self.kind.types else self.kind.outside

    @property
    def point(self) -> tuple[float, float] | None:
        """Its longitude and latitude in degrees; nothing where it has no one place."""
        return None if self.lat is None or self.lon is None else (self.lon, self.lat)

    @property
    def traits(self) -> Traits:
        """What its kinds and its type bring with them."""
        return traits_of(self.kinds, self.type)

    @property
    def main_kind(self) -> Kind | None:
        """The first of its kinds that the site is about; nothing where it is none of them."""
        return next((kind for kind in self.kinds if Trait.MAIN in kind.traits), None)

    @property
    def relations(self) -> tuple[tuple[Relation, SupportedBy], ...]:
        """All relations in the order of the vocabulary."""
        return tuple(
            (relation, supported)
            for name, relation in declared(type(self), Relation)
            for supported in getattr(self, name)
        )

    @property
    def address(self) -> str:
        """The address of its page, relative to the site's root."""
        return f"{self.kind.address}{self.id}/"


def types_of(kinds: Iterable[Kind]) -> tuple[EntityType, ...]:
    """The types of which an entity of these kinds has one: those of the first kind that has some."""
    return next((kind.types for kind in kinds if kind.types), ())


def traits_of(kinds: Iterable[Kind], type_: EntityType | None) -> Traits:
    """What kinds and a type bring with them together."""
    return frozenset().union(*(kind.traits for kind in kinds), type_.traits if type_ else ())
