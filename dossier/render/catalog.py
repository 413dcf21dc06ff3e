"""The dossier as pages look things up: reading order, numbers, members of kinds. Wording is left to templates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from dossier.cite import Citations
from dossier.cite.linked import LinkedRecords
from dossier.draw.time_axis import fits, years_of
from dossier.model.analysis import TimelineEntry
from dossier.model.claim import Claim
from dossier.model.entity import Entity
from dossier.model.evidence import Evidence
from dossier.model.exported import ExportDescription
from dossier.model.ids import ClaimId, EntityId, SourceKey, TopicId, WorkKey
from dossier.model.kinds import Lane
from dossier.model.output import MadeFile, OutputFile
from dossier.model.page import HandPage
from dossier.model.public import Public
from dossier.model.reading import Where
from dossier.model.vocabulary import Kind
from dossier.render import terms
from dossier.render.other_languages import OtherLanguages
from dossier.render.paging import FURTHER, ROOM

if TYPE_CHECKING:
    from dossier.render.kept_pages import KeptPages


@dataclass(frozen=True)
class Catalog:
    """Everything that pages of one dossier share, computed once."""

    dossier: Public
    citations: Citations
    exports: Sequence[ExportDescription] = ()
    room: int = ROOM
    has_archive: bool = False
    """Whether the site offers itself as one file."""
    asked: frozenset[str] | None = None
    """The addresses of the pages and files that are asked for; all where there are none."""
    kept: KeptPages | None = None
    """Where pages are kept from build to build."""

    def wants(self, address: str) -> bool:
        """Whether a page is asked for, or one that goes on with its lists."""
        if self.asked is None or address in self.asked:
            return True
        below = (asked.removeprefix(address) for asked in self.asked if asked.startswith(address))
        return any(FURTHER.match(path) for path in below)

    def pages(self, make: Callable[..., Iterable[OutputFile]], *about: object) -> Iterable[MadeFile]:
        """The pages that `make` makes of a catalog `about` something: it reads nothing else, so they can be kept."""
        return self.kept.pages(self, make, *about) if self.kept else make(self, *about)

    def value(self, name: str, make: Callable[[], Any], *about: object) -> Any:  # noqa: ANN401 - JSON
        """What `make` makes of what it is `about`, a value of JSON: it reads nothing else, so it can be kept."""
        return self.kept.value(name, make, *about) if self.kept else make()

    @cached_property
    def linked(self) -> LinkedRecords:
        """The records as linked data."""
        return LinkedRecords(self.dossier, {key: work.csl for key, work in self.citations.works.items()})

    @cached_property
    def by_source(self) -> Mapping[SourceKey, tuple[ClaimId, ...]]:
        """The claims of every source in the order in which their words end on its page: captions come last."""
        found: dict[SourceKey, list[ClaimId]] = {key: [] for key in self.dossier.corpus.sources}
        for claim in self.dossier.corpus.claims.values():
            found[claim.source].append(claim.id)
        return {key: tuple(sorted(claims, key=self._position)) for key, claims in found.items()}

    @cached_property
    def numbers(self) -> Mapping[ClaimId, int]:
        """The number of each claim within its source, from 1 in reading order: its marker."""
        return {claim: n for claims in self.by_source.values() for n, claim in enumerate(claims, 1)}

    @cached_property
    def by_kind(self) -> Mapping[Kind, tuple[Entity, ...]]:
        """The entities that each kind's index lists, its own and those that say `also`, by name."""
        found: dict[Kind, list[Entity]] = {kind: [] for kind in self.dossier.corpus.vocabulary.kinds}
        for entity in sorted(self.dossier.corpus.entities.values(), key=lambda e: (e.name.casefold(), e.id)):
            for kind in entity.kinds:
                found[kind].append(entity)
        return {kind: tuple(entities) for kind, entities in found.items()}

    def in_use(self, kinds: Iterable[Kind]) -> tuple[Kind, ...]:
        """Those of some kinds that there is anything of."""
        return tuple(kind for kind in kinds if self.by_kind[kind])

    @cached_property
    def notes(self) -> tuple[HandPage, ...]:
        """The notes, latest first, undated ones last."""
        notes = [page for page in self.dossier.corpus.pages.values() if page.is_note]
        return tuple(
            sorted(sorted(notes, key=lambda n: n.path), key=lambda n: str(n.date or ""), reverse=True)
        )

    @cached_property
    def drawable(self) -> tuple[TimelineEntry, ...]:
        """The entries of the timeline that a picture can show."""
        return tuple(entry for entry in self.dossier.analysis.timeline if fits(entry.date))

    @cached_property
    def happenings(self) -> tuple[TimelineEntry, ...]:
        """The entries of the timeline of what happened, rather than of what was counted or held."""
        return tuple(entry for entry in self.dossier.analysis.timeline if entry.lane is Lane.HAPPENED)

    @cached_property
    def moments(self) -> Mapping[ClaimId, tuple[tuple[int, TimelineEntry], ...]]:
        """The entries of the timeline that each claim is in, with their places in it."""
        found: dict[ClaimId, list[tuple[int, TimelineEntry]]] = {}
        for place, entry in enumerate(self.dossier.analysis.timeline):
            for claim in entry.claims:
                found.setdefault(claim, []).append((place, entry))
        return {claim: tuple(entries) for claim, entries in found.items()}

    @cached_property
    def undrawable(self) -> tuple[TimelineEntry, ...]:
        """The other entries, which are listed beside each picture."""
        return tuple(entry for entry in self.dossier.analysis.timeline if not fits(entry.date))

    @cached_property
    def span(self) -> tuple[int, int] | None:
        """The first and the last year of what can be drawn; nothing where that is nothing."""
        return years_of(entry.date for entry in self.drawable)

    @cached_property
    def other_languages(self) -> Mapping[SourceKey, OtherLanguages]:
        """What is in another language than a source's own, should it appear in its text."""
        works = tuple(self.dossier.corpus.works.values())
        return {
            key: OtherLanguages.beside(source.language, works)
            for key, source in self.dossier.corpus.sources.items()
        }

    @cached_property
    def abbreviations(self) -> Mapping[str, str]:
        """What abbreviations stand for."""
        return terms.abbreviations(self.dossier)

    @cached_property
    def glossary(self) -> Mapping[str, str]:
        """What the glossary says of each of its words, in small letters."""
        return {term.name.lower(): term.says for term in terms.glossary(self.dossier)}

    def claims(self, ids: Iterable[ClaimId]) -> tuple[Claim, ...]:
        """Claims by their ids, in the order given."""
        return tuple(self.dossier.corpus.claims[claim] for claim in ids)

    def about(self, entity: EntityId) -> tuple[Claim, ...]:
        """The claims about an entity, source by source in reading order."""
        return self.claims(sorted(self.dossier.links.about.get(entity, ()), key=self.place))

    def spoken(self, entity: EntityId) -> tuple[Claim, ...]:
        """The claims that report an entity's words."""
        return self.claims(sorted(self.dossier.links.spoken.get(entity, ()), key=self.place))

    def concerning(self, entity: EntityId) -> tuple[Claim, ...]:
        """The claims about an entity and those that report its words."""
        return self.claims(sorted(self.dossier.links.concerning.get(entity, ()), key=self.place))

    def on(self, topic: TopicId) -> tuple[Claim, ...]:
        """The claims on a topic, source by source in reading order."""
        return self.claims(sorted(self.dossier.links.by_topic.get(topic, ()), key=self.place))

    def resting_on(self, work: WorkKey) -> tuple[Claim, ...]:
        """The claims whose source cites a work for them."""
        return self.claims(sorted(self.dossier.links.via.get(work, ()), key=self.place))

    def place(self, claim: ClaimId) -> tuple[SourceKey, int]:
        """Where a claim is among all: its source, then its number in it."""
        return self.dossier.corpus.claims[claim].source, self.numbers[claim]

    def evidence(self, claim: ClaimId) -> Evidence:
        """What verifying it gave."""
        return self.dossier.evidence[claim]

    def dated(self, claims: Iterable[Claim]) -> tuple[Claim, ...]:
        """Those claims that the timeline shows, in its order."""
        dated = [
            (claim.whens[0].date.listing, self.place(claim.id), claim)
            for claim in claims
            if claim.whens and claim.counts
        ]
        return tuple(claim for _, _, claim in sorted(dated, key=lambda entry: entry[:2]))

    def sources_of(self, claims: Iterable[Claim]) -> tuple[SourceKey, ...]:
        """The sources of some claims, in the corpus's order."""
        used = {claim.source for claim in claims}
        return tuple(key for key in self.dossier.corpus.sources if key in used)

    def grouped(self, claims: Iterable[Claim]) -> Iterator[tuple[TopicId | None, tuple[Claim, ...]]]:
        """Claims under their first topic, in the order of topics' names; those without any come last."""
        topics = self.dossier.corpus.topics
        groups: dict[TopicId | None, list[Claim]] = {}
        for claim in claims:
            groups.setdefault(claim.topics[0] if claim.topics else None, []).append(claim)
        for topic in sorted(groups, key=lambda t: (t is None, topics[t].name.casefold() if t else "")):
            yield topic, tuple(groups[topic])

    def _position(self, claim: ClaimId) -> tuple[bool, bool, int, int]:
        anchor = self.evidence(claim).anchor
        if anchor is None or not anchor.spans:
            return True, False, 0, 0
        return False, anchor.where is Where.CAPTION, anchor.spans[-1].block, anchor.spans[-1].end
