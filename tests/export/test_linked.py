"""The records as linked data: what is said in the words of schema.org and CiTO, worked out without a network."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dossier.cite import cite
from dossier.cite.schema_org import to_node
from dossier.export.linked import linked
from dossier.leaves.contexts import SCHEMA_ORG
from dossier.model.configuration import Site
from dossier.model.problem import Problems
from dossier.model.public import Public
from dossier.pipeline import check
from dossier.redact import redact
from tests.corpus_builder import build_corpus
from tests.export.expansion import flattened, names, terms
from tests.export.invented import invented

SCHEMA = "http://schema.org/"
CITO = "http://purl.org/spar/cito/"
Node = Mapping[str, Any]


def at(public: Public, url: str) -> Public:
    configuration = replace(public.corpus.configuration, site=Site("A site", url))
    return replace(public, corpus=replace(public.corpus, configuration=configuration))


def graph(public: Public, url: str = "https://example.org/") -> Mapping[str, Node]:
    return flattened(written(public, url))


def written(public: Public, url: str = "https://example.org/") -> dict[str, Any]:
    document: dict[str, Any] = json.loads(linked(at(public, url), invented()[1].works).file.content)
    return document


@pytest.fixture(scope="module")
def golden(root: Path) -> Public:
    return redact(check(root / "tests/golden_corpus", Problems()))


def test_a_claim_is_shown_by_a_quotation_of_its_source() -> None:
    nodes = graph(invented()[0])
    claim = nodes["https://example.org/claims/rain2020-first/"]
    assert claim["@type"] == [f"{SCHEMA}Claim"]
    quotation = nodes[claim[f"{SCHEMA}appearance"][0]["@id"]]
    assert quotation["@id"] == "https://example.org/sources/rain2020/#rain2020-first"
    assert quotation[f"{SCHEMA}text"] == [
        {"@value": "The first rain fell in March 2001 on ‘dry’ ground, and it was measured."}
    ]
    work = nodes[quotation[f"{SCHEMA}isPartOf"][0]["@id"]]
    assert work["@type"] == [f"{SCHEMA}Book"]
    assert {about["@id"] for about in claim[f"{SCHEMA}about"]} == {
        "https://example.org/events/great-rain/",
        "https://example.org/partners/drylandia/",
    }


def test_every_word_is_one_of_schema_org(golden: Public) -> None:
    known = terms(SCHEMA_ORG)
    for public in (golden, invented()[0]):
        document = written(public)
        used = {name for name in names(document) if name[0] != "@" and not name.startswith("cito")}
        assert used <= known
        assert {node["@type"] for node in document["@graph"]} <= known
    assert {to_node({"type": type_})["@type"] for type_ in _types()} <= known


def _types() -> set[str]:
    from dossier.cite import schema_org  # noqa: PLC0415

    return set(schema_org._TYPES)


def pairs(public: Public, relation: str) -> set[tuple[str, str]]:
    nodes = {id_.rstrip("/").rpartition("/")[2]: node for id_, node in graph(public).items()}
    return {
        (claim, other["@id"].rstrip("/").rpartition("/")[2])
        for claim, node in nodes.items()
        for other in node.get(f"{CITO}{relation}", ())
    }


def answering(verdict: str | None) -> Public:
    from dossier.pipeline import examine  # noqa: PLC0415

    said = [("a2001", "1"), ("b2001", "1"), ("c2001", "2"), ("c2001", "3")]
    claims = [
        {
            "id": f"{source}-{value}",
            "source": source,
            "quote": "It rained.",
            "answers": [{"question": "how-many", "value": value}],
        }
        for source, value in said
    ]
    claims.append(claims[0] | {"id": "a2001-odd", "status": "misprint", "remark": "Odd."})
    question = {"id": "how-many", "type": "number", "note": "They differ."} | (
        {"verdict": verdict} if verdict else {}
    )
    corpus = build_corpus(
        claims=claims,
        questions=[question],
        texts=dict.fromkeys({source for source, _ in said}, "It rained.\n"),
    )
    return redact(examine(corpus, Problems()))


def test_claims_agree_across_sources_and_disagree_where_answers_can_not_both_be_true() -> None:
    public = answering("contradiction")
    assert pairs(public, "agreesWith") == {("a2001-1", "b2001-1"), ("b2001-1", "a2001-1")}
    against = {("a2001-1", "c2001-2"), ("a2001-1", "c2001-3"), ("b2001-1", "c2001-2"), ("b2001-1", "c2001-3")}
    against |= {("c2001-2", "c2001-3")}
    assert pairs(public, "disagreesWith") == against | {(other, one) for one, other in against}


@pytest.mark.parametrize("verdict", ["different-scope", "different-wording", "misprint"])
def test_answers_of_another_scope_or_in_other_words_are_no_disagreement(verdict: str) -> None:
    assert pairs(answering(verdict), "disagreesWith") == set()
    assert pairs(answering(verdict), "agreesWith")


def test_a_withdrawn_claim_says_so(golden: Public) -> None:
    nodes = graph(golden)
    for claim in golden.corpus.claims.values():
        node = nodes[f"https://example.org/claims/{claim.id}/"]
        withdrawn = [{"@value": "withdrawn"}] if claim.status == "withdrawn" else None
        assert node.get(f"{SCHEMA}creativeWorkStatus") == withdrawn


def test_no_text_of_a_source_is_in_it_but_what_is_quoted(golden: Public) -> None:
    quoted = {
        (proof.anchor.exact if proof.anchor else golden.corpus.claims[id_].quote)
        for id_, proof in golden.evidence.items()
    }
    quotations = [
        node["appearance"]["text"] for node in written(golden)["@graph"] if node["@type"] == "Claim"
    ]
    assert set(quotations) <= quoted


@pytest.mark.parametrize("url", ["https://example.org/notes/", ""])
def test_ids_are_addresses_or_where_the_site_has_none_of_its_name(url: str) -> None:
    document = written(invented()[0], url)
    ids = [node["@id"] for node in document["@graph"]]
    assert len(set(ids)) == len(ids)
    assert all(id_.startswith(url or "urn:uuid:") for id_ in ids)
    assert ("example.org" in json.dumps(document["@graph"])) == bool(url)


def test_a_work_has_the_type_that_fits_it(golden: Public) -> None:
    works = cite(golden.corpus, None).works
    types = {work.csl["type"]: to_node(work.csl)["@type"] for work in works.values()}
    assert types.get("article-journal", "ScholarlyArticle") == "ScholarlyArticle"
    assert to_node({"type": "nothing-known", "title": "T"}) == {"@type": "CreativeWork", "name": "T"}
    journal = {
        "type": "article-journal",
        "title": "On lamps",
        "author": [{"family": "Lind", "given": "Mara", "non-dropping-particle": "van"}, {"literal": "Guild"}],
        "issued": {"date-parts": [[2019, 3]]},
        "container-title": "Lamps",
        "DOI": "10.1/x",
    }
    assert to_node(journal) == {
        "@type": "ScholarlyArticle",
        "name": "On lamps",
        "author": [{"@type": "Person", "name": "Mara van Lind"}, {"@type": "Organization", "name": "Guild"}],
        "datePublished": "2019-03",
        "isPartOf": {"@type": "Periodical", "name": "Lamps"},
        "sameAs": "https://doi.org/10.1/x",
    }


@pytest.mark.parametrize(
    "issued",
    [{"literal": "n.d."}, {"date-parts": [["2019"]], "circa": True}, {"date-parts": [[2019], [2020]]}, {}],
)
def test_a_date_that_is_not_one_year_month_or_day_is_left_out(issued: Node) -> None:
    assert "datePublished" not in to_node({"type": "book", "issued": issued})


def test_the_same_records_give_the_same_bytes(golden: Public) -> None:
    works = cite(golden.corpus, None).works
    assert linked(golden, works) == linked(golden, works)
    assert re.fullmatch(r"(?s)\{.*\]\}\n", linked(golden, works).file.content.decode())
