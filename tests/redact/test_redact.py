"""What may not be published leaves nothing behind, shown on texts as if none were free."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest

from dossier.model.checked import Checked
from dossier.model.evidence import Anchor, Evidence
from dossier.model.hints import ReadingHints
from dossier.model.ids import ClaimId, SourceKey
from dossier.model.kinds import Publish
from dossier.model.problem import Problems
from dossier.model.public import Public
from dossier.model.reading import OMITTED
from dossier.pipeline import examine, make_files
from dossier.redact import redact
from tests.corpus_builder import KEY, build_corpus

LONG = 30


def as_if(whole: Checked, publish: Publish) -> Checked:
    """A corpus as if of every text just so much might be shown."""
    sources = {
        key: source.model_copy(update={"rights": source.rights.model_copy(update={"publish": publish})})
        for key, source in whole.corpus.sources.items()
    }
    return replace(whole, corpus=replace(whole.corpus, sources=sources))


def cut(whole: Checked, publish: Publish) -> Public:
    return redact(as_if(whole, publish))


def anchors(evidence: Mapping[ClaimId, Evidence]) -> Iterator[Anchor]:
    for proof in evidence.values():
        yield from proof.anchors


each_cut = pytest.mark.parametrize("publish", [Publish.EXCERPTS, Publish.WITHHELD])


@each_cut
def test_records_keep_no_text_that_is_not_free_nor_what_hints_and_waivers_repeat_of_it(
    whole: Checked, publish: Publish
) -> None:
    shown, records = cut(whole, publish).corpus, whole.corpus
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


@pytest.mark.parametrize("publish", Publish)
def test_words_that_a_claim_quoted_before_are_shown_of_free_texts_alone(publish: Publish) -> None:
    was = {"quote": "Then it was dry. It rained.", "context": ["It rained."], "statement": "It was dry."}
    corpus = build_corpus(
        claims=[
            {
                "id": f"{KEY}-dry",
                "quote": "Then it was dry.",
                "revised": [{"date": "2026-12-01", "why": "It is enough.", "was": was}],
            }
        ],
        sources=[{"citation": KEY, "rights": {"license": "unstated", "publish": publish}}],
        texts={KEY: "Then it was dry. It rained."},
    )
    (claim,) = redact(examine(corpus, Problems())).corpus.claims.values()
    said = dict(claim.revised[0].was)
    free = publish is Publish.FULL
    assert said["statement"] == "It was dry."
    assert said["quote"] == (was["quote"] if free else OMITTED)
    assert said["context"] == ("It rained." if free else OMITTED)


def test_what_is_free_is_shown_as_it_is(whole: Checked) -> None:
    free = as_if(whole, Publish.FULL)
    shown = redact(free)
    assert (shown.readings, shown.evidence) == (free.readings, free.evidence)
    assert replace(shown.corpus, places=free.corpus.places) == free.corpus


def sentences(whole: Checked, key: SourceKey) -> tuple[set[str], set[str]]:
    """The sentences of a text that a quotation touches, and those that none does and no touched one says again."""
    touched: set[str] = set()
    others: set[str] = set()
    spans = [span for anchor in anchors(whole.evidence) if anchor.source == key for span in anchor.spans]
    for block in whole.readings[key].blocks:
        ranges = [(span.start, span.end) for span in spans if span.block == block.index]
        for start, end in block.sentences:
            is_touched = any(start < last and first < end for first, last in ranges)
            (touched if is_touched else others).add(block.text[start:end])
    return touched, {sentence for sentence in others if not any(sentence in other for other in touched)}


def test_some_sentences_are_quoted_and_some_are_not(whole: Checked) -> None:
    parted = [sentences(whole, key) for key in whole.readings]
    assert any(touched for touched, _ in parted)
    assert any(hidden for _, hidden in parted)


def test_excerpts_show_the_quoted_sentences_and_no_other(whole: Checked) -> None:
    shown = cut(whole, Publish.EXCERPTS)
    beside = "\n".join(f"{a.prefix}\n{a.suffix}\n{a.locator.heading}" for a in anchors(shown.evidence))
    for key in whole.readings:
        words = "\n".join(block.text for block in shown.readings[key].blocks)
        published, hidden = sentences(whole, key)
        assert {sentence for sentence in published if sentence not in words} == set()
        assert {sentence for sentence in hidden if sentence in words or sentence in beside} == set()


def test_excerpts_show_no_more_around_a_quote_than_its_sentence() -> None:
    corpus = build_corpus(
        claims=[{"id": "alpha2020-boats", "quote": "three small boats"}],
        sources=[{"citation": KEY, "rights": {"license": "unstated", "publish": "excerpts"}}],
        texts={KEY: "Nobody saw it. In the harbor were three small boats, all old. Nobody cared."},
    )
    (anchor,) = anchors(redact(examine(corpus, Problems())).evidence)
    assert (anchor.prefix, anchor.suffix) == (" In the harbor were ", ", all old. ")


def test_withheld_shows_nothing_but_the_quotes(whole: Checked) -> None:
    shown = cut(whole, Publish.WITHHELD)
    for key, reading in whole.readings.items():
        quoted = [span for anchor in anchors(whole.evidence) if anchor.source == key for span in anchor.spans]
        for block in shown.readings[key].blocks:
            for piece in block.text.split(OMITTED):
                assert not piece.strip() or any(
                    reading.blocks[block.index].text[span.start : span.end] in piece
                    for span in quoted
                    if span.block == block.index
                )
    assert all(a.prefix is a.suffix is a.locator.heading is None for a in anchors(shown.evidence))


@each_cut
def test_anchors_still_lead_to_their_words(whole: Checked, publish: Publish) -> None:
    public = cut(whole, publish)
    readings, shown = whole.readings, public.readings
    for before, after in zip(anchors(whole.evidence), anchors(public.evidence), strict=True):
        words = [readings[before.source].blocks[s.block].text[s.start : s.end] for s in before.spans]
        assert words == [shown[after.source].blocks[s.block].text[s.start : s.end] for s in after.spans]
        assert before.pieces == after.pieces


@each_cut
def test_blocks_keep_their_places(whole: Checked, publish: Publish) -> None:
    for key, reading in cut(whole, publish).readings.items():
        assert [block.index for block in reading.blocks] == list(range(len(whole.readings[key].blocks)))
        assert all(block.text == OMITTED for block in reading.blocks if block.is_omitted)
        for block in reading.blocks:
            assert all(0 <= start < end <= len(block.text) for start, end in block.sentences)


@each_cut
def test_no_page_and_no_export_holds_a_sentence_that_may_not_be_shown(
    whole: Checked, publish: Publish
) -> None:
    made = {
        file.path: letters(re.sub(r"<[^>]*>|&#?\w+;|\\[nu]", "", file.content.decode(errors="replace")))
        for file in make_files(as_if(whole, publish), None)
    }
    titles = letters(" ".join(work.title or "" for work in whole.corpus.works.values()))
    for key in whole.readings:
        touched, hidden = sentences(whole, key)
        free = titles + letters(" ".join(touched))
        for sentence in sorted(hidden):
            words = letters(sentence)
            if len(words) >= LONG and words not in free:  # shorter ones may be elsewhere by chance
                assert [path for path, text in made.items() if words in text] == [], sentence


def letters(words: str) -> str:
    """What a passage is, however it is marked up, escaped or broken into lines."""
    return "".join(char for char in words.casefold() if char.isalnum())
