"""What the search finds and the previews show: records, passages of sources, paragraphs of notes, as plain text.

It is made of what may be shown, by the words of the pages. By which words it is found is left to `postings`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dossier.leaves import address
from dossier.leaves.address import SitePage, note_id, page_of
from dossier.leaves.language.languages import OURS, language_of
from dossier.leaves.numbers import counted
from dossier.leaves.phrases import headed
from dossier.model.claim import Claim
from dossier.model.date import Date
from dossier.model.entity import Entity
from dossier.model.ids import EntityId, SourceKey, TopicId
from dossier.model.kinds import Publish, RecordKind
from dossier.model.page import HandPage
from dossier.model.question import Question
from dossier.model.reading import ReadingText, Where
from dossier.render import answers, terms, texts, wording
from dossier.render.catalog import Catalog
from dossier.render.excerpt import plain_excerpt
from dossier.render.search.document import Document, Sort
from dossier.render.view import View

_DIGITS = re.compile(r"(?<![\d-])\d{4}(?:-\d\d){0,2}(?!\d)")
_SPACE = re.compile(r"\s+")


def documents(catalog: Catalog) -> tuple[Document, ...]:
    """All of them, by address; of several at one address, the record itself comes first."""
    view = View(catalog, "")
    corpus, dates = catalog.dossier.corpus, _when(view)
    found = [
        *(_claim(view, claim) for claim in corpus.claims.values()),
        *(_entity(view, entity, dates.get(entity.id, ())) for entity in corpus.entities.values()),
        *(_topic(view, topic) for topic in corpus.topics),
        *(_question(view, question) for question in corpus.questions.values()),
        *(_source(view, key) for key in corpus.sources),
        *(_work(view, key) for key in corpus.works),
        *(part for page in corpus.pages.values() for part in _page(view, page)),
        *(part for reading in catalog.dossier.readings.values() for part in _passages(view, reading)),
    ]
    return tuple(sorted(found, key=lambda document: document.address))


def _when(view: View) -> dict[EntityId, list[str]]:
    """When the timeline has what happened, by the entity that its entry is labelled by."""
    found: dict[EntityId, list[str]] = {}
    for entry in view.dossier.analysis.timeline:
        if entry.event:
            found.setdefault(entry.event, []).extend(_dates([entry.date]))
    return found


def _claim(view: View, claim: Claim) -> Document:
    evidence = view.evidence(claim.id)
    anchor = evidence.anchor
    body = plain_excerpt(anchor, view.dossier.readings.get(claim.source)) if anchor else ("", claim.quote)
    spot = texts.spot(view, claim.id)
    whens = claim.whens
    told = [wording.STATE[evidence.state], *(state.name for _, state in claim.tells)]
    status = [wording.STATUS[claim.status]] if claim.status else []
    return Document(
        Sort.CLAIM,
        page_of(RecordKind.CLAIM, claim.id),
        claim.statement,
        ", ".join(filter(None, (view.label(claim.source), spot))),
        body,
        " · ".join(filter(None, (*(wording.when(dated, claim) for dated in whens), *status, *told))),
        address.quote_url(claim.source, claim.id) if anchor else "",
        _language(view, claim.source),
        dates=tuple(_dates(when.date for when in whens)),
        remarks=(
            claim.id.replace("-", " "),
            claim.remark or "",
            *claim.context,
            *map(view.label, (via.work for via in claim.via)),
        ),
    )


def _entity(view: View, entity: Entity, dates: Iterable[str]) -> Document:
    kinds, links = ", ".join(headed(kind.name) for kind in entity.kinds), view.dossier.links
    claims = len(links.concerning.get(entity.id, ()))
    return Document(
        Sort.NAME,
        entity.address,
        entity.name,
        kinds,
        _body(view.plain(RecordKind.ENTITY, entity.id, "description")),
        counted(claims, "claim"),
        f"{entity.address}#claims" if links.about.get(entity.id) else "",
        names=entity.aliases,
        dates=tuple(dates),
        remarks=(entity.remark or "", entity.disputed or ""),
        start=entity.kind.address,
        claims=claims,
    )


def _topic(view: View, topic: TopicId) -> Document:
    return Document(
        Sort.NAME,
        page_of(RecordKind.TOPIC, topic),
        view.name(RecordKind.TOPIC, topic),
        "Topic",
        _body(view.plain(RecordKind.TOPIC, topic, "intro")),
        start=SitePage.TOPICS,
        claims=len(view.dossier.links.by_topic.get(topic, ())),
    )


def _question(view: View, question: Question) -> Document:
    found = view.dossier.analysis.questions[question.id]
    positions = [
        f"{answers.value(view, position)} ({', '.join(map(view.label, position.sources))})"
        for position in found.positions
    ]
    return Document(
        Sort.QUESTION,
        page_of(RecordKind.QUESTION, question.id),
        question.asks,
        "Question",
        _body("; ".join(positions)),
        wording.outcome(question, found),
        f"{page_of(RecordKind.QUESTION, question.id)}#positions",
        remarks=(view.plain(RecordKind.QUESTION, question.id, "note"),),
        start=SitePage.QUESTIONS,
        claims=len(view.dossier.links.answering.get(question.id, ())),
    )


def _source(view: View, key: SourceKey) -> Document:
    kind = headed(view.dossier.corpus.sources[key].kind.name)
    return Document(
        Sort.NAME,
        page_of(RecordKind.SOURCE, key),
        view.title(key),
        f"Source, {kind}",
        _body(view.entry(key).striptags()),
        names=(view.label(key), view.authors(key)),
        start=SitePage.SOURCES,
        claims=len(view.catalog.by_source[key]),
    )


def _work(view: View, key: str) -> Document:
    return Document(
        Sort.WORK, page_of(RecordKind.WORK, key), view.label(key), "Work", _body(view.entry(key).striptags())
    )


def _page(view: View, page: HandPage) -> Iterator[Document]:
    """The page itself, then its paragraphs, or the words of a glossary."""
    where, start = ("Note", SitePage.NOTES) if page.is_note else ("Page", "")
    at = page_of(RecordKind.PAGE, page.path)
    yield Document(Sort.NOTE, at, page.title, where, _body(page.summary or ""), start=start)
    if page.path == terms.GLOSSARY and (words := terms.glossary(view.dossier)):
        yield from (_term(at, word) for word in words)
        return
    for paragraph in view.paragraphs(RecordKind.PAGE, page.path, "body"):
        yield Document(Sort.NOTE, at, page.title, where, (paragraph,))


def _term(glossary: str, term: terms.Term) -> Document:
    """A word of the glossary; it is found by its id too, which is short where what pages say is long."""
    start = f"{glossary}#" if term.id else None
    names = (term.id.replace("-", " "),)
    at = f"{start}{term.id}" if start else glossary
    return Document(Sort.NOTE, at, term.name, "Glossary", _body(term.says), names=names, start=start)


def _passages(view: View, reading: ReadingText) -> Iterator[Document]:
    """The paragraphs, items and notes of a text, where its page shows them."""
    if view.dossier.corpus.sources[reading.source].rights.publish is Publish.WITHHELD:
        return
    at, label = page_of(RecordKind.SOURCE, reading.source), view.label(reading.source)
    notes = {index: note for note in reading.notes for index in note.blocks}
    for block in reading.blocks:
        if block.is_omitted or block.where is Where.CAPTION:
            continue
        note = notes.get(block.index)
        place, anchor = label, ""
        if note:
            place, anchor = f"{label}, note {note.label}", f"#{note_id(note.number)}"
        elif block.number is not None:
            place, anchor = f"{label}, ¶ {block.number}", f"#p--{block.number}"
        under = reading.by_index[block.heading].text if block.heading is not None and not note else ""
        words = _body(block.text)
        yield Document(
            Sort.PASSAGE, at + anchor, place, under, words, language=_language(view, reading.source)
        )


def _language(view: View, source: SourceKey) -> str:
    tag = view.dossier.corpus.sources[source].language
    return "" if language_of(tag) is language_of(OURS) else tag


def _dates(dates: Iterable[Date]) -> Iterator[str]:
    """Dates in digits, of intervals both ends: `2003-05-16`."""
    return (digits for date in dates for digits in _DIGITS.findall(date.edtf))


def _body(text: str) -> tuple[str, ...]:
    words = _SPACE.sub(" ", text).strip()
    return (words,) if words else ()
