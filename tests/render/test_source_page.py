"""The contract of highlights: flat segments, numbered pieces whose text together is the quotation, references, notes."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from dossier.leaves import address
from dossier.model.evidence import EvidenceState, Span
from dossier.model.ids import ClaimId, SourceKey
from dossier.model.public import Public
from dossier.render import render
from dossier.render.catalog import Catalog
from tests.citations import made_up
from tests.render.page_reader import by_id, elements


def source_page(pages: dict[str, str], key: str) -> str:
    return pages[f"sources/{key}/index.md"]


def test_the_pieces_of_every_claim_are_together_its_quotation(dossier: Public, pages: dict[str, str]) -> None:
    for claim in dossier.corpus.claims.values():
        found = by_id(source_page(pages, claim.source))
        number, texts = 1, []
        while (piece := address.piece_id(claim.id, number)) in found:
            assert found[piece].tag == "span"
            texts.append(found[piece].text)
            number += 1
        anchor = dossier.evidence[claim.id].anchor
        assert anchor is not None
        assert texts, f"{claim.id} is marked nowhere"
        expected = anchor.exact.replace(" […] ", "").replace("\u00a0", " ")
        assert "".join(texts).replace(" ", "") == expected.replace(" ", "")
        if "[…]" not in anchor.exact:
            assert "".join(texts) == anchor.exact


def test_each_mark_stands_in_one_span_for_each_of_its_claims(dossier: Public, pages: dict[str, str]) -> None:
    for key in dossier.corpus.sources:
        page = source_page(pages, key)
        for wrapped in re.finditer(r'((?:<span id="[^"]+">)+)<mark data-claims="([^"]+)">', page):
            spans = re.findall(r'id="([^"]+)"', wrapped[1])
            assert sorted(span.split("--")[0] for span in spans) == sorted(wrapped[2].split(" "))
        assert page.count("<mark data-claims=") == len(
            re.findall(r'<span id="[^"]+"><mark data-claims=', page)
        )


def test_no_mark_holds_a_mark_a_marker_or_a_reference(dossier: Public, pages: dict[str, str]) -> None:
    for key in dossier.corpus.sources:
        for inside in re.findall(r"<mark data-claims[^>]*>(.*?)</mark>", source_page(pages, key)):
            assert "<mark" not in inside
            assert "<a " not in inside


def test_overlapping_quotations_share_a_segment(pages: dict[str, str]) -> None:
    page = source_page(pages, "keepers2019")
    assert (
        '<mark data-claims="keepers2019-founding keepers2019-halcyon">was founded in the spring of 1871</mark>'
        in page
    )


def test_a_note_in_the_middle_of_a_sentence_parts_the_pieces(pages: dict[str, str]) -> None:
    found = by_id(source_page(pages, "keepers2019"))
    assert found["keepers2019-no-keeper-lost"].text.endswith("two died at their ")
    assert found["keepers2019-no-keeper-lost--2"].text == "posts in the winter of 1902"


def test_a_reference_and_its_note_lead_to_each_other(pages: dict[str, str]) -> None:
    page = source_page(pages, "keepers2019")
    assert '<a id="ref-1" href="#note-1" role="doc-noteref">[1]</a>' in page
    assert by_id(page)["note-1"].tag == "li"
    assert 'href="#ref-1" role="doc-backlink"' in page


def test_restored_letters_keep_the_supplied_ones_at_hand(pages: dict[str, str]) -> None:
    assert '<span class="restored" data-supplied="i">I</span>t employed' in source_page(pages, "keepers2019")


def test_a_title_in_arabic_is_isolated_with_its_number(pages: dict[str, str]) -> None:
    assert '<bdi lang="ar" dir="rtl">دليل 7 منارات الجزيرة</bdi>' in source_page(pages, "keepers2019")


def test_a_text_shown_in_excerpts_shows_no_more(dossier: Public, pages: dict[str, str]) -> None:
    everything = "\n".join(pages.values())
    assert "Nothing of this paragraph" not in everything
    assert "The rest of this letter is private" not in everything
    assert "since 1999" in source_page(pages, "letter2020")
    assert dossier.evidence[ClaimId("letter2020-not-idle")].state is EvidenceState.FOUND


def test_of_a_withheld_text_only_the_quotations_are_shown(pages: dict[str, str]) -> None:
    assert "confidential" not in "\n".join(pages.values())
    assert by_id(source_page(pages, "memo2022"))["memo2022-merger"].text.startswith("The Service will merge")


@pytest.mark.parametrize("key", ["keepers2019", "gazette2021", "letter2020", "memo2022"])
def test_markers_carry_the_claims_number_and_are_named_by_it(
    catalog: Catalog, pages: dict[str, str], key: str
) -> None:
    markers = [e for e in elements(source_page(pages, key)) if e.attributes.get("class") == "marker"]
    assert "".join(marker.text for marker in markers) == ""
    numbers = {marker.attributes["data-claim"]: int(marker.attributes["data-number"]) for marker in markers}
    assert sorted(numbers.values()) == list(range(1, len(markers) + 1))
    assert numbers == {claim: catalog.numbers[claim] for claim in catalog.by_source[SourceKey(key)]}
    names = [marker.attributes["aria-label"] for marker in markers]
    assert names == [f"Claim {marker.attributes['data-number']}" for marker in markers]


def texts(dossier: Public) -> dict[str, str]:
    files = (file for file in render(dossier, made_up()) if not file.path.endswith(".png"))
    return {file.path: file.content.decode() for file in files}


def test_a_note_that_nothing_refers_to_says_so(dossier: Public) -> None:
    key = SourceKey("keepers2019")
    reading = dossier.readings[key]
    blocks = tuple(replace(b, runs=tuple(run for run in b.runs if run.note != "2")) for b in reading.blocks)
    without = replace(dossier, readings={**dossier.readings, key: replace(reading, blocks=blocks)})
    written = texts(without)
    found = by_id(source_page(written, key))
    assert "No reference in the text leads to this note." in found["note-2"].text
    assert "No reference" not in found["note-1"].text


def test_what_claims_quote_of_a_heading_is_said_beside_the_text_below_it(dossier: Public) -> None:
    key = SourceKey("keepers2019")
    reading = dossier.readings[key]
    heading = next(block for block in reading.blocks if block.text == "Introduction")
    claim = ClaimId("keepers2019-founding")
    evidence = dossier.evidence[claim]
    assert evidence.anchor is not None
    moved = replace(evidence.anchor, spans=(Span(heading.index, 0, len(heading.text)),))
    changed = {**dossier.evidence, claim: replace(evidence, result=moved)}
    written = texts(replace(dossier, evidence=changed))
    page = source_page(written, key)
    assert page.index('id="keepers2019-founding"') < page.index('id="p--1"')
    assert page.index('class="margin__claim" data-claim="keepers2019-founding"') > page.index('id="p--1"')
