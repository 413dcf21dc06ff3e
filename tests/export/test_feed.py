"""The feed of changes is Atom, by the schema of RFC 4287 and to a reader of feeds, with and without a lasting address."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import feedparser
import pytest
import rnc2rng
from lxml import etree

from dossier.export.feed import feed
from dossier.leaves.changes import ChangeSort, changes
from dossier.model.configuration import Site
from dossier.model.corpus import Corpus
from dossier.model.ids import SourceKey
from dossier.model.problem import Problems
from dossier.model.public import Public
from dossier.pipeline import check, examine
from dossier.redact import redact
from tests.corpus_builder import KEY, build_corpus

ATOM = {"atom": "http://www.w3.org/2005/Atom"}


@pytest.fixture(scope="module")
def schema(root: Path) -> etree.RelaxNG:
    """The schema of the RFC in the syntax that lxml reads; its converter writes a name for no namespace, which XML has not."""
    compact = (root / "tests/schemas/atom.rnc").read_text(encoding="utf-8")
    written = rnc2rng.dumps(rnc2rng.loads(compact)).replace(' xmlns:local=""', "")
    return etree.RelaxNG(etree.fromstring(written.encode()))


@pytest.fixture(scope="module")
def golden(root: Path) -> Public:
    return redact(check(root / "tests/golden_corpus", Problems()))


def at(public: Public, site: Site) -> Public:
    corpus = public.corpus
    return replace(public, corpus=replace(corpus, configuration=replace(corpus.configuration, site=site)))


SITES = [Site("Lights & lamps"), Site("Lights", "https://example.org/notes/"), Site()]


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.url or site.name or "no name")
def test_it_is_atom(golden: Public, schema: etree.RelaxNG, site: Site) -> None:
    made = feed(at(golden, site))
    schema.assertValid(etree.fromstring(made.file.content))
    read = feedparser.parse(made.file.content)
    assert not read.bozo
    assert read.version == "atom10"
    assert read.feed.title == f"{site.name or 'Untitled'}: changes"
    assert len(read.entries) == made.count == len(changes(golden.corpus))
    ids = [entry.id for entry in read.entries]
    assert len(set(ids)) == len(ids)
    for entry in read.entries:
        if site.url:
            assert entry.id.startswith("https://example.org/notes/changes/#")
            assert entry.link.startswith("https://example.org/notes/")
        else:
            assert UUID(entry.id.removeprefix("urn:uuid:")).version == 5


def test_an_entry_says_what_was_said_before_what_is_said_now_and_why(golden: Public) -> None:
    read = feedparser.parse(feed(golden).file.content)
    entry = next(entry for entry in read.entries if entry.updated == "2024-05-20T00:00:00Z")
    assert entry.title == "Revised: The service runs eleven lights."
    said = entry.content[0].value
    assert "The text counts lights, not lighthouses." in said
    assert (
        "<del>The service runs *eleven* lighthouses.</del> <ins>The service runs eleven lights.</ins>" in said
    )


def corpus(**claim: object) -> Corpus:
    return examined(
        build_corpus(
            claims=[{"id": f"{KEY}-dry", "quote": "It was dry.", "remark": "r", **claim}],
            sources=[{"citation": KEY}],
            texts={KEY: "It was dry."},
        )
    )


def examined(corpus: Corpus) -> Corpus:
    return redact(examine(corpus, Problems())).corpus


def test_a_field_that_was_revised_twice_says_each_time_what_it_said_until_the_next() -> None:
    first = {"date": "2026-12-02", "why": "w", "was": {"statement": "a"}}
    second = {"date": "2026-12-01", "why": "w", "was": {"statement": "b"}}
    found = [change for change in changes(corpus(statement="c", revised=[first, second])) if change.fields]
    assert [(field.before, field.after) for change in found for field in change.fields] == [
        ("a", "c"),
        ("b", "a"),
    ]


def test_a_withdrawn_claim_is_withdrawn_on_the_day_of_its_last_revision() -> None:
    revised = [{"date": f"2026-12-0{day}", "why": f"w{day}"} for day in (1, 2)]
    found = changes(corpus(status="withdrawn", revised=revised))
    assert [(change.sort, str(change.day), change.why) for change in found[:2]] == [
        (ChangeSort.WITHDRAWN, "2026-12-02", "w2"),
        (ChangeSort.REVISED, "2026-12-01", "w1"),
    ]


def test_a_withdrawn_claim_without_a_revision_is_listed_with_its_remark() -> None:
    assert (ChangeSort.WITHDRAWN, "r") in [
        (change.sort, change.why) for change in changes(corpus(status="withdrawn"))
    ]


def test_a_source_is_added_with_the_claims_that_have_no_day_of_their_own() -> None:
    (source,) = changes(corpus())
    assert (source.sort, source.id, source.claims) == (ChangeSort.ADDED, KEY, 1)
    claim, source = changes(corpus(added="2026-12-01"))
    assert (claim.id, str(claim.day), source.claims) == (f"{KEY}-dry", "2026-12-01", 0)


def test_two_revisions_of_one_day_have_places_of_their_own() -> None:
    revised = [{"date": "2026-12-01", "why": why} for why in "ab"]
    anchors = [change.anchor for change in changes(corpus(revised=revised))]
    assert len(set(anchors)) == len(anchors) == 3


def test_a_corpus_without_records_has_an_empty_feed(schema: etree.RelaxNG, golden: Public) -> None:
    empty = replace(golden, corpus=Corpus.empty(golden.corpus.vocabulary))
    made = feed(empty)
    assert made.count == 0
    schema.assertValid(etree.fromstring(made.file.content))


def test_whatever_was_renamed_is_told_with_the_day_and_the_reason_that_a_revision_gives() -> None:
    revised = [
        {"date": "2026-12-02", "why": "It had the name of another.", "was": {"id": f"{KEY}-wet"}},
        {"date": "2026-12-03", "why": "w", "was": {"statement": "a"}},
    ]
    built = build_corpus(
        claims=[{"id": f"{KEY}-dry", "formerly": [f"{KEY}-wet", f"{KEY}-damp"], "revised": revised}],
        topics=[{"id": "weather", "formerly": ["rain"]}],
        works=[{"key": "Almanac.2002", "fields": {"ids": "almanac"}}],
        sources=[{"citation": KEY, "formerly": ["old2020"]}],
        texts={KEY: "It was dry."},
    )
    found = {change.was: change for change in changes(built) if change.sort is ChangeSort.RENAMED}
    told = {was: (change.kind, change.id, str(change.day), change.why) for was, change in found.items()}
    first = str(built.sources[SourceKey(KEY)].supplied)
    assert told == {
        f"{KEY}-wet": ("claim", f"{KEY}-dry", "2026-12-02", "It had the name of another."),
        f"{KEY}-damp": ("claim", f"{KEY}-dry", "2026-12-03", ""),
        "rain": ("topic", "weather", first, ""),
        "almanac": ("work", "Almanac.2002", first, ""),
        "old2020": ("source", KEY, first, ""),
    }
    revisions = [change for change in changes(built) if change.sort is ChangeSort.REVISED]
    assert [[field.field for field in change.fields] for change in revisions] == [["statement"]]
    assert found["almanac"].address == "bibliography/#almanac-2002"


def test_the_place_of_a_renaming_stays_when_the_record_is_revised_later() -> None:
    anchors = {
        change.anchor
        for revised in ([], [{"date": "2026-12-02", "why": "w"}])
        for change in changes(corpus(formerly=[f"{KEY}-wet"], revised=revised))
        if change.sort is ChangeSort.RENAMED
    }
    assert anchors == {f"renamed--claim--{KEY}-wet"}
