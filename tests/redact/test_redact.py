"""What may not be published leaves nothing behind, shown on the real texts as if they were not free."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

import pytest

from dossier.model.checked import Checked
from dossier.model.evidence import Anchor, Evidence
from dossier.model.ids import ClaimId, SourceKey
from dossier.model.kinds import Publish
from dossier.model.problem import Problems
from dossier.model.public import Public
from dossier.model.reading import OMITTED
from dossier.model.source import ReadingHints
from dossier.pipeline import check
from dossier.redact import redact
from tests.read.corpus import KEYS, ROOT


@cache
def whole() -> Checked:
    return check(ROOT, Problems())


@cache
def public(publish: Publish) -> Public:
    """The real corpus as if none of its texts might be shown further than `publish`."""
    checked = whole()
    sources = {
        key: source.model_copy(update={"rights": source.rights.model_copy(update={"publish": publish})})
        for key, source in checked.corpus.sources.items()
    }
    return redact(replace(checked, corpus=replace(checked.corpus, sources=sources)), {})


def anchors(evidence: Mapping[ClaimId, Evidence]) -> Iterator[Anchor]:
    for one in evidence.values():
        yield from (one.anchor,) if one.anchor else ()
        yield from one.context


each_text = pytest.mark.parametrize("key", KEYS)


@pytest.mark.parametrize("publish", [Publish.EXCERPTS, Publish.WITHHELD])
def test_records_keep_no_text_that_is_not_free_nor_what_hints_and_waivers_repeat_of_it(
    publish: Publish,
) -> None:
    shown, records = public(publish).corpus, whole().corpus
    assert (shown.texts, shown.places) == ({}, {})
    for key, source in shown.sources.items():
        assert source.reading == ReadingHints()
        assert {waiver.words for waiver in source.waive} <= {OMITTED}
        assert [waiver.why for waiver in source.waive] == [
            waiver.why for waiver in records.sources[key].waive
        ]
        assert source.rights.publish == publish
    assert {claim.prefix for claim in shown.claims.values()} == {None}
    assert {claim.quote for claim in shown.claims.values()} == {
        claim.quote for claim in records.claims.values()
    }


def test_what_is_free_is_shown_as_it_is() -> None:
    checked, shown = whole(), public(Publish.FULL)
    assert (shown.readings, shown.evidence) == (checked.readings, checked.evidence)
    assert replace(shown.corpus, places=checked.corpus.places) == checked.corpus


@each_text
def test_excerpts_show_the_quoted_sentences_and_no_other(key: SourceKey) -> None:
    reading = whole().readings[key]
    quoted = {
        (span.block, sentence)
        for anchor in anchors(whole().evidence)
        if anchor.source == key
        for span in anchor.spans
        for sentence in reading.blocks[span.block].sentences
        if sentence[0] < span.end and span.start < sentence[1]
    }
    shown = "\n".join(block.text for block in public(Publish.EXCERPTS).readings[key].blocks)
    beside = "\n".join(
        f"{a.prefix}\n{a.suffix}\n{a.locator.heading}" for a in anchors(public(Publish.EXCERPTS).evidence)
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
    quoted = [anchor for anchor in anchors(whole().evidence) if anchor.source == key]
    reading = whole().readings[key]
    for block in public(Publish.WITHHELD).readings[key].blocks:
        for piece in block.text.split(OMITTED):
            spans = [span for anchor in quoted for span in anchor.spans if span.block == block.index]
            assert not piece.strip() or any(
                reading.blocks[block.index].text[span.start : span.end] in piece for span in spans
            )
    assert all(
        a.prefix is a.suffix is a.locator.heading is None for a in anchors(public(Publish.WITHHELD).evidence)
    )


@pytest.mark.parametrize("publish", [Publish.EXCERPTS, Publish.WITHHELD])
def test_anchors_still_lead_to_their_words(publish: Publish) -> None:
    readings, shown = whole().readings, public(publish).readings
    for before, after in zip(anchors(whole().evidence), anchors(public(publish).evidence), strict=True):
        words = [readings[before.source].blocks[s.block].text[s.start : s.end] for s in before.spans]
        assert words == [shown[after.source].blocks[s.block].text[s.start : s.end] for s in after.spans]
        assert before.pieces == after.pieces


@pytest.mark.parametrize("publish", [Publish.EXCERPTS, Publish.WITHHELD])
def test_blocks_keep_their_places(publish: Publish) -> None:
    for key, reading in public(publish).readings.items():
        assert [block.index for block in reading.blocks] == list(range(len(whole().readings[key].blocks)))
        assert all(block.text == OMITTED for block in reading.blocks if block.is_omitted)
        for block in reading.blocks:
            assert all(0 <= start < end <= len(block.text) for start, end in block.sentences)
