"""What the search goes to by name: entities with their aliases, topics, questions, sources, notes, and other pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.leaves.address import SitePage, fixed_pages, page_of
from dossier.leaves.phrases import headed
from dossier.model.kinds import RecordKind
from dossier.render.catalog import Catalog
from dossier.render.search.documents import dates_of
from dossier.render.view import View


@dataclass(frozen=True, slots=True)
class NamedPage:
    """What has a name: its `kind` in a word, what addresses of the kind begin with, its own address, its names.

    `claims` is how many there are of it; `dates` are those of what happened, as EDTF.
    """

    kind: str
    start: str
    address: str
    name: str
    others: tuple[str, ...] = ()
    claims: int = 0
    dates: tuple[str, ...] = ()


def names(catalog: Catalog) -> tuple[list[list[str]], list[list[object]]]:
    """The kinds, each a word and what its addresses begin with; and what has a name, by address.

    Of each: the number of its kind, the rest of its address, its name, other names, claims, dates; empty ends are left
    out.
    """
    named = sorted(_named(View(catalog, "")), key=lambda named: named.address)
    kinds = sorted({(each.kind, each.start) for each in named})
    rows = []
    for thing in named:
        row: list[object] = [
            kinds.index((thing.kind, thing.start)),
            thing.address.removeprefix(thing.start),
            thing.name,
            list(dict.fromkeys(filter(None, thing.others))),
            thing.claims,
            thing.dates,
        ]
        while not row[-1] and len(row) > 1:
            row.pop()
        rows.append(row)
    return [list(kind) for kind in kinds], rows


def _named(view: View) -> Iterator[NamedPage]:
    corpus, catalog, links = view.dossier.corpus, view.catalog, view.dossier.links
    dates = dates_of(view)
    for entity in corpus.entities.values():
        claims = len(links.concerning.get(entity.id, ()))
        kind, start = headed(entity.kind.name), entity.kind.address
        yield NamedPage(
            kind, start, entity.address, entity.name, entity.aliases, claims, dates.get(entity.id, ())
        )
    for topic in corpus.topics.values():
        claims = len(links.by_topic.get(topic.id, ()))
        yield NamedPage(
            "Topic", SitePage.TOPICS, page_of(RecordKind.TOPIC, topic.id), topic.name, claims=claims
        )
    for question in corpus.questions.values():
        claims = len(links.answering.get(question.id, ()))
        yield NamedPage(
            "Question",
            SitePage.QUESTIONS,
            page_of(RecordKind.QUESTION, question.id),
            question.asks,
            claims=claims,
        )
    for key in corpus.sources:
        others = (view.label(key), view.authors(key))
        claims = len(catalog.by_source[key])
        yield NamedPage(
            "Source", SitePage.SOURCES, page_of(RecordKind.SOURCE, key), view.title(key), others, claims
        )
    for page in corpus.pages.values():
        kind, start = ("Note", SitePage.NOTES) if page.is_note else ("Page", "")
        yield NamedPage(kind, start, page_of(RecordKind.PAGE, page.path), page.title)
    of_kinds = {kind.address: headed(kind.names) for kind in corpus.vocabulary.kinds}
    for address in fixed_pages(corpus.vocabulary):
        name = of_kinds.get(address) or SitePage(address).name.capitalize()
        yield NamedPage("Page", "", address, name)
