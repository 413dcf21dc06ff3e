"""The words of a subject: kinds of things, claims and sources, relations, qualifiers, and what some pages show.

Records hold these values themselves, so that printing or linking one needs no table. All words are written as running
text has them. Reading them from a file is left to `load`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Trait(StrEnum):
    """What a kind of entity, or a type of one, brings with it."""

    MAIN = "main"
    """The site is about these: they have cards, pictures of their own, a filter of the timeline."""
    MOMENT = "moment"
    """It happens once: claims with one date that are first about it are one moment, named by it."""
    POINT = "point"
    """It may have coordinates, and is then a point on the map."""
    OUTLINE = "outline"
    """It has a country, and is that country on the map."""
    UNLISTED = "unlisted"
    """Its pages ask search engines to leave them out."""


Traits = frozenset[Trait]


class StateSign(StrEnum):
    """How a state is shown, by shape and color: the best first, the worst last."""

    FULL = "full"
    HALF = "half"
    BARRED = "barred"
    EMPTY = "empty"

    @property
    def rank(self) -> int:
        """How bad the state is: 0 for the best."""
        return list(StateSign).index(self)


class FtmSchema(StrEnum):
    """What entities are to FollowTheMoney: the schemata of its model (3.8) for what is a thing and no document."""

    ADDRESS = "Address"
    AIRPLANE = "Airplane"
    ASSET = "Asset"
    BANK_ACCOUNT = "BankAccount"
    COMPANY = "Company"
    CONTRACT = "Contract"
    COURT_CASE = "CourtCase"
    CRYPTO_WALLET = "CryptoWallet"
    EVENT = "Event"
    LEGAL_ENTITY = "LegalEntity"
    LICENSE = "License"
    ORGANIZATION = "Organization"
    PERSON = "Person"
    POSITION = "Position"
    PROJECT = "Project"
    PUBLIC_BODY = "PublicBody"
    REAL_ESTATE = "RealEstate"
    SECURITY = "Security"
    USER_ACCOUNT = "UserAccount"
    VEHICLE = "Vehicle"
    VESSEL = "Vessel"


@dataclass(frozen=True, slots=True)
class OutsideNames:
    """What other vocabularies call a kind: a type of schema.org, and a schema of FollowTheMoney."""

    schema_org: str
    ftm: FtmSchema


@dataclass(frozen=True, slots=True)
class Word:
    """A kind of claims or of sources."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class EntityType:
    """What distinguishes entities of one kind, and groups them in its index."""

    id: str
    name: str
    names: str
    outside: OutsideNames
    traits: Traits = frozenset()


@dataclass(frozen=True, slots=True)
class Kind:
    """What an entity is. `name` is what one is called, `names` what several are; `about` is a sentence for readers.

    `plural` names its file in `sources/index/` and its part of every address; `outside` is for exports.
    """

    id: str
    plural: str
    name: str
    names: str
    about: str
    outside: OutsideNames
    traits: Traits = frozenset()
    types: tuple[EntityType, ...] = ()

    @property
    def address(self) -> str:
        """The address of its index."""
        return f"{self.plural}/"

    @property
    def on_map(self) -> bool:
        """Whether any of its entities can lie on a map."""
        traits = self.traits.union(*(type_.traits for type_ in self.types))
        return not traits.isdisjoint({Trait.POINT, Trait.OUTLINE})

    @property
    def file(self) -> str:
        """The file in which its entities are written, relative to the project."""
        return f"sources/index/{self.plural}.yml"


@dataclass(frozen=True, slots=True)
class Relation:
    """How one entity is related to another: `name` from its own end, `back` from the other one.

    `back_of` has words for the other end where what is there is of a certain kind, by the kind's id.
    """

    id: str
    name: str
    back: str
    back_of: tuple[tuple[str, str], ...] = ()

    def from_end(self, other: Kind) -> str:
        """What a thing of the kind `other` that has this relation to it is to an entity, in words."""
        return dict(self.back_of).get(other.id, self.back)


@dataclass(frozen=True, slots=True)
class QualifierState:
    """One state of what a qualifier tells of."""

    id: str
    name: str
    sign: StateSign


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A field of claims: the state of something that entities of the kinds `of` have.

    The first state is the usual one. A claim tells it only where its author says so, or where its kind is in
    `told_by`. `phrase` is what a claim of another state tells of, in words.
    """

    id: str
    name: str
    phrase: str
    of: tuple[Kind, ...]
    told_by: tuple[Word, ...]
    states: tuple[QualifierState, ...]

    @property
    def usual(self) -> QualifierState:
        """The state that nothing need be said of."""
        return self.states[0]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words of a subject, in the order of the file.

    `network` are the kinds in the columns of the network, `coverage` those that are set against the sources.
    """

    kinds: tuple[Kind, ...]
    relations: tuple[Relation, ...]
    claims: tuple[Word, ...]
    sources: tuple[Word, ...]
    qualifiers: tuple[Qualifier, ...]
    network: tuple[Kind, ...]
    coverage: tuple[Kind, ...]

    @property
    def main(self) -> tuple[Kind, ...]:
        """The kinds that the site is about, one at least."""
        return tuple(kind for kind in self.kinds if Trait.MAIN in kind.traits)

    @property
    def qualifier(self) -> Qualifier | None:
        """The one that map, network and cards show; none where none is declared."""
        return self.qualifiers[0] if self.qualifiers else None

    @property
    def has_map(self) -> bool:
        """Whether anything can lie on a map."""
        return any(kind.on_map for kind in self.kinds)
