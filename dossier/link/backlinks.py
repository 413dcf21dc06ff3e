"""Turns references around: what is said about an entity, by a source, on a topic, through a work."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from dossier.model.corpus import Corpus, RecordRef
from dossier.model.ids import ClaimId, EntityId, QuestionId
from dossier.model.links import Cite, Inline, Links, Mention, PlaceLink
from dossier.model.vocabulary import Relation

_From = TypeVar("_From")
_To = TypeVar("_To")
_InlineTexts = Mapping[tuple[RecordRef, str], Inline]


def backlinks(
    corpus: Corpus, inline: _InlineTexts, published: tuple[str, ...], to_places: tuple[PlaceLink, ...]
) -> Links:
    """All references of a corpus both ways; those that lead nowhere are left out."""
    claims = corpus.claims.values()
    about = _turned(((claim.id, key) for claim in claims for key in claim.about), corpus.entities)
    concerning = _turned(((claim.id, key) for claim in claims for key in claim.concerns), corpus.entities)
    answering = _turned(((c.id, answer.question) for c in claims for answer in c.answers), corpus.questions)
    return Links(
        by_source=_turned(((claim.id, claim.source) for claim in claims), corpus.sources),
        by_topic=_turned(((claim.id, key) for claim in claims for key in claim.topics), corpus.topics),
        about=about,
        spoken=_turned(((claim.id, key) for claim in claims for key in claim.speaker), corpus.entities),
        concerning=concerning,
        answering=answering,
        via=_turned(((claim.id, via.work) for claim in claims for via in claim.via), corpus.works),
        supported_by=_supported_by(corpus),
        touching=_touching(corpus, answering),
        related=_related(corpus, concerning),
        incoming=_incoming(corpus),
        inline=inline,
        cited_on=_cited_on(inline),
        published=published,
        to_places=to_places,
    )


def _turned(pairs: Iterable[tuple[_From, _To]], known: Mapping[_To, object]) -> dict[_To, tuple[_From, ...]]:
    """`(from, to)` pairs as the `from`s of each known `to`, each once."""
    found: dict[_To, dict[_From, None]] = {}
    for origin, target in pairs:
        if target in known:
            found.setdefault(target, {})[origin] = None
    return {target: tuple(found[target]) for target in known if target in found}


def _supported_by(corpus: Corpus) -> dict[ClaimId, tuple[EntityId, ...]]:
    pairs = (
        (entity.id, claim)
        for entity in corpus.entities.values()
        for _, supported in entity.relations
        for claim in supported.claims
    )
    return _turned(pairs, corpus.claims)


def _touching(
    corpus: Corpus, answering: Mapping[QuestionId, tuple[ClaimId, ...]]
) -> dict[EntityId, tuple[QuestionId, ...]]:
    pairs = [(question.id, entity) for question in corpus.questions.values() for entity in question.about] + [
        (question, entity)
        for question, claims in answering.items()
        for claim in claims
        for entity in corpus.claims[claim].about
    ]
    found = _turned(pairs, corpus.entities)
    order = {key: number for number, key in enumerate(corpus.questions)}
    return {entity: tuple(sorted(keys, key=order.__getitem__)) for entity, keys in found.items()}


def _related(
    corpus: Corpus, concerning: Mapping[EntityId, tuple[ClaimId, ...]]
) -> dict[EntityId, tuple[tuple[EntityId, tuple[ClaimId, ...]], ...]]:
    order = {entity: number for number, entity in enumerate(corpus.entities)}
    related = {}
    for entity, claims in concerning.items():
        shared: dict[EntityId, dict[ClaimId, None]] = {}
        for claim in claims:
            for other in corpus.claims[claim].concerns:
                if other != entity and other in order:
                    shared.setdefault(other, {})[claim] = None
        if shared:
            most_first = sorted(shared.items(), key=lambda item: (-len(item[1]), order[item[0]]))
            related[entity] = tuple((other, tuple(of_both)) for other, of_both in most_first)
    return related


def _incoming(corpus: Corpus) -> dict[EntityId, tuple[tuple[Relation, EntityId, tuple[ClaimId, ...]], ...]]:
    pairs = (
        (
            (relation, entity.id, tuple(claim for claim in supported.claims if claim in corpus.claims)),
            EntityId(supported.id),
        )
        for entity in corpus.entities.values()
        for relation, supported in entity.relations
    )
    return _turned(pairs, corpus.entities)


def _cited_on(inline: _InlineTexts) -> dict[RecordRef, tuple[RecordRef, ...]]:
    found: dict[RecordRef, dict[RecordRef, None]] = {}
    for (record, _), fragments in inline.items():
        for fragment in fragments:
            if isinstance(fragment, Cite | Mention):
                found.setdefault((fragment.target, fragment.id), {})[record] = None
    return {target: tuple(records) for target, records in sorted(found.items())}
