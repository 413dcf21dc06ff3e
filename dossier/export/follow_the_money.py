"""`entities.ftm.json`: entities, relations, sources and claims for tools of investigators (FollowTheMoney 3.8).

A line is one of its entities: what the vocabulary calls a kind there, an `UnknownLink` a relation, an `Article` a
source, a `Note` a claim, which names the source as its proof.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from uuid import NAMESPACE_URL, uuid5

from dossier.export.layout import by_id, one_line
from dossier.leaves.address import lasting, page_of, quote_url
from dossier.model.claim import Claim
from dossier.model.date import Date
from dossier.model.entity import Entity
from dossier.model.exported import ExportedFile
from dossier.model.ids import ClaimId, EntityId, SourceKey, WorkKey
from dossier.model.kinds import ClaimStatus, Lane, RecordKind
from dossier.model.output import OutputFile
from dossier.model.public import Public
from dossier.model.record import SupportedBy
from dossier.model.source import Source
from dossier.model.vocabulary import FtmSchema, Relation

_NOTE = (
    "Entities of FollowTheMoney, one a line, for Aleph, OpenSanctions and their tools: an entity is what the "
    "vocabulary says that its kind is there, a source an `Article`, a claim a `Note` whose `proof` is the source, a "
    "relation an `UnknownLink` whose `recordId` are its claims. `summary` of a `Note` are the source’s words. "
    "The format has no bounds of figures, no answers to "
    "questions, no states of evidence, no hedges, and of dates only years, months and days. Withdrawn claims are left "
    "out. Where the site has no lasting address, nothing leads to it."
)
_FULL_DATE = re.compile(r"\d{4}(-(0\d|1[0-2])(-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class FtmEntity:
    """An entity of FollowTheMoney; a property may have several values."""

    id: str
    schema: str
    properties: dict[str, list[str]] = field(default_factory=dict)

    def line(self) -> str:
        """The entity as its tools read it, without properties that have no value."""
        properties = {
            name: list(dict.fromkeys(values)) for name, values in self.properties.items() if any(values)
        }
        written = {"id": self.id, "schema": self.schema, "properties": properties}
        return one_line(written) + "\n"


def follow_the_money(public: Public) -> ExportedFile:
    """The one file."""
    made = list(FtmWriter(public).entities())
    file = OutputFile.of_text("data/entities.ftm.json", "".join(entity.line() for entity in made))
    return ExportedFile(file, "one entity of FollowTheMoney", len(made), note=_NOTE)


class FtmWriter:
    """Makes them of what may be shown; ids begin with the site's own, so that sites can be joined."""

    def __init__(self, public: Public) -> None:
        self._public = public
        self._site = public.corpus.configuration.site
        self._prefix = uuid5(NAMESPACE_URL, lasting(self._site, "")).hex[:8]
        self._dates = _dates(public)

    def entities(self) -> Iterator[FtmEntity]:
        """All of them, things before what names them."""
        corpus = self._public.corpus
        yield from (self._source(source) for source in by_id(corpus.sources))
        for entity in by_id(corpus.entities):
            yield self._entity(entity)
        for entity in by_id(corpus.entities):
            yield from (self._link(entity, *relation) for relation in entity.relations)
        yield from (
            self._claim(claim) for claim in by_id(corpus.claims) if claim.status is not ClaimStatus.WITHDRAWN
        )

    def _id(self, kind: RecordKind | str, *ids: str) -> str:
        return "-".join((self._prefix, kind, *ids)).replace("_", "-")

    def _at(self, *paths: str) -> list[str]:
        """Addresses of pages; none where the site has no lasting one."""
        return [f"{self._site.url}{path}" for path in paths] if self._site.url else []

    def _entity(self, entity: Entity) -> FtmEntity:
        schema = entity.outside.ftm
        about = self._public.links.about.get(entity.id, ())
        properties = {
            "name": [entity.name],
            "alias": list(entity.aliases),
            "summary": [entity.disputed] if entity.disputed else [],
            "country": [entity.country.lower()] if entity.country else [],
            "keywords": [kind.name for kind in entity.kinds] + ([entity.type.name] if entity.type else []),
            "proof": self._proof(about),
            "sourceUrl": self._at(entity.address),
        }
        if schema is FtmSchema.ADDRESS:
            properties["full"] = [entity.name]
            if entity.point:
                properties["longitude"], properties["latitude"] = ([str(part)] for part in entity.point)
        if schema is FtmSchema.EVENT:
            properties["date"] = self._dates.get(entity.id, [])
        return FtmEntity(self._id(RecordKind.ENTITY, entity.id), schema, properties)

    def _link(self, entity: Entity, relation: Relation, other: SupportedBy) -> FtmEntity:
        properties = {
            "subject": [self._id(RecordKind.ENTITY, entity.id)],
            "object": [self._id(RecordKind.ENTITY, other.id)],
            "role": [relation.name],
            "recordId": [self._id(RecordKind.CLAIM, claim) for claim in sorted(other.claims)],
            "publisher": [self._title(source) for source in self._sources(other.claims)],
            "sourceUrl": self._at(*(page_of(RecordKind.CLAIM, claim) for claim in sorted(other.claims))),
        }
        return FtmEntity(self._id("link", entity.id, relation.id, other.id), "UnknownLink", properties)

    def _source(self, source: Source) -> FtmEntity:
        work = self._public.corpus.works.get(WorkKey(source.citation))
        names = [" ".join(filter(None, (name.given, name.family))) for name in work.authors] if work else []
        properties = {
            "name": [self._title(source.citation)],
            "title": [self._title(source.citation)],
            "fileName": [f"{source.citation}.txt"],
            "author": names,
            "publisher": [work.fields["publisher"]] if work and "publisher" in work.fields else [],
            "publishedAt": full_date(work.date) if work else [],
            "sourceUrl": self._at(page_of(RecordKind.SOURCE, source.citation)),
        }
        return FtmEntity(self._id(RecordKind.SOURCE, source.citation), "Article", properties)

    def _claim(self, claim: Claim) -> FtmEntity:
        anchor = self._public.evidence[claim.id].anchor
        page = page_of(RecordKind.CLAIM, claim.id)
        properties = {
            "name": [claim.label or claim.id],
            "description": [claim.statement],
            "summary": [anchor.exact if anchor else claim.quote],
            "entity": [self._id(RecordKind.ENTITY, entity) for entity in claim.about],
            "keywords": [claim.kind.name],
            "notes": [claim.remark] if claim.remark else [],
            "proof": [self._id(RecordKind.SOURCE, claim.source)],
            "sourceUrl": self._at(page, *([quote_url(claim.source, claim.id)] if anchor else [])),
        }
        return FtmEntity(self._id(RecordKind.CLAIM, claim.id), "Note", properties)

    def _proof(self, claims: Iterable[ClaimId]) -> list[str]:
        return [self._id(RecordKind.SOURCE, source) for source in self._sources(claims)]

    def _sources(self, claims: Iterable[ClaimId]) -> list[SourceKey]:
        return sorted({self._public.corpus.claims[claim].source for claim in claims})

    def _title(self, source: SourceKey) -> str:
        work = self._public.corpus.works.get(WorkKey(source))
        return (work and work.title) or source


def _dates(public: Public) -> dict[EntityId, list[str]]:
    """When things happened, as their claims have it, where that can be said as a year, month or day."""
    dates: dict[EntityId, list[str]] = {}
    for entry in public.analysis.timeline:
        if entry.event and entry.lane is Lane.HAPPENED:
            dates.setdefault(entry.event, []).extend(full_date(entry.date))
    return dates


def full_date(date: Date | None) -> list[str]:
    """A date as the model has dates, where it can say it: a year, a month or a day."""
    return [date.edtf] if date and _FULL_DATE.fullmatch(date.edtf) else []
