"""Claims about invented texts, and what verifying them gives."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.model.claim import Claim
from dossier.model.corpus import Corpus, RecordRef
from dossier.model.entity import Entity
from dossier.model.evidence import Anchor, Evidence
from dossier.model.ids import ClaimId, EntityId, QuestionId, SourceKey, WorkKey
from dossier.model.kinds import RecordKind
from dossier.model.place import Path, Place, Places, Spot
from dossier.model.problem import Problem, Problems
from dossier.model.question import Question
from dossier.model.work import Work
from dossier.verify import verify
from tests.corpus_builder import with_typed_answers
from tests.verify.build import Text
from tests.words import CLAIM, SOURCE, VOCABULARY

ID = ClaimId("demo-claim")
WORK = Work(WorkKey("demo"), "article", "Demo 2020", "On lamps", (), None, "en", {}, "")


def claim(quote: str, **fields: object) -> Claim:
    typed: dict[str, object] = {
        "id": ID,
        "statement": "It is said.",
        "kind": "event",
        "about": [],
        "topics": [],
    } | fields
    return CLAIM.of_source(SourceKey("demo"), typed | {"quote": quote})


def corpus(
    text: Text,
    claims: Iterable[Claim],
    *,
    entities: Iterable[Entity] = (),
    questions: Iterable[Question] = (),
    language: str = "en",
) -> Corpus:
    source = SOURCE.model_validate(
        {
            "citation": "demo",
            "kind": "press",
            "language": language,
            "sha256": "0" * 64,
            "supplied": "2026-11-21",
            "rights": {"license": "unstated", "publish": "full"},
        }
    )
    questions = list(questions)
    found = {one.id: with_typed_answers(one, questions) for one in claims}
    places: dict[RecordRef, Places] = {(RecordKind.CLAIM, one.id): _places(one) for one in found.values()}
    places[RecordKind.SOURCE, "demo"] = Places(Place("sources/demo/source.yml"))
    return Corpus(
        VOCABULARY,
        sources={SourceKey("demo"): source},
        texts={SourceKey("demo"): text.raw},
        claims=found,
        entities={EntityId(one.id): one for one in entities},
        topics={},
        questions={QuestionId(one.id): one for one in questions},
        works={WORK.key: WORK},
        pages={},
        places=places,
    )


def _places(one: Claim) -> Places:
    """As if every field stood in one line of its own, the value from column 10."""
    spots: dict[Path, Spot] = {}
    for line, field in enumerate(CLAIM.model_fields, 1):
        value = getattr(one, field)
        place = Place("claims.yml", line, 10)
        if isinstance(value, str):
            spots[field,] = Spot(place, value, place)
        elif value is not None:
            spots[field,] = Spot(place)
    for number, passage in enumerate(one.context):
        place = Place("claims.yml", 100 + number, 10)
        spots["context", number] = Spot(place, passage, place)
    return Places(Place("claims.yml", 1, 1), spots)


def verified(
    text: Text,
    one: Claim,
    *,
    entities: Iterable[Entity] = (),
    questions: Iterable[Question] = (),
    language: str = "en",
) -> tuple[Evidence, list[Problem]]:
    problems = Problems()
    records = corpus(text, [one], entities=entities, questions=questions, language=language)
    evidence = verify(records, {SourceKey("demo"): text.reading()}, problems)
    return evidence[one.id], list(problems)


def anchored(text: Text, quote: str, **fields: object) -> Anchor:
    evidence, problems = verified(text, claim(quote, **fields))
    assert evidence.anchor is not None, problems
    return evidence.anchor


def raw_of(text: Text, anchor: Anchor) -> str:
    return "".join(text.raw[start:end] for start, end in anchor.pieces)
