"""Builds corpora from Python values, for tests of stages that come after `load`.

Every value of a record has a place of its own, so that a test can ask `corpus.place(…)` where a problem must stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from dossier.load.answers import type_answer
from dossier.model.claim import Claim
from dossier.model.corpus import Corpus, RecordRef
from dossier.model.date import Date
from dossier.model.day import Day
from dossier.model.ids import SourceKey, WorkKey
from dossier.model.kinds import RecordKind
from dossier.model.page import HandPage
from dossier.model.place import Path, Place, Places, Spot
from dossier.model.question import Question, Topic
from dossier.model.work import Name, Work
from tests.words import CLAIM, ENTITY, SOURCE, VOCABULARY

KEY = "alpha2020"
Record = Mapping[str, Any]


def build_corpus(
    *,
    claims: Sequence[Record] = (),
    entities: Sequence[Record] = (),
    topics: Sequence[Record] = (),
    questions: Sequence[Record] = (),
    works: Sequence[Record] = (),
    sources: Sequence[Record] = (),
    pages: Sequence[Record] = (),
    texts: Mapping[str, str] | None = None,
    broken: frozenset[str] = frozenset(),
    assets: Mapping[str, bytes] | None = None,
) -> Corpus:
    """A corpus of records given by what matters in them; all else has a plain default.

    The sources of claims, and a work for each source, need not be given.
    """
    filled = [{**_CLAIM, **claim} for claim in claims]
    keys = {record["citation"] for record in sources} | {record["source"] for record in filled}
    given = {record["citation"]: record for record in sources}
    all_sources = [{**_SOURCE, "citation": key, **given.get(key, {})} for key in sorted(keys or {KEY})]
    all_works = sorted(
        [
            *works,
            *({"key": s["citation"]} for s in all_sources if s["citation"] not in {w["key"] for w in works}),
        ],
        key=lambda work: str(work["key"]),
    )
    all_entities = [{"name": record["id"].title(), "kind": "program", **record} for record in entities]
    all_topics = [{"name": record["id"].title(), **record} for record in topics]
    all_questions = [{"asks": f"What of {record['id']}?", "type": "date", **record} for record in questions]
    all_pages = sorted(pages, key=lambda page: str(page["path"]))
    places: dict[RecordRef, Places] = {}
    for kind, key, records in (
        (RecordKind.CLAIM, "id", filled),
        (RecordKind.ENTITY, "id", all_entities),
        (RecordKind.TOPIC, "id", all_topics),
        (RecordKind.QUESTION, "id", all_questions),
        (RecordKind.SOURCE, "citation", all_sources),
        (RecordKind.WORK, "key", all_works),
        (RecordKind.PAGE, "path", all_pages),
    ):
        places |= {
            (kind, record[key]): _places(_file(kind, number, record), record)
            for number, record in enumerate(records, 1)
        }
    made_questions = [Question.model_validate(record) for record in all_questions]
    return Corpus(
        VOCABULARY,
        sources={s.citation: s for s in (SOURCE.model_validate(record) for record in all_sources)},
        texts={SourceKey(key): text for key, text in (texts or {}).items()},
        claims={
            c.id: c for c in (with_typed_answers(CLAIM.model_validate(r), made_questions) for r in filled)
        },
        entities={e.id: e for e in (ENTITY.model_validate(record) for record in all_entities)},
        topics={t.id: t for t in (Topic.model_validate(record) for record in all_topics)},
        questions={question.id: question for question in made_questions},
        works={WorkKey(record["key"]): _work(record) for record in all_works},
        pages={page["path"]: _page(page) for page in all_pages},
        places=places,
        broken=broken,
        assets=assets or {},
    )


_CLAIM: Record = {
    "source": SourceKey(KEY),
    "statement": "Something happened.",
    "quote": "something happened",
    "kind": "event",
    "about": (),
    "topics": (),
}
_SOURCE: Record = {
    "kind": "academic",
    "language": "en",
    "sha256": sha256(b"").hexdigest(),
    "supplied": "2026-11-21",
    "rights": {"license": "unstated", "publish": "full"},
}


def with_typed_answers(claim: Claim, questions: Iterable[Question]) -> Claim:
    """A claim as `load` hands it on: the values of its answers are what its questions compare."""
    known = {question.id: question for question in questions}
    answers = tuple(type_answer(answer, claim, known.get(answer.question)) for answer in claim.answers)
    return claim.model_copy(update={"answers": answers})


def _work(record: Record) -> Work:
    return Work(
        **{
            "type": "article",
            "label": record["key"].title(),
            "title": f"On {record['key']}",
            "authors": (Name("Doe", "Jane"),),
            "language": "en",
            "fields": {},
            "bibtex": "",
            **record,
            "date": Date.parse(date) if (date := record.get("date", "2020")) else None,
        }
    )


def _page(record: Record) -> HandPage:
    typed = {"title": "A page", "body_place": Place(f"docs/{record['path']}", 5), **record}
    return HandPage(**typed | ({"date": Day.parse(record["date"])} if "date" in record else {}))


def _file(kind: RecordKind, number: int, record: Record) -> str:
    return f"docs/{record['path']}" if kind is RecordKind.PAGE else f"sources/{kind}-{number}.yml"


def _places(file: str, record: Record) -> Places:
    """Each value on a line of its own, at column 3."""
    spots: dict[Path, Spot] = {}
    for line, (path, value) in enumerate(_values((), record), 2):
        place = Place(file, line, 3)
        spots[path] = Spot(place, value, place) if isinstance(value, str) else Spot(place)
    return Places(Place(file), spots)


def _values(path: Path, value: object) -> Iterator[tuple[Path, object]]:
    if path:
        yield path, value
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _values((*path, key), inner)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for number, inner in enumerate(value):
            yield from _values((*path, number), inner)
