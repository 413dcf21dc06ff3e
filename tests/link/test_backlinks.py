from __future__ import annotations

import pytest

from dossier.link import link
from dossier.model.ids import EntityId
from dossier.model.kinds import RecordKind
from dossier.model.links import Links
from dossier.model.problem import Problems
from tests.corpus_builder import build_corpus
from tests.words import relation


@pytest.fixture(scope="module")
def links() -> Links:
    corpus = build_corpus(
        claims=[
            {
                "id": "b-1",
                "source": "b",
                "about": ["rain", "snow", "rain"],
                "topics": ["weather"],
                "via": ["w, p. 4"],
            },
            {
                "id": "a-1",
                "source": "a",
                "about": ["snow"],
                "speaker": ["rain"],
                "answers": [{"question": "when", "value": "2001"}],
            },
            {
                "id": "a-2",
                "source": "a",
                "about": ["snow", "rain", "hail"],
                "answers": [{"question": "how", "value": "2001"}],
            },
        ],
        entities=[
            {"id": "hail"},
            {
                "id": "rain",
                "part_of": [{"id": "snow", "claims": ["b-1", "lost"]}],
                "description": "Wet [@b-1; @w].",
            },
            {"id": "snow"},
        ],
        topics=[{"id": "weather", "intro": "[[rain]] falls [@b-1]."}],
        questions=[{"id": "how"}, {"id": "when", "about": ["hail"]}],
        works=[{"key": "w"}],
        pages=[{"path": "about.md", "body": "[@b-1] [@b-1] [[how]] [[a]]"}],
    )
    return link(corpus, Problems())


def test_claims_are_listed_in_corpus_order_by_whatever_they_refer_to(links: Links) -> None:
    assert links.by_source == {"a": ("a-1", "a-2"), "b": ("b-1",)}
    assert links.by_topic == {"weather": ("b-1",)}
    assert links.about == {"hail": ("a-2",), "rain": ("b-1", "a-2"), "snow": ("b-1", "a-1", "a-2")}
    assert links.spoken == {"rain": ("a-1",)}
    assert links.answering == {"how": ("a-2",), "when": ("a-1",)}
    assert links.via == {"w": ("b-1",)}


def test_an_entity_is_touched_by_questions_about_it_or_answered_by_its_claims(links: Links) -> None:
    assert links.touching == {"hail": ("how", "when"), "rain": ("how",), "snow": ("how", "when")}


def test_related_entities_share_claims_most_first(links: Links) -> None:
    assert links.related[EntityId("rain")] == (("snow", ("b-1", "a-1", "a-2")), ("hail", ("a-2",)))
    assert links.related[EntityId("snow")] == (("rain", ("b-1", "a-1", "a-2")), ("hail", ("a-2",)))


def test_relations_are_known_from_the_other_end_and_from_the_claim(links: Links) -> None:
    assert links.incoming == {"snow": ((relation("part_of"), "rain", ("b-1",)),)}
    assert links.supported_by == {"b-1": ("rain",)}


def test_what_is_cited_knows_where(links: Links) -> None:
    assert links.cited_on == {
        (RecordKind.CLAIM, "b-1"): (
            (RecordKind.ENTITY, "rain"),
            (RecordKind.TOPIC, "weather"),
            (RecordKind.PAGE, "about.md"),
        ),
        (RecordKind.ENTITY, "rain"): ((RecordKind.TOPIC, "weather"),),
        (RecordKind.QUESTION, "how"): ((RecordKind.PAGE, "about.md"),),
        (RecordKind.SOURCE, "a"): ((RecordKind.PAGE, "about.md"),),
        (RecordKind.WORK, "w"): ((RecordKind.ENTITY, "rain"),),
    }
