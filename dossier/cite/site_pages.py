"""The pages of the site that are cited: what each is called, where it is, and the date of its record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.leaves import address
from dossier.model.configuration import Configuration
from dossier.model.corpus import Corpus
from dossier.model.day import Day
from dossier.model.history import Revision
from dossier.model.ids import WorkKey
from dossier.model.kinds import RecordKind

CITED = (RecordKind.CLAIM, RecordKind.ENTITY, RecordKind.QUESTION, RecordKind.SOURCE, RecordKind.PAGE)
"""The kinds of records whose pages are cited; of hand-written ones only notes."""


@dataclass(frozen=True, slots=True)
class CitedPage:
    """A page: its `key` in bibliographies, its `title`, its `address` in the site, the `day` of its record if known."""

    key: str
    title: str
    address: str
    day: Day | None


def cited_pages(corpus: Corpus) -> Iterator[CitedPage]:
    """All of them."""
    for kind in CITED:
        for id_ in corpus.ids(kind):
            if kind is not RecordKind.PAGE or corpus.pages[id_].is_note:
                yield cited_page(corpus, kind, id_)


def cited_page(corpus: Corpus, kind: RecordKind, id_: str) -> CitedPage:
    """The page of a record of a kind that is cited."""
    match kind:
        case RecordKind.CLAIM:
            claim = corpus.claims[id_]  # type: ignore[index]
            day = _latest(claim.revised, claim.added or corpus.sources[claim.source].supplied)
            return CitedPage(id_, claim.statement, address.page_of(kind, id_), day)
        case RecordKind.ENTITY:
            entity = corpus.entities[id_]  # type: ignore[index]
            return CitedPage(id_, entity.name, entity.address, _latest(entity.revised, entity.added))
        case RecordKind.QUESTION:
            question = corpus.questions[id_]  # type: ignore[index]
            day = _latest(question.revised, question.added)
            return CitedPage(id_, question.asks, address.page_of(kind, id_), day)
        case RecordKind.SOURCE:
            work = corpus.works.get(WorkKey(id_))
            title = f"{work.label if work else id_}: the text with every quoted passage marked"
            return CitedPage(f"{id_}-marked", title, address.page_of(kind, id_), corpus.sources[id_].supplied)  # type: ignore[index]
        case RecordKind.PAGE:
            page = corpus.pages[id_]
            where = address.page_of(kind, id_)
            day = _latest(page.revised, page.date, page.added)
            return CitedPage(where.strip("/").replace("/", "-"), page.title, where, day)
        case RecordKind.TOPIC | RecordKind.WORK:
            raise ValueError(f"pages of kind {kind} are not cited")


def _latest(revised: tuple[Revision, ...], *others: Day | None) -> Day | None:
    """The last day on which something was done to a record."""
    return max([*filter(None, others), *(revision.date for revision in revised)], default=None)


def page_item(page: CitedPage, configuration: Configuration) -> dict[str, object]:
    """The page as a CSL-JSON item; without an address where the site has no lasting one."""
    site, citing = configuration.site, configuration.citing
    authors = [
        {"literal": name.family} if name.corporate else {"family": name.family, "given": name.given}
        for name in citing.authors
    ]
    values: dict[str, object] = {
        "id": page.key,
        "type": "webpage",
        "title": page.title,
        "author": authors,
        "container-title": site.name,
        "publisher": citing.publisher,
        "issued": {"date-parts": [[page.day.year, page.day.month, page.day.day]]} if page.day else None,
        "URL": f"{site.url}{page.address}" if site.url else "",
        "language": "en",
    }
    return {name: value for name, value in values.items() if value}
