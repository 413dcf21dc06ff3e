"""The records of a subject: entities, claims and sources whose fields take the words of a vocabulary, and no others.

What is the same for every subject is in `entity`, `claim` and `source`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Protocol, TypeVar

from pydantic import Field, ValidationInfo, WithJsonSchema, create_model
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_plain_validator_function, with_info_plain_validator_function

from dossier.model.claim import Claim
from dossier.model.entity import Entity, types_of
from dossier.model.record import Record, SupportedBy
from dossier.model.source import Source
from dossier.model.vocabulary import EntityType, Kind, QualifierState, Vocabulary, Word

R = TypeVar("R", bound=Record)


class _Named(Protocol):
    @property
    def id(self) -> str: ...


@dataclass(frozen=True, slots=True)
class RecordTypes:
    """The types of the records that depend on a vocabulary."""

    entity: type[Entity]
    claim: type[Claim]
    source: type[Source]


@cache
def record_types(vocabulary: Vocabulary) -> RecordTypes:
    """The records whose kinds, types, relations and qualifiers are those of a vocabulary.

    Names of relations and qualifiers are an author's: as attributes they have a prefix, so that none hides another.
    """
    kinds = _one_of(vocabulary.kinds, "kinds")
    relations = {
        f"r_{relation.id}": (
            Annotated[tuple[SupportedBy, ...], relation],
            Field((), alias=relation.id, description=f"Its page says: {relation.name}."),
        )
        for relation in vocabulary.relations
    }
    qualifiers = {
        f"q_{qualifier.id}": (
            Annotated[
                QualifierState | None, qualifier, *_one_of(qualifier.states, f"states` of `{qualifier.id}")
            ],
            Field(None, alias=qualifier.id, description=f"What the claim tells of: {qualifier.name}."),
        )
        for qualifier in vocabulary.qualifiers
    }
    return RecordTypes(
        _derived(
            Entity,
            kind=SkipJsonSchema[Annotated[Kind, kinds[0]]],
            also=tuple[Annotated[Kind, *kinds], ...],
            type=Annotated[EntityType | None, *_type(vocabulary.kinds)],
            **relations,
        ),
        _derived(Claim, kind=Annotated[Word, *_one_of(vocabulary.claims, "claims")], **qualifiers),
        _derived(Source, kind=Annotated[Word, *_one_of(vocabulary.sources, "sources")]),
    )


def _derived(base: type[R], **fields: Any) -> type[R]:  # noqa: ANN401 - annotations, or pairs as pydantic takes them
    """A record with further fields (a pair), and with other annotations of its own ones."""
    own = base.model_fields
    made: dict[str, Any] = {
        name: (field, Field(own[name].default)) if name in own else field for name, field in fields.items()
    }
    return create_model(base.__name__, __base__=base, __doc__=base.__doc__, **made)


@dataclass(frozen=True, slots=True)
class _Found:
    """The word that `find` gives for what was typed; unlike for `PlainValidator`, of its type nothing is made."""

    find: Callable[..., object]
    by_others: bool = False
    """Whether `find` looks at the other fields, too."""

    def __get_pydantic_core_schema__(self, _source: object, _handler: object) -> CoreSchema:
        make = with_info_plain_validator_function if self.by_others else no_info_plain_validator_function
        return make(self.find)


def _one_of(words: Iterable[_Named], part: str) -> tuple[_Found, WithJsonSchema]:
    """What makes a field take the id of one of some words, declared in a part of the vocabulary, and hold the word."""
    known = {word.id: word for word in words}

    def find(typed: object) -> object:
        return typed if typed in known.values() else _known(typed, known, part)

    return _Found(find), _ids(known)


def _type(kinds: Iterable[Kind]) -> tuple[_Found, WithJsonSchema]:
    """The same for the types of whatever kinds an entity has; one that can have no type is left to `load`."""

    def find(typed: object, info: ValidationInfo) -> object:
        if typed is None or isinstance(typed, EntityType) or not info.data.keys() >= {"kind", "also"}:
            return typed
        types = types_of((info.data["kind"], *info.data["also"]))
        return _known(typed, {type_.id: type_ for type_ in types}, "types") if types else None

    return _Found(find, by_others=True), _ids(type_.id for kind in kinds for type_ in kind.types)


def _known(typed: object, known: Mapping[str, object], part: str) -> object:
    if isinstance(typed, str) and typed in known:
        return known[typed]
    expected = ", ".join(f"'{id_}'" for id_ in known)
    raise PydanticCustomError("enum", "Input should be {expected}", {"expected": expected, "part": part})


def _ids(ids: Iterable[str]) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "enum": list(dict.fromkeys(ids))})
