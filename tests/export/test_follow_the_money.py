"""What is exported for FollowTheMoney, by the model that it publishes: the package itself needs what has no wheels."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL

import pytest
import yaml

from dossier.export.follow_the_money import follow_the_money, full_date
from dossier.model.configuration import Site
from dossier.model.date import Date
from dossier.model.kinds import ClaimStatus
from dossier.model.problem import Problems
from dossier.model.public import Public
from dossier.model.vocabulary import FtmSchema, OutsideNames
from dossier.pipeline import check
from dossier.redact import redact
from tests.export.invented import invented

Json = Mapping[str, Any]
FORMS = {
    "entity": r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?",
    "country": r"[a-z]{2}",
    "date": r"\d{4}(-(0\d|1[0-2])(-\d\d)?)?",
    "url": r"https?://\S+",
    "number": r"-?\d+(\.\d+)?",
}


@pytest.fixture(scope="module", params=["the invented corpus", "every state of evidence"])
def public(request: pytest.FixtureRequest, root: Path) -> Public:
    if request.param == "the invented corpus":
        return redact(check(root / "tests/golden_corpus", Problems()))
    return invented()[0]


def at(public: Public, url: str) -> Public:
    configuration = replace(public.corpus.configuration, site=Site("A site", url))
    return replace(public, corpus=replace(public.corpus, configuration=configuration))


def exported(public: Public, url: str = "https://example.org/") -> list[Json]:
    lines = follow_the_money(at(public, url)).file.content.decode().splitlines()
    return [json.loads(line) for line in lines]


@cache
def model() -> Mapping[str, Json]:
    files = Path(__file__).parent.parent.glob("schemas/followthemoney/*.y*ml")
    return {
        name: schema for file in files for name, schema in yaml.safe_load(file.read_text("utf-8")).items()
    }


def lineage(name: str) -> Iterator[str]:
    yield name
    for parent in model()[name].get("extends", ()):
        yield from lineage(parent)


def properties_of(schema: str) -> dict[str, Json]:
    return {
        name: prop
        for parent in lineage(schema)
        for name, prop in (model()[parent].get("properties") or {}).items()
    }


def test_every_entity_is_one_of_the_published_model(public: Public) -> None:
    entities = exported(public)
    schemas = {entity["id"]: entity["schema"] for entity in entities}
    assert len(schemas) == len(entities)
    for entity in entities:
        assert not model()[entity["schema"]].get("abstract")
        known = properties_of(entity["schema"])
        required = {
            name for parent in lineage(entity["schema"]) for name in model()[parent].get("required", ())
        }
        assert required <= entity["properties"].keys() <= known.keys()
        for name, values in entity["properties"].items():
            type_ = known[name].get("type", "string")
            assert values
            assert len(set(values)) == len(values)
            assert all(re.fullmatch(FORMS.get(type_, r"(?s).+"), value) for value in values)
            if type_ == "entity":
                assert all(known[name]["range"] in lineage(schemas[value]) for value in values)


def test_each_word_that_a_vocabulary_can_use_is_a_thing_of_the_model() -> None:
    for schema in FtmSchema:
        assert "Thing" in lineage(schema)
        assert not model()[schema].get("abstract")


def test_a_claim_names_what_it_is_about_and_its_source() -> None:
    found = {entity["id"].partition("-")[2]: entity["properties"] for entity in exported(invented()[0])}
    claim = found["claim-rain2020-first"]
    ids = {id_.partition("-")[2] for id_ in (*claim["entity"], *claim["proof"])}
    assert ids == {"entity-great-rain", "entity-drylandia", "source-rain2020"}
    assert claim["summary"] == ["The first rain fell in March 2001 on ‘dry’ ground, and it was measured."]
    assert claim["sourceUrl"] == [
        "https://example.org/claims/rain2020-first/",
        "https://example.org/sources/rain2020/#rain2020-first",
    ]
    assert found["entity-great-rain"]["date"] == ["2001-03"]
    assert found["link-drizzle-plan-part-of-great-rain"]["role"] == ["part of"]


def test_ids_begin_with_eight_digits_that_the_address_of_the_site_gives() -> None:
    """Those of the SHA-1 from which RFC 9562 makes a UUID of an address."""
    made = hashlib.sha1(NAMESPACE_URL.bytes + b"https://example.org/", usedforsecurity=False).hexdigest()
    assert made.startswith("527dda32")
    assert {entity["id"].partition("-")[0] for entity in exported(invented()[0])} == {"527dda32"}


def test_a_kind_is_what_its_vocabulary_says_else_what_its_traits_say(root: Path) -> None:
    kinds = {
        kind.id: kind for kind in check(root / "tests/golden_corpus", Problems()).corpus.vocabulary.kinds
    }
    assert kinds["person"].outside == OutsideNames("Person", FtmSchema.PERSON)
    assert kinds["law"].outside == OutsideNames("Legislation", FtmSchema.LEGAL_ENTITY)
    assert kinds["event"].outside == OutsideNames("Event", FtmSchema.EVENT)
    assert kinds["place"].outside == OutsideNames("Place", FtmSchema.ADDRESS)
    assert {type_.id: type_.outside for type_ in kinds["partner"].types} == {
        "country": OutsideNames("Country", FtmSchema.PUBLIC_BODY),
        "bloc": OutsideNames("Organization", FtmSchema.ORGANIZATION),
        "organization": OutsideNames("Organization", FtmSchema.ORGANIZATION),
    }


def test_a_season_is_no_date_of_the_model() -> None:
    assert full_date(Date.parse("2014-22")) == []
    assert full_date(Date.parse("2014-12")) == ["2014-12"]


def test_a_withdrawn_claim_is_no_evidence(public: Public) -> None:
    withdrawn = {id_ for id_, claim in public.corpus.claims.items() if claim.status is ClaimStatus.WITHDRAWN}
    ids = {entity["id"].partition("-claim-")[2] for entity in exported(public)}
    assert not withdrawn & ids


def test_no_text_of_a_source_is_in_it_but_what_is_quoted(public: Public) -> None:
    for entity in exported(public):
        assert not {"bodyText", "indexText"} & entity["properties"].keys()
        if entity["schema"] == "Note":
            assert entity["properties"]["summary"][0] in {
                (proof.anchor.exact if proof.anchor else public.corpus.claims[id_].quote)
                for id_, proof in public.evidence.items()
            }


def test_without_a_lasting_address_nothing_leads_to_the_site(public: Public) -> None:
    assert {name for entity in exported(public, "") for name in entity["properties"]} & {"sourceUrl"} == set()
    assert {entity["id"] for entity in exported(public, "")}.isdisjoint(
        entity["id"] for entity in exported(public)
    )


def test_the_same_records_give_the_same_bytes(public: Public) -> None:
    assert follow_the_money(public) == follow_the_money(public)
