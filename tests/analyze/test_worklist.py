"""Every sentence that looks checkable is claimed, waived or open."""

from __future__ import annotations

import pytest

from dossier.analyze import analyze
from dossier.link import link
from dossier.model.analysis import Sentence
from dossier.model.evidence import Anchor, Evidence, Locator, NotFound, Span
from dossier.model.ids import ClaimId, SourceKey
from dossier.model.problem import Problems
from dossier.model.reading import Block, BlockKind, ReadingText, Run, RunKind, Where
from tests.corpus_builder import build_corpus

A = SourceKey("a")
SENTENCES = ("The lamp was lit in 1901.", "It rained.", "Eleven men saw the Bell.")


def block(index: int, kind: BlockKind = BlockKind.PARAGRAPH, where: Where = Where.BODY) -> Block:
    text = " ".join(SENTENCES)
    starts = [text.index(sentence) for sentence in SENTENCES]
    ranges = tuple((start, start + len(sentence)) for start, sentence in zip(starts, SENTENCES, strict=True))
    first = 100 * index
    return Block(index, kind, where, (Run(RunKind.TEXT, first, first + len(text), text),), ranges)


def found(claim: str, quote: tuple[int, int], context: tuple[int, int] | None = None) -> Evidence:
    anchors = [
        Anchor(A, (Span(0, *place),), (place,), "", "", "", Where.BODY, Locator(None, None, None, (1, 1)))
        for place in (quote, context)
        if place is not None
    ]
    return Evidence(ClaimId(claim), anchors[0], context=tuple(anchors[1:]))


def sentences(
    evidence: list[Evidence], *blocks: Block, waive: tuple[str, ...] = (), status: str | None = None
) -> tuple[Sentence, ...]:
    corpus = build_corpus(
        sources=[{"citation": "a", "waive": [{"words": words, "why": "So."} for words in waive]}],
        claims=[{"id": one.claim, "source": "a", "status": status} for one in evidence],
        entities=[{"id": "bell", "name": "Bell"}, {"id": "lamp", "name": "The lamp"}],
    )
    reading = ReadingText(A, 1000, blocks or (block(0),), (), (), {})
    by_claim = {one.claim: one for one in evidence}
    analysis = analyze(corpus, {A: reading}, by_claim, link(corpus, Problems()), Problems())
    return analysis.coverage[A].sentences


def treated(evidence: list[Evidence], status: str | None = None) -> list[str]:
    return [str(one.treatment) for one in sentences(evidence, status=status)]


def test_sentences_with_a_signal_are_listed_with_all_of_them() -> None:
    first, second = sentences([])
    assert (first.block, first.start, first.end) == (0, 0, 25)
    assert (first.signals, first.entities) == (("date", "entity"), ("lamp",))
    assert (second.signals, second.entities) == (("figure", "entity"), ("bell",))
    assert (second.treatment, second.claims, second.waiver) == ("open", (), None)


def test_a_quote_covers_the_sentences_that_it_takes_a_word_of() -> None:
    (first, second) = sentences([found("c1", (4, 15)), found("c2", (20, 46))])
    assert (first.claims, first.treatment) == (("c1", "c2"), "claimed")
    assert (second.claims, second.treatment) == (("c2",), "claimed")


@pytest.mark.parametrize("quote", [(24, 36), (25, 37)])
def test_a_mark_or_a_space_of_a_sentence_is_no_word_of_it(quote: tuple[int, int]) -> None:
    assert treated([found("c1", quote)]) == ["open", "open"]


def test_a_passage_of_context_covers_nothing() -> None:
    assert treated([found("c1", (0, 20), context=(37, 50))]) == ["claimed", "open"]


def test_a_withdrawn_claim_covers_nothing_and_a_misprint_does() -> None:
    assert treated([found("c1", (0, 20))], status="withdrawn") == ["open", "open"]
    assert treated([found("c1", (0, 20))], status="misprint") == ["claimed", "open"]


def test_a_quote_that_was_not_found_covers_nothing() -> None:
    assert treated([Evidence(ClaimId("c1"), NotFound.NOT_FOUND)]) == ["open", "open"]


def test_a_waiver_stands_for_the_sentence_that_has_its_words() -> None:
    first, second = sentences([], waive=("nowhere", "saw the  Bell"))
    assert (first.treatment, first.waiver) == ("open", None)
    assert (second.treatment, second.waiver) == ("waived", 1)


def test_a_claim_counts_before_a_waiver() -> None:
    (first, _) = sentences([found("c1", (0, 20))], waive=("lamp was lit",))
    assert (first.treatment, first.waiver) == ("claimed", 0)


def test_body_and_notes_are_looked_at_and_nothing_else() -> None:
    listed = sentences(
        [],
        block(0, BlockKind.HEADING),
        block(1, BlockKind.ITEM),
        block(2, where=Where.ASIDE),
        block(3, where=Where.CAPTION),
        block(4, where=Where.NOTE),
        block(5, BlockKind.QUOTATION),
    )
    assert [one.block for one in listed] == [1, 1, 4, 4, 5, 5]
