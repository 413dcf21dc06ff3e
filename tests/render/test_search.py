"""What the search loads: every row leads to a page, every word to its rows, nothing that may not be shown."""

from __future__ import annotations

import json
import re
from collections import Counter
from html import unescape
from itertools import accumulate
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from dossier.leaves import search_words
from dossier.model.ids import ClaimId
from dossier.render.catalog import Catalog
from dossier.render.search import search_files
from dossier.render.search.document import Document, Sort
from dossier.render.search.names import address, others
from dossier.render.search.postings import postings

TO_CLAIMS = re.compile(r'<a class="to-claims" href="([^"]+)">([0-9,]+)')


def values(catalog: Catalog) -> dict[str, Any]:
    """What each file hands over, by its path without the folder of the version."""
    found: dict[str, Any] = {}
    for file in search_files(catalog):
        text = file.content.decode().removesuffix(");\n")
        path, _, value = text.removeprefix("Dossier.give(").partition(",")
        assert json.loads(path) == file.path.removesuffix(".js") + ".js"
        found[file.path.rpartition("/")[2]] = json.loads(value)
    return found


def rows(catalog: Catalog) -> list[list[Any]]:
    found = values(catalog)
    return [row for number in range(len(found["index.js"]["rows"])) for row in found[f"rows-{number}.js"]]


def terms(catalog: Catalog) -> dict[str, list[int]]:
    found = values(catalog)
    return {
        term: places
        for number in range(len(found["index.js"]["terms"]))
        for term, places in found[f"terms-{number}.js"].items()
    }


def found_by(catalog: Catalog, word: str) -> list[str]:
    """The addresses of the documents that have a word."""
    everything, numbers, number = rows(catalog), [], 0
    for distance in terms(catalog).get(search_words.words(word)[0], [])[::2]:
        number += distance
        numbers.append(number)
    return [everything[number][1] for number in numbers]


def test_two_builds_write_the_same_bytes(catalog: Catalog) -> None:
    other = Catalog(catalog.dossier, catalog.citations)
    assert list(search_files(catalog)) == list(search_files(other))


def test_every_row_and_every_name_leads_to_a_page(catalog: Catalog, pages: dict[str, str]) -> None:
    _, kinds, named = values(catalog)["names.js"]
    addresses = [row[1] for row in rows(catalog)]
    for kind, rest, name, *_ in named:
        addresses.append(address(kinds[kind][1], rest, name))
    for whole in addresses:
        page, _, anchor = whole.partition("#")
        assert f"{page}index.md" in pages, whole
        if anchor and anchor.isascii() and "%" not in anchor:
            assert f'id="{anchor}"' in pages[f"{page}index.md"], whole


def test_rows_are_found_by_number_and_by_address(catalog: Catalog) -> None:
    index, everything = values(catalog)["index.js"], rows(catalog)
    assert index["documents"] == len(everything)
    addresses = [row[1] for row in everything]
    assert addresses == sorted(addresses)
    for start, first in zip(index["starts"], index["rows"], strict=True):
        assert addresses[start] == first


def test_the_terms_are_in_order_across_their_files(catalog: Catalog) -> None:
    assert list(terms(catalog)) == sorted(terms(catalog))
    assert values(catalog)["index.js"]["terms"][0] == min(terms(catalog))


def test_a_claim_is_found_by_its_statement_its_quote_and_its_date(catalog: Catalog) -> None:
    assert "claims/keepers2019-halcyon/" in found_by(catalog, "barque")
    assert {"sources/keepers2019/#p--1"} <= {*found_by(catalog, "Halcyon")}


def test_a_word_counts_for_more_in_a_short_document_than_in_a_long_one(catalog: Catalog) -> None:
    """22 in one of five words, which is usual here: 22 / (1 - 0.8 · 0.075) in one of one, 22 / (1 + 0.8 · 0.25) of nine."""
    names = ("lamp", "lamp boat storm glass rope bell anchor mast keel")
    documents = [
        Document(Sort.CLAIM, f"{number}/", "", "", names=(name,)) for number, name in enumerate(names)
    ]
    assert postings(catalog, documents, ())["lamp"] == [0, 23, 1, 18]


def test_a_word_of_the_glossary_has_a_name_and_the_one_that_records_use(catalog: Catalog) -> None:
    _, kinds, named = values(catalog)["names.js"]
    rows = {name: (kinds[kind], rest, *more) for kind, rest, name, *more in named}
    assert rows["Answered for another scope"] == (
        ["Glossary", "glossary/#"],
        "different-scope",
        ["different scope"],
    )
    assert rows["Pinned copy"] == (["Glossary", "glossary/#"], 0)


def test_names_that_are_compared_alike_are_there_once() -> None:
    named = Document(Sort.NAME, "", "Al-Qaeda", "", names=("al-Qaeda", "AQ", "Al-Qaida", "aq"))
    assert others(named) == ["AQ", "Al-Qaida"]


def test_small_words_are_left_out(catalog: Catalog) -> None:
    assert not {"the", "of", "and"} & {*terms(catalog)}


def test_what_may_not_be_shown_is_not_searched(catalog: Catalog, root: Path) -> None:
    """Of a source that is withheld its quotations are found, of one in excerpts their sentences."""
    for source, shown, hidden in (("memo2022", "merge", "confidential"), ("letter2020", "idle", "private")):
        text = (root / f"tests/golden_corpus/sources/{source}/text.txt").read_text(encoding="utf-8")
        assert shown in text
        assert hidden in text
        assert found_by(catalog, shown)
        assert found_by(catalog, hidden) == []


def test_the_columns_of_claims_say_what_the_claims_do(catalog: Catalog) -> None:
    found = values(catalog)["claims.js"]
    everything = rows(catalog)
    own = [everything[number] for number in accumulate((found["first"], *found["rows"]))][1:]
    claims = [catalog.dossier.corpus.claims[ClaimId(row[1].split("/")[1])] for row in own]
    assert claims == sorted(catalog.dossier.corpus.claims.values(), key=lambda claim: catalog.place(claim.id))
    facets = {id_: (named, column) for id_, _, _, named, column in found["facets"]}

    def of(facet: str, at: int) -> set[str]:
        named, column = facets[facet]
        places = column[at] if isinstance(column[at], list) else [column[at]]
        return {named[place][0] for place in places}

    for at, claim in enumerate(claims):
        assert of("source", at) == {claim.source}
        assert of("topic", at) == {*claim.topics}
        assert of("speaker", at) == {*claim.speaker}
        assert of("hedged", at) == ({"yes"} if catalog.evidence(claim.id).hedges else set())
        concerned = {id_ for kind in ("program", "partner", "event") for id_ in of(kind, at)}
        assert concerned <= {*claim.concerns}
        date = found["date"][at]
        assert (found["dates"][date] if date >= 0 else None) == (
            claim.whens[0].date.edtf if claim.whens else None
        )
        assert ("undated" in of("decade", at)) == (not claim.whens)


def test_every_number_of_claims_on_a_page_leads_to_as_many(catalog: Catalog, pages: dict[str, str]) -> None:
    found = values(catalog)["claims.js"]
    facets = {id_: ([value for value, _ in named], column) for id_, _, _, named, column in found["facets"]}

    def has(facet: str, value: str) -> set[int]:
        named, column = facets[facet]
        places = {named.index(together) for together in value.split()}
        return {at for at, own in enumerate(column) if places <= {*(own if isinstance(own, list) else [own])}}

    counted = Counter[str]()
    for path, page in pages.items():
        for link, number in TO_CLAIMS.findall(unescape(page)):
            fitting = set(range(len(found["rows"])))
            for facet, value in parse_qsl(urlsplit(link).query):
                fitting &= has(facet, value)
                counted[facet] += 1
            assert len(fitting) == int(number.replace(",", "")), f"{path}: {link}"
    assert {"source", "topic", "program", "partner", "person", "event", "cooperation"} <= {*counted}
