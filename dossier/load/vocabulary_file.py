"""The records of `sources/vocabulary.yml`, as typed. What they say together is left to `vocabulary`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from dossier.model.from_text import form
from dossier.model.ids import WordIdField
from dossier.model.record import Record, Text
from dossier.model.vocabulary import FtmSchema, StateSign, Trait

MOST_QUALIFIERS = 3

_FieldName = Annotated[
    str,
    form(r"^[a-z]+(_[a-z]+)*$", "the name of a field", "write small letters, with single `_` between words"),
]
_SchemaOrgType = Annotated[
    str,
    form(r"^[A-Z][A-Za-z0-9]*$", "a type of schema.org", "write it as schema.org does, such as `Person`"),
]


class TypeTrait(StrEnum):
    """What a type brings with it."""

    OUTLINE = Trait.OUTLINE.value


class WordRecord(Record):
    """A kind of claims or of sources."""

    id: WordIdField
    """Stays for ever."""
    name: Text | None = None
    """As running text has it; the id with spaces for hyphens unless given."""


class TypeRecord(WordRecord):
    """A type of the entities of one kind."""

    names: Text
    """Several of them, as running text has it."""
    traits: tuple[TypeTrait, ...] = ()
    """`outline`: `country` is required, and drawn on the map."""
    schema_org: _SchemaOrgType | None = None
    """What it is to schema.org, for exports: `Country`. That of its kind unless given."""
    ftm: FtmSchema | None = None
    """What it is to FollowTheMoney, for exports: `PublicBody`. That of its kind unless given."""


class KindRecord(WordRecord):
    """A kind of entity."""

    about: Text
    """One sentence for readers, in plain text."""
    plural: WordIdField | None = None
    """Names the file in sources/index/ and the address; the id and an s unless given."""
    names: Text | None = None
    """Several of them, as running text has it; the plural with spaces for hyphens unless given."""
    traits: tuple[Trait, ...] = ()
    """`main`: the site is about these. `moment`: it happens once. `point`, `outline`: it lies on the map, by its
    coordinates or its country. `unlisted`: search engines are asked to leave its pages out."""
    schema_org: _SchemaOrgType | None = None
    """What it is to schema.org, for exports: `Legislation`. Unless given it follows from the traits, else `Thing`."""
    ftm: FtmSchema | None = None
    """What it is to FollowTheMoney, for exports: `PublicBody`. Unless given from the traits, else `LegalEntity`."""
    types: tuple[TypeRecord, ...] = ()
    """What distinguishes its entities: each then has a `type`."""


class RelationRecord(Record):
    """A field of entities: how one is related to another."""

    id: _FieldName
    """The name of the field; stays for ever."""
    name: Text | None = None
    """What heads it on an entity's page; the id with spaces unless given."""
    back: Text
    """What heads it on the page of the other end."""
    back_of: dict[str, Text] = Field(default_factory=dict)
    """The same where what has the relation is of a certain kind: `place: found here`."""


class StateRecord(WordRecord):
    """One state of a qualifier."""

    sign: StateSign
    """Its shape, color and rank: `full` (the usual state), `half`, `barred`, `empty`."""


class QualifierRecord(Record):
    """A field of claims: the state of something."""

    id: _FieldName
    """The name of the field; stays for ever."""
    name: Text | None = None
    """What heads it on pages; the id with spaces unless given."""
    phrase: Text
    """What a claim of another state than the usual one tells of."""
    of: tuple[WordIdField, ...]
    """The kinds whose state it is."""
    told_by: tuple[WordIdField, ...] = ()
    """Kinds of claims that tell of the usual state without saying so."""
    states: tuple[StateRecord, ...]
    """The states; the first is the usual one."""


class ViewsRecord(Record):
    """What some pages show."""

    network: tuple[WordIdField, ...] = ()
    """The kinds in the columns of the network, from the left."""
    coverage: tuple[WordIdField, ...] = ()
    """The kinds that are set against the sources."""


class VocabularyRecord(Record):
    """The file as a whole."""

    kinds: tuple[KindRecord, ...]
    """The kinds of entities, in the order in which pages list them."""
    relations: tuple[RelationRecord, ...] = ()
    """How entities are related; each is a field of theirs."""
    claims: tuple[WordRecord, ...]
    """The kinds of claims, in the order of the timeline's lanes; of a claim, the first that fits."""
    sources: tuple[WordRecord, ...]
    """The kinds of sources."""
    qualifiers: Annotated[tuple[QualifierRecord, ...], Field(max_length=MOST_QUALIFIERS)] = ()
    """Fields of claims; the first is the one that map, network and cards show."""
    views: ViewsRecord = Field(default_factory=ViewsRecord)
    """What some pages show; the main kinds unless given."""
