"""The dossier as seen from one page: names, labels, links relative to it. What is shown is left to `pages`."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup, escape

from dossier.leaves import address
from dossier.leaves.markup import safe
from dossier.model.claim import Claim
from dossier.model.corpus import RecordRef
from dossier.model.entity import Entity
from dossier.model.evidence import Evidence
from dossier.model.ids import ClaimId, EntityId, QuestionId, SourceKey, TopicId, WorkKey
from dossier.model.kinds import RecordKind
from dossier.model.links import Cite
from dossier.model.public import Public
from dossier.render.catalog import Catalog
from dossier.render.inline import inline_markdown, plain_paragraphs, plain_text
from dossier.render.terms import explained


@dataclass(frozen=True, slots=True)
class View:
    """The page at `address`. Ids are safe in addresses by their pattern, so links are `Markup`."""

    catalog: Catalog
    address: str

    @property
    def dossier(self) -> Public:
        return self.catalog.dossier

    # Links

    def to(self, to: str) -> Markup:
        """The link to an address of the site."""
        return Markup(address.relative(self.address, to))

    def url(self, kind: RecordKind, key: str) -> Markup:
        """The link to the page of a record."""
        return self.to(self.address_of(kind, key))

    def address_of(self, kind: RecordKind, key: str) -> str:
        """The address of a record's page."""
        return self.entity(key).address if kind is RecordKind.ENTITY else address.page_of(kind, key)

    def words_url(self, claim: str) -> Markup:
        """The link to a claim's highlighted words in its source."""
        return self.to(address.quote_url(self.claim(claim).source, claim))

    def explore(self, chosen: Mapping[str, str]) -> Markup:
        """The link to the claims that fit some choices (`address.explored`)."""
        return escape(address.relative(self.address, address.explored(chosen)))

    def both(self, one: str, other: str) -> dict[str, str]:
        """By what the claims are chosen that concern two entities."""
        kinds = self.entity(one).kind.id, self.entity(other).kind.id
        return {kinds[0]: one, kinds[1]: other} if len(set(kinds)) > 1 else {kinds[0]: f"{one} {other}"}

    # Names

    def name(self, kind: RecordKind, key: str) -> str:
        """What a record is called in running text."""
        corpus = self.dossier.corpus
        match kind:
            case RecordKind.ENTITY:
                return corpus.entities[EntityId(key)].name
            case RecordKind.TOPIC:
                return corpus.topics[TopicId(key)].name
            case RecordKind.QUESTION:
                return corpus.questions[QuestionId(key)].asks
            case RecordKind.CLAIM:
                return self.statement(key)
            case RecordKind.PAGE:
                return corpus.pages[key].title
            case RecordKind.SOURCE | RecordKind.WORK:
                return self.label(key)

    def label(self, work: str) -> str:
        """What text calls a work or source: `Rain 2020`."""
        found = self.dossier.corpus.works.get(WorkKey(work))
        return found.label if found else work

    def title(self, source: str) -> str:
        """The title of a source, or its label where no title is stated."""
        work = self.dossier.corpus.works.get(WorkKey(source))
        return (work and work.title) or self.label(source)

    def authors(self, source: str) -> str:
        """The authors of a work in one line; empty where none is stated."""
        work = self.dossier.corpus.works.get(WorkKey(source))
        names = [f"{a.given} {a.family}".strip() for a in (work.authors if work else ())]
        return ", ".join(names)

    def issued(self, source: str) -> str:
        """The date of a work as stated; empty where none is."""
        work = self.dossier.corpus.works.get(WorkKey(source))
        return work.date.label if work and work.date else ""

    def entry(self, work: str) -> Markup:
        """A work as a bibliography prints it."""
        found = self.catalog.citations.works.get(WorkKey(work))
        return Markup(found.html) if found else safe(self.label(work))

    def coins(self, work: str) -> Markup:
        """What reference managers read of a work on a page; its encoding leaves nothing that Markdown reads."""
        found = self.catalog.citations.works.get(WorkKey(work))
        span = Markup('<span class="Z3988" title="{}" hidden></span>')
        return span.format(Markup(html.escape(found.coins))) if found else Markup("")

    def bibtex(self, work: str) -> str:
        """A work's entry as typed."""
        found = self.dossier.corpus.works.get(WorkKey(work))
        return found.bibtex if found else ""

    # Pictures

    def drawn(self, name: str, draw: Callable[..., Markup], *about: object) -> Markup:
        """The picture that `draw` draws of what it is `about`, and of nothing else: it is kept by that.

        Pictures of one `name` are kept together, so pages of one kind have them.
        """
        return Markup(self.catalog.value(name, partial(draw, *about), draw.__name__, *about))

    # Records

    def claim(self, claim: str) -> Claim:
        return self.dossier.corpus.claims[ClaimId(claim)]

    def entity(self, entity: str) -> Entity:
        return self.dossier.corpus.entities[EntityId(entity)]

    def evidence(self, claim: str) -> Evidence:
        return self.catalog.evidence(ClaimId(claim))

    def statement(self, claim: str) -> str:
        return self.claim(claim).statement

    def source_label(self, claim: str) -> str:
        """The label of a claim's source."""
        return self.label(self.claim(claim).source)

    def quoted(self, claim: str) -> str:
        """The source's words as the pinned copy has them; as typed where none were found."""
        anchor = self.evidence(claim).anchor
        return anchor.exact if anchor else self.claim(claim).quote

    def words(self, source: str, text: str) -> Markup:
        """Words of a source, those in another language named."""
        return self.catalog.other_languages[SourceKey(source)].words(text)

    def explained(self, text: str) -> Markup:
        """Words of ours with those of the glossary explained."""
        return explained(text, self.catalog.glossary)

    # Hand-written Markdown

    def has(self, kind: RecordKind, key: str, field: str) -> bool:
        """Whether a record has hand-written Markdown in a field."""
        return ((kind, key), field) in self.dossier.links.inline

    def inline(self, kind: RecordKind, key: str, field: str) -> Markup:
        """A record's hand-written Markdown, its citations written as links."""
        return inline_markdown(self.dossier.links.inline[(kind, key), field], self)

    def cites(self, claims: Iterable[str]) -> Markup:
        """Claims as text cites them: each label leads to the claim, the sign behind it to the words."""
        return inline_markdown(tuple(Cite(RecordKind.CLAIM, claim) for claim in claims), self)

    def plain(self, kind: RecordKind, key: str, field: str) -> str:
        """The same without citations and marks; empty where there is none."""
        return plain_text(self.dossier.links.inline.get(((kind, key), field), ()), self)

    def paragraphs(self, kind: RecordKind, key: str, field: str) -> tuple[str, ...]:
        """The same by paragraph, headings and cells of tables as they come."""
        return plain_paragraphs(self.dossier.links.inline.get(((kind, key), field), ()), self)

    def cited_on(self, kind: RecordKind, key: str) -> tuple[RecordRef, ...]:
        """The records whose hand-written Markdown cites or mentions this one."""
        return self.dossier.links.cited_on.get((kind, key), ())

    def source_url(self, source: SourceKey) -> Markup:
        return self.url(RecordKind.SOURCE, source)
