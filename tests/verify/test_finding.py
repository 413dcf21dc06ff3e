"""Words are found whatever their case and marks, in whole sentences."""

from __future__ import annotations

from dossier.model.ids import SourceKey
from dossier.verify import Hit, find_words
from tests.verify.build import Text, restored
from tests.verify.claims import corpus


def hits(words: str) -> tuple[Hit, ...]:
    text = Text()
    text.paragraph(
        "It’s the rule of ",
        restored("law", "Law"),
        ". Here the rule\nof law is twice the rule of law. It was set up in 2013.",
    )
    text.paragraph("It ended there. Then came the rain.")
    text.note("1", "The rule of law is old.")
    return find_words(corpus(text, []), {SourceKey("demo"): text.reading()}, words)


def test_each_sentence_is_shown_once() -> None:
    found = [(hit.anchor.exact, hit.similarity) for hit in hits("The  Rule of law")]
    assert found == [
        ("It’s the rule of Law.", 100),
        ("Here the rule of law is twice the rule of law.", 100),
        ("The rule of law is old.", 100),
    ]


def test_words_may_go_over_several_sentences() -> None:
    assert [hit.anchor.exact for hit in hits("there. then")] == ["It ended there. Then came the rain."]


def test_the_nearest_are_shown_where_nothing_is_the_same() -> None:
    first, *_ = hits("was set up in 2014")
    assert first.anchor.exact == "It was set up in 2013."
    assert 90 < first.similarity < 100


def test_nothing_is_shown_where_nothing_is_near() -> None:
    assert hits("xyzzy quux plugh") == ()
    assert hits(" ") == ()


def test_a_sentence_that_stands_twice_is_not_unique() -> None:
    text = Text()
    text.paragraph("It rained all day. It snowed.")
    text.paragraph("It rained all day.")
    found = find_words(corpus(text, []), {SourceKey("demo"): text.reading()}, "rained")
    assert [hit.unique for hit in found] == [False, False]
