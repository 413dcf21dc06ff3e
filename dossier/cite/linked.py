"""Records as nodes of JSON-LD in the words of schema.org and CiTO: for one file, and each for its page.

What a work is is left to `schema_org`, who agrees with whom to `agreement`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dossier.cite.agreement import Agreement, agreements
from dossier.cite.schema_org import Node, creator, lean, to_node
from dossier.cite.site_pages import cited_page, page_item
from dossier.leaves.address import SitePage, lasting, page_of, quote_url
from dossier.leaves.contexts import SCHEMA_ORG
from dossier.model.analysis import Position
from dossier.model.claim import AnswerValue, Claim
from dossier.model.date import Date
from dossier.model.entity import Entity
from dossier.model.evidence import Evidence
from dossier.model.ids import ClaimId, EntityId, SourceKey, WorkKey
from dossier.model.kinds import ClaimStatus, RecordKind
from dossier.model.public import Public
from dossier.model.quantity import Quantity
from dossier.model.question import Question

CONTEXT = [SCHEMA_ORG.address, {"cito": "http://purl.org/spar/cito/"}]
_NONE = Agreement()


@dataclass(frozen=True)
class LinkedRecords:
    """The records of a site; `works` are their CSL-JSON items by key."""

    public: Public
    works: Mapping[WorkKey, Mapping[str, Any]]

    def id_of(self, path: str) -> str:
        """The lasting id of what is at a path of the site."""
        return lasting(self.public.corpus.configuration.site, path)

    def on_page(self, node: Node) -> Node:
        """A node as a document of its own."""
        return {"@context": CONTEXT, **node}

    def site(self) -> Node:
        """The records as a whole."""
        corpus = self.public.corpus
        site, citing = corpus.configuration.site, corpus.configuration.citing
        return lean(
            {
                "@id": self.id_of(SitePage.DATA),
                "@type": "Dataset",
                "name": site.name,
                "description": site.description,
                "url": site.url,
                "dateModified": str(corpus.latest_day or ""),
                "creator": self._authors(),
                "publisher": {"@type": "Organization", "name": citing.publisher}
                if citing.publisher
                else None,
            }
        )

    def claim(self, claim: Claim, *, words: bool) -> Node:
        """A claim; with the source's `words`, or only where they are."""
        agreement = self._agreements.get(claim.id, _NONE)
        return lean(
            {
                "@id": self._claim(claim.id),
                "@type": "Claim",
                "text": claim.statement,
                "creativeWorkStatus": "withdrawn" if claim.status is ClaimStatus.WITHDRAWN else None,
                "appearance": self._quotation(claim, self.public.evidence[claim.id], words=words),
                "about": self._entities(claim.about),
                "citation": [{"@id": self._work(via.work)} for via in claim.via],
                "cito:agreesWith": self._claims(agreement.agrees),
                "cito:disagreesWith": self._claims(agreement.disagrees),
            }
        )

    def _quotation(self, claim: Claim, evidence: Evidence, *, words: bool) -> Node:
        item = self.works.get(WorkKey(claim.source))
        said = evidence.anchor.exact if evidence.anchor else claim.quote
        source = {"@id": self._work(claim.source)}
        return lean(
            {
                "@id": self.id_of(quote_url(claim.source, claim.id)) if evidence.anchor else None,
                "@type": "Quotation",
                "text": said if words else None,
                "spokenByCharacter": self._entities(claim.speaker) if words else None,
                "isPartOf": source if words or not item else source | _brief(to_node(item)),
            }
        )

    def entity(self, entity: Entity) -> Node:
        """What claims are about, as what the vocabulary says that its kind is."""
        point = entity.point
        return lean(
            {
                "@id": self.id_of(entity.address),
                "@type": entity.outside.schema_org,
                "name": entity.name,
                "alternateName": list(entity.aliases),
                "disambiguatingDescription": entity.disputed,
                "geo": {"@type": "GeoCoordinates", "longitude": point[0], "latitude": point[1]}
                if point
                else None,
            }
        )

    def question(self, question: Question) -> Node:
        """A question with the answers that claims give."""
        found = self.public.analysis.questions.get(question.id)
        return lean(
            {
                "@id": self.id_of(page_of(RecordKind.QUESTION, question.id)),
                "@type": "Question",
                "name": question.asks,
                "about": self._entities(question.about),
                "suggestedAnswer": [self._answer(position) for position in found.positions] if found else [],
            }
        )

    def _answer(self, position: Position) -> Node:
        text = self._in_words(position.value)
        period = f", {position.period.label}" if position.period else ""
        return {"@type": "Answer", "text": f"{text}{period}", "citation": self._claims(position.claims)}

    def _in_words(self, value: AnswerValue) -> str:
        match value:
            case Date() | Quantity():
                return value.label
            case tuple():
                return "; ".join(map(self._in_words, value))
            case _:
                entity = self.public.corpus.entities.get(EntityId(value))
                return entity.name if entity else value

    def note(self, path: str) -> Node:
        """A note, by its path."""
        page = cited_page(self.public.corpus, RecordKind.PAGE, path)
        item = page_item(page, self.public.corpus.configuration)
        return lean(
            {
                "@id": self.id_of(page.address),
                "@type": "Article",
                "headline": page.title,
                "datePublished": str(page.day or ""),
                "inLanguage": item["language"],
                "author": self._authors(),
            }
        )

    def source(self, key: SourceKey) -> Node:
        """The page of a source, whose main subject is the work."""
        page = {"@id": self.id_of(page_of(RecordKind.SOURCE, key)), "@type": "WebPage"}
        return page | {"mainEntity": self.work(WorkKey(key))}

    def work(self, key: WorkKey) -> Node:
        """A work of the bibliography."""
        return {"@id": self._work(key), **to_node(self.works.get(key, {}))}

    @cached_property
    def _agreements(self) -> Mapping[ClaimId, Agreement]:
        return agreements(self.public)

    def _authors(self) -> list[Node]:
        authors = self.public.corpus.configuration.citing.authors
        names = (
            {"literal": name.family} if name.corporate else {"family": name.family, "given": name.given}
            for name in authors
        )
        return [creator(name) for name in names]

    def _claim(self, claim: ClaimId) -> str:
        return self.id_of(page_of(RecordKind.CLAIM, claim))

    def _claims(self, claims: Iterable[ClaimId]) -> list[Node]:
        return [{"@id": self._claim(claim)} for claim in sorted(claims)]

    def _work(self, key: str) -> str:
        return self.id_of(page_of(RecordKind.WORK, key))

    def _entities(self, entities: Iterable[EntityId]) -> list[Node]:
        found = self.public.corpus.entities
        return [{"@id": self.id_of(found[entity].address)} for entity in entities if entity in found]


def _brief(work: Node) -> Node:
    """What a page of something else says of a work."""
    return {name: work[name] for name in ("@type", "name") if name in work}
