"""Annotations lead back to the words that they are about: by the words around them, and by offsets of the text."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dossier.export.joined import JoinedText, QuotedWords
from dossier.export.web_annotations import web_annotations
from dossier.leaves.contexts import ANNOTATIONS
from dossier.model.configuration import Site
from dossier.model.evidence import Span
from dossier.model.ids import ClaimId
from dossier.model.kinds import ClaimStatus, Publish
from dossier.model.problem import Problems
from dossier.model.public import Public
from dossier.pipeline import check
from dossier.redact import redact
from dossier.verify.anchoring import pieces_of
from tests.export.expansion import flattened, names, terms
from tests.export.invented import invented

Json = Mapping[str, Any]


@pytest.fixture(scope="module", params=["the invented corpus", "every state of evidence"])
def public(request: pytest.FixtureRequest, root: Path) -> Public:
    if request.param == "the invented corpus":
        return redact(check(root / "tests/golden_corpus", Problems()))
    return invented()[0]


def at(public: Public, url: str) -> Public:
    configuration = replace(public.corpus.configuration, site=Site("A site", url))
    return replace(public, corpus=replace(public.corpus, configuration=configuration))


def items(public: Public) -> list[Json]:
    found: list[Json] = json.loads(web_annotations(public).file.content)["items"]
    return found


def by_claim(public: Public) -> dict[ClaimId, Json]:
    url = "https://example.org/notes/"
    return {ClaimId(item["id"].partition("#")[2]): item for item in items(at(public, url))}


def selectors(item: Json, type_: str) -> list[Json]:
    return [
        selector for target in item["target"] for selector in target["selector"] if selector["type"] == type_
    ]


def folded(words: str) -> str:
    return re.sub(r"-\n|[-\s]+", "", words).casefold()


def joined_up(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges, those that follow each other without a gap as one."""
    edges = [edge for piece in ranges for edge in piece]
    gaps = [at for at in range(1, len(edges) - 1, 2) if edges[at] != edges[at + 1]]
    starts = [0, *(at + 1 for at in gaps)]
    ends = [*gaps, len(edges) - 1]
    return [(edges[start], edges[end]) for start, end in zip(starts, ends, strict=True)]


def test_every_quotation_that_was_found_is_annotated_but_of_withdrawn_claims(public: Public) -> None:
    assert by_claim(public).keys() == {
        id_
        for id_, proof in public.evidence.items()
        if proof.anchor and public.corpus.claims[id_].status is not ClaimStatus.WITHDRAWN
    }


def test_a_quotation_is_found_again_by_exact_prefix_and_suffix_alone(public: Public) -> None:
    seen = 0
    for id_, item in by_claim(public).items():
        anchor = public.evidence[id_].anchor
        assert anchor
        reading = public.readings[anchor.source]
        joined = JoinedText.of(reading)
        raw: list[tuple[int, int]] = []
        for quote in selectors(item, "TextQuoteSelector"):
            words = quote.get("prefix", "") + quote["exact"] + quote.get("suffix", "")
            assert joined.text.count(words) == 1
            start = joined.text.index(words) + len(quote.get("prefix", ""))
            block = max(index for index, begins in enumerate(joined.starts) if begins <= start)
            begin = start - joined.starts[block]
            span = Span(block, begin, begin + len(quote["exact"]))
            raw += pieces_of(reading.blocks[block], span)
            seen += 1
        assert joined_up(raw) == list(anchor.pieces)
    assert seen


def test_offsets_cut_the_quotation_out_of_the_published_text(public: Public) -> None:
    for id_, item in by_claim(public).items():
        source = public.corpus.claims[id_].source
        positions = selectors(item, "TextPositionSelector")
        if public.corpus.sources[source].rights.publish is not Publish.FULL:
            assert not positions
            continue
        text = public.corpus.texts[source]
        words = "".join(text[piece["start"] : piece["end"]] for piece in positions)
        exact = "".join(quote["exact"] for quote in selectors(item, "TextQuoteSelector"))
        assert folded(words) == folded(exact)
        assert item["target"][1]["source"] == f"https://example.org/notes/sources/{source}/text.txt"


def test_nothing_that_may_not_be_shown_is_around_a_quotation(public: Public) -> None:
    shown = {key: JoinedText.of(reading).text for key, reading in public.readings.items()}
    for id_, item in by_claim(public).items():
        source = public.corpus.claims[id_].source
        for quote in selectors(item, "TextQuoteSelector"):
            if public.corpus.sources[source].rights.publish is Publish.WITHHELD:
                assert not {"prefix", "suffix"} & quote.keys()
            else:
                assert quote["prefix"] + quote["exact"] + quote["suffix"] in shown[source]


def test_words_that_come_twice_are_told_apart_by_as_much_as_that_takes() -> None:
    joined = JoinedText("a lamp " * 30 + "burned", (0,))
    words = joined.quoted(70, 76)
    assert joined.text.count(words.prefix + words.exact + words.suffix) == 1


def test_no_words_behind_a_sign_of_omission_are_around_a_quotation() -> None:
    joined = JoinedText("far […] near the lamp burned bright […] far […] lamp", (0,))
    assert joined.quoted(17, 21) == QuotedWords("lamp", " near the ", " burned bright ")
    assert joined.quoted(48, 52) == QuotedWords("lamp", " ", "")
    assert joined.quoted(0, 3) == QuotedWords("far", "", " ")


@pytest.mark.parametrize(
    ("url", "page"),
    [
        ("https://example.org/notes/", "https://example.org/notes/data/annotations.jsonld"),
        ("", "urn:uuid:41ace472-818b-528e-8aed-14c249e8af16"),
    ],
)
def test_ids_are_addresses_or_where_the_site_has_none_of_its_name(url: str, page: str) -> None:
    made = web_annotations(at(invented()[0], url))
    written = json.loads(made.file.content)
    assert (written["type"], written["id"]) == ("AnnotationPage", page)
    assert written["partOf"]["total"] == len(written["items"]) == made.count
    ids = {item["id"] for item in written["items"]}
    assert len(ids) == len(written["items"])
    assert all(id_.startswith(url or "urn:uuid:") for id_ in ids)


def test_the_same_records_give_the_same_bytes() -> None:
    assert web_annotations(invented()[0]) == web_annotations(invented()[0])


def test_annotations_mean_what_the_recommendation_says() -> None:
    written = json.loads(web_annotations(at(invented()[0], "https://example.org/")).file.content)
    nodes = flattened(written)
    first = nodes["https://example.org/data/annotations.jsonld#rain2020-first"]
    oa = "http://www.w3.org/ns/oa#"
    assert first["@type"] == [f"{oa}Annotation"]
    targets = [nodes[target["@id"]] for target in first[f"{oa}hasTarget"]]
    assert [target[f"{oa}hasSource"][0]["@id"] for target in targets] == [
        "https://example.org/sources/rain2020/",
        "https://example.org/sources/rain2020/text.txt",
    ]
    kinds = [
        {nodes[selector["@id"]]["@type"][0].removeprefix(oa) for selector in target[f"{oa}hasSelector"]}
        for target in targets
    ]
    assert kinds == [{"FragmentSelector", "TextQuoteSelector"}, {"TextPositionSelector"}]


def test_no_word_of_an_annotation_is_unknown_to_its_context() -> None:
    written = json.loads(web_annotations(invented()[0]).file.content)
    assert names(written) - {"@context"} <= terms(ANNOTATIONS)
