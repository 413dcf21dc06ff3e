"""The page of coverage: how much of each source claims cover, which source speaks of what, and the gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from dossier.draw.matrix import MatrixRow, draw_matrix
from dossier.leaves import address
from dossier.leaves.address import SitePage
from dossier.leaves.numbers import counted
from dossier.leaves.phrases import headed
from dossier.model.analysis import QuestionResult, QuestionStatus, Treatment
from dossier.model.claim import Claim
from dossier.model.ids import QuestionId, SourceKey, WorkKey
from dossier.model.kinds import Publish, RecordKind
from dossier.model.output import OutputFile
from dossier.model.vocabulary import Kind
from dossier.render.catalog import Catalog
from dossier.render.further_pages import further_pages
from dossier.render.paging import EntryKind, PageList, fits, paged
from dossier.render.view import View
from dossier.render.writing import Front, write_page


@dataclass(frozen=True, slots=True)
class Share:
    """A row of a matrix: a topic or an entity, and how many claims of each source are on it.

    `chosen` is by what these claims are chosen (`address.explored`).
    """

    name: str
    page: str
    chosen: dict[str, str]
    counts: dict[SourceKey, int]

    @property
    def claims(self) -> int:
        """How many claims are on it."""
        return sum(self.counts.values())

    @property
    def speaking(self) -> int:
        """How many sources say anything on it."""
        return sum(count > 0 for count in self.counts.values())


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a source from which no claim quotes, and how many paragraphs and list items it has."""

    source: SourceKey
    heading: str
    paragraphs: int


def pages(catalog: Catalog) -> Iterator[OutputFile]:
    """The page."""
    front = Front("Coverage", "index", "How much of each source the claims cover, and on what.", outline=True)
    view = View(catalog, SitePage.COVERAGE)
    kinds = catalog.in_use(catalog.dossier.corpus.vocabulary.coverage)
    shares = [_topics(catalog), *(_members(catalog, kind) for kind in kinds)]
    drawn = fits((rows for rows, _, _ in shares), catalog.room // 2)
    if not drawn:
        shares = [(replace(rows, entry=EntryKind.SHARE), named, head) for rows, named, head in shares]
    gaps = list(_gaps(view, kinds))
    waived = PageList("waived", "Sentences left out with a reason", EntryKind.WAIVED, tuple(_waived(catalog)))
    treated = tuple((key, _treated(catalog, key)) for key in catalog.dossier.corpus.sources)
    by_source = PageList("by-source", "By source", EntryKind.TREATED, treated)
    lists = paged(view.address, [by_source, *(rows for rows, _, _ in shares), *gaps, waived], catalog.room)
    yield write_page(
        view,
        front,
        "coverage.md",
        lists=lists,
        matrices=[
            (section, _picture(view, named, section.entries) if drawn and lists.whole else "", head)
            for rows, named, head in shares
            for section in lists.of(rows.anchor)
        ],
        gaps={gap.anchor: gap.heading for gap in gaps},
    )
    yield from further_pages(catalog, lists.further, front, [])


def _topics(catalog: Catalog) -> tuple[PageList, str, str]:
    """The rows of the topics, what they are together, and what each is."""
    topics = sorted(
        catalog.dossier.corpus.topics.values(), key=lambda topic: (topic.name.casefold(), topic.id)
    )
    rows = tuple(
        Share(
            topic.name,
            address.page_of(RecordKind.TOPIC, topic.id),
            {"topic": topic.id},
            _by_source(catalog, catalog.on(topic.id)),
        )
        for topic in topics
    )
    return PageList("by-topic", "By topic", EntryKind.MATRIX, rows), counted(len(rows), "topic"), "Topic"


def _members(catalog: Catalog, kind: Kind) -> tuple[PageList, str, str]:
    """The same of the entities of a kind."""
    rows = tuple(
        Share(
            entity.name,
            entity.address,
            {kind.id: entity.id},
            _by_source(catalog, catalog.concerning(entity.id)),
        )
        for entity in catalog.by_kind[kind]
    )
    found = PageList(f"by-{kind.id}", f"By {kind.name}", EntryKind.MATRIX, rows)
    return found, counted(len(rows), kind.name, kind.names), headed(kind.name)


def _gaps(view: View, kinds: Sequence[Kind]) -> Iterator[PageList]:
    catalog = view.catalog
    for number, kind in enumerate(kinds):
        undated = tuple(
            (RecordKind.ENTITY, entity.id)
            for entity in catalog.by_kind[kind]
            if not catalog.dated(catalog.concerning(entity.id))
        )
        anchor = f"gaps--undated-{kind.id}" if number else "gaps--undated"
        yield PageList(anchor, f"{headed(kind.names)} without a date", EntryKind.COLUMN, undated)
    single = tuple((RecordKind.QUESTION, question) for question in _single(catalog))
    yield PageList("gaps--single", "Questions that one source answers", EntryKind.NAME, single)
    yield PageList("gaps--sections", "Sections without a claim", EntryKind.SILENT, tuple(_silent(catalog)))
    unused = tuple((RecordKind.WORK, work) for work in _unused(view))
    yield PageList("gaps--works", "Works that no claim rests on", EntryKind.COLUMN, unused)


def _by_source(catalog: Catalog, claims: Iterable[Claim]) -> dict[SourceKey, int]:
    """How many of some claims each source makes."""
    counts = Counter(claim.source for claim in claims)
    return {key: counts[key] for key in catalog.dossier.corpus.sources}


def _picture(view: View, named: str, shares: Sequence[Share]) -> Markup:
    """The shares of the sources in what is `named`."""
    sources = [view.label(key) for key in view.dossier.corpus.sources]
    rows = [MatrixRow(view.to(share.page), share.name, tuple(share.counts.values())) for share in shares]
    name = f"Claims on {named} by {counted(len(sources), 'source')}"
    return view.drawn("matrices", draw_matrix, name, sources, rows) if rows else Markup("")


def _treated(catalog: Catalog, key: SourceKey) -> dict[str, int]:
    """How many sentences of a source were looked at, and what became of them."""
    found = catalog.dossier.analysis.coverage.get(key)
    if found is None:
        return dict.fromkeys(("looked_at", *(one.value for one in Treatment)), 0)
    return {"looked_at": len(found.sentences), **{one.value: len(found.treated(one)) for one in Treatment}}


def _single(catalog: Catalog) -> list[QuestionId]:
    """The questions that one source alone answers, by what they ask."""
    asked = catalog.dossier.corpus.questions

    def single(found: QuestionResult) -> bool:
        return found.status is QuestionStatus.SINGLE and bool(found.positions)

    found = [key for key, answered in catalog.dossier.analysis.questions.items() if single(answered)]
    return sorted(found, key=lambda key: (asked[key].asks.casefold(), key))


def _silent(catalog: Catalog) -> Iterator[Section]:
    """The sections without a claim, in reading order, of sources that may be shown whole."""
    dossier = catalog.dossier
    for key, coverage in dossier.analysis.coverage.items():
        if dossier.corpus.sources[key].rights.publish is not Publish.FULL:
            continue
        blocks = dossier.readings[key].blocks
        covered = {blocks[index].heading for index in coverage.covered}
        open_ = [blocks[index].heading for index in coverage.uncovered]
        for heading in dict.fromkeys(heading for heading in open_ if heading not in covered):
            words = "Before the first heading" if heading is None else blocks[heading].text
            yield Section(key, words, open_.count(heading))


def _unused(view: View) -> list[WorkKey]:
    """The works that no claim rests on, besides the sources themselves, in the order of the bibliography."""
    dossier = view.dossier
    idle = [
        key
        for key in dossier.corpus.works
        if key not in dossier.links.via and SourceKey(key) not in dossier.corpus.sources
    ]
    return sorted(idle, key=lambda key: (view.label(key).casefold(), key))


def _waived(catalog: Catalog) -> Iterator[tuple[SourceKey, str, str]]:
    """Each waived sentence with its source and the reason; empty where the text may not be shown whole."""
    dossier = catalog.dossier
    for key, found in dossier.analysis.coverage.items():
        source = dossier.corpus.sources[key]
        for one in found.treated(Treatment.WAIVED):
            shown = source.rights.publish is Publish.FULL
            text = dossier.readings[key].blocks[one.block].text[one.start : one.end] if shown else ""
            if one.waiver is not None:
                yield key, text, source.waive[one.waiver].why
