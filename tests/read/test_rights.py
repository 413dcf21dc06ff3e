"""What may not be published leaves nothing behind, shown on the real texts as if they were not free."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from dossier.load import load
from dossier.model.corpus import Corpus
from dossier.model.evidence import Anchor, Evidence
from dossier.model.ids import ClaimId, SourceKey
from dossier.model.kinds import Publish
from dossier.model.problem import Problems
from dossier.model.reading import ReadingText
from dossier.model.source import ReadingHints
from dossier.read import publish_records, publish_view, read
from dossier.read.rights import OMITTED
from dossier.verify import verify
from tests.read.corpus import KEYS, ROOT

Whole = tuple[Corpus, dict[SourceKey, ReadingText], dict[ClaimId, Evidence]]


@cache
def whole() -> Whole:
    problems = Problems()
    corpus = load(ROOT, problems)
    readings = dict(read(corpus, problems))
    return corpus, readings, dict(verify(corpus, readings, problems))


def as_if(publish: Publish) -> Corpus:
    corpus = whole()[0]
    sources = {
        key: source.model_copy(update={"rights": source.rights.model_copy(update={"publish": publish})})
        for key, source in corpus.sources.items()
    }
    return replace(corpus, sources=sources)


@cache
def view(publish: Publish) -> tuple[dict[SourceKey, ReadingText], dict[ClaimId, Evidence]]:
    _, readings, evidence = whole()
    shown, moved = publish_view(as_if(publish), readings, evidence)
    return dict(shown), dict(moved)


def anchors(evidence: dict[ClaimId, Evidence]) -> Iterator[Anchor]:
    for one in evidence.values():
        yield from (one.anchor,) if one.anchor else ()
        yield from one.context


each_text = pytest.mark.parametrize("key", KEYS)


@pytest.mark.parametrize("publish", [Publish.EXCERPTS, Publish.WITHHELD])
def test_records_keep_no_text_that_is_not_free_nor_what_hints_and_waivers_repeat_of_it(
    publish: Publish,
) -> None:
    shown = publish_records(as_if(publish))
    assert shown.texts == {}
    for key, source in shown.sources.items():
        assert source.reading == ReadingHints()
        assert {waiver.words for waiver in source.waive} <= {OMITTED}
        assert [waiver.why for waiver in source.waive] == [
            waiver.why for waiver in whole()[0].sources[key].waive
        ]
        assert source.rights == as_if(publish).sources[key].rights
    assert {claim.prefix for claim in shown.claims.values()} == {None}
    assert {claim.quote for claim in shown.claims.values()} == {
        claim.quote for claim in whole()[0].claims.values()
    }


def test_records_of_free_texts_are_as_they_were() -> None:
    assert publish_records(whole()[0]) == whole()[0]


def test_a_free_text_is_shown_as_it_is() -> None:
    _, readings, evidence = whole()
    assert view(Publish.FULL) == (readings, evidence)


@each_text
def test_excerpts_show_the_quoted_sentences_and_no_other(key: SourceKey) -> None:
    reading = whole()[1][key]
    quoted = {
        (span.block, sentence)
        for anchor in anchors(whole()[2])
        if anchor.source == key
        for span in anchor.spans
        for sentence in reading.blocks[span.block].sentences
        if sentence[0] < span.end and span.start < sentence[1]
    }
    shown = "\n".join(block.text for block in view(Publish.EXCERPTS)[0][key].blocks)
    beside = "\n".join(
        f"{a.prefix}\n{a.suffix}\n{a.locator.heading}" for a in anchors(view(Publish.EXCERPTS)[1])
    )
    published = {reading.blocks[block].text[start:end] for block, (start, end) in quoted}
    hidden = {
        sentence
        for block in reading.blocks
        for start, end in block.sentences
        if (block.index, (start, end)) not in quoted
        for sentence in (block.text[start:end],)
        if not any(sentence in other for other in published)
    }
    assert {sentence for sentence in published if sentence not in shown} == set()
    assert {sentence for sentence in hidden if sentence in shown or sentence in beside} == set()
    assert hidden


@each_text
def test_withheld_shows_nothing_but_the_quotes(key: SourceKey) -> None:
    quoted = [anchor for anchor in anchors(whole()[2]) if anchor.source == key]
    reading = whole()[1][key]
    for block in view(Publish.WITHHELD)[0][key].blocks:
        for piece in block.text.split(OMITTED):
            spans = [span for anchor in quoted for span in anchor.spans if span.block == block.index]
            assert not piece.strip() or any(
                reading.blocks[block.index].text[span.start : span.end] in piece for span in spans
            )
    assert all(a.prefix is a.suffix is a.locator.heading is None for a in anchors(view(Publish.WITHHELD)[1]))


@pytest.mark.parametrize("publish", [Publish.EXCERPTS, Publish.WITHHELD])
def test_anchors_still_lead_to_their_words(publish: Publish) -> None:
    _, readings, evidence = whole()
    shown, moved = view(publish)
    for before, after in zip(anchors(evidence), anchors(moved), strict=True):
        words = [readings[before.source].blocks[s.block].text[s.start : s.end] for s in before.spans]
        assert words == [shown[after.source].blocks[s.block].text[s.start : s.end] for s in after.spans]
        assert before.pieces == after.pieces


@pytest.mark.parametrize("publish", [Publish.EXCERPTS, Publish.WITHHELD])
def test_blocks_keep_their_places(publish: Publish) -> None:
    for key, reading in view(publish)[0].items():
        assert [block.index for block in reading.blocks] == list(range(len(whole()[1][key].blocks)))
        assert all(block.text == OMITTED for block in reading.blocks if block.is_omitted)
        for block in reading.blocks:
            assert all(0 <= start < end <= len(block.text) for start, end in block.sentences)
