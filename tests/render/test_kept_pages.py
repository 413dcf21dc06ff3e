"""A page is made again where something that it read says something else, and only there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from unittest.mock import Mock

import pytest
from markupsafe import Markup

from dossier.cite import Citations
from dossier.leaves.kept import digest_of
from dossier.model.ids import ClaimId, EntityId, WorkKey
from dossier.model.output import OutputFile, StandingFile
from dossier.model.public import Public
from dossier.render import begin_rendering, render
from dossier.render.catalog import Catalog
from dossier.render.kept_pages import KeptPages
from dossier.render.watched import Watch

CLAIM = ClaimId("keepers2019-gull-point")


class Making:
    """Renders into a folder of pages, with what is kept in another, and counts the pages that were made for it."""

    def __init__(self, cache: Path, citations: Citations, monkeypatch: pytest.MonkeyPatch) -> None:
        self.cache, self.citations, self.made = cache, citations, 0
        self.standing: dict[str, bytes] = {}
        begin = Watch.begin

        def counted(watch: Watch) -> None:
            self.made += 1
            begin(watch)

        monkeypatch.setattr(Watch, "begin", counted)

    def render(self, dossier: Public) -> None:
        """Make the folder hold the pages."""
        digests = {path: digest_of(content) for path, content in self.standing.items()}
        rendering = begin_rendering(dossier, self.citations, self.cache, digests)
        files = [*(file for part in rendering.parts for file in part()), rendering.page_on(())]
        self.standing = {
            file.path: file.content if isinstance(file, OutputFile) else self.standing[file.path]
            for file in files
        }

    def __call__(self, dossier: Public) -> int:
        """How many pages were made; all files are as if nothing had been kept."""
        self.made = 0
        self.render(dossier)
        assert self.standing == {file.path: file.content for file in render(dossier, self.citations)}
        return self.made


@pytest.fixture
def making(tmp_path: Path, citations: Citations, monkeypatch: pytest.MonkeyPatch) -> Making:
    return Making(tmp_path, citations, monkeypatch)


def revised(dossier: Public, statement: str) -> Public:
    claims = dict(dossier.corpus.claims)
    claims[CLAIM] = claims[CLAIM].model_copy(update={"statement": statement})
    return replace(dossier, corpus=replace(dossier.corpus, claims=claims))


def test_only_pages_that_read_what_was_revised_are_made_again(dossier: Public, making: Making) -> None:
    all_pages = making(dossier)
    assert making(dossier) == 0
    few = making(revised(dossier, "It was said otherwise."))
    assert 0 < few < all_pages / 2
    assert making(revised(dossier, "It was said otherwise.")) == 0


def test_a_record_that_comes_or_goes_is_seen_by_those_that_asked_for_it(
    dossier: Public, making: Making
) -> None:
    all_pages = making(dossier)
    cited = next(iter(dossier.links.cited_on))
    without = {record: others for record, others in dossier.links.cited_on.items() if record != cited}
    assert 0 < making(replace(dossier, links=replace(dossier.links, cited_on=without))) < all_pages / 2


def test_a_page_that_does_not_stand_as_it_was_made_is_made_again(dossier: Public, making: Making) -> None:
    making(dossier)
    changed, gone = "claims/keepers2019-gull-point/index.md", "sources/keepers2019/index.md"
    making.standing[changed] += b" "
    del making.standing[gone]
    assert making(dossier) == 2


def test_what_is_made_again_and_comes_out_the_same_is_kept_as_well(dossier: Public, making: Making) -> None:
    making(dossier)
    site = replace(dossier.corpus.configuration.site, description="Printed on no page of a claim.")
    configuration = replace(dossier.corpus.configuration, site=site)
    described = replace(dossier, corpus=replace(dossier.corpus, configuration=configuration))
    assert making(described) > 0
    assert making(described) == 0


def test_other_words_of_the_subject_make_all_pages_again(dossier: Public, making: Making) -> None:
    all_pages = making(dossier)
    vocabulary = replace(dossier.corpus.vocabulary, network=())
    assert making(replace(dossier, corpus=replace(dossier.corpus, vocabulary=vocabulary))) == all_pages


@pytest.mark.parametrize("damage", [b"", b"\n", b"x\n{}", b"\xff" * 9])
def test_pages_whose_file_is_damaged_are_made_again(dossier: Public, making: Making, damage: bytes) -> None:
    all_pages = making(dossier)
    for path in (making.cache / "markdown").iterdir():
        path.write_bytes(damage + path.read_bytes()[len(damage) :][: len(damage) * 9])
    assert making(dossier) == all_pages


def of_kind(kind: str) -> Callable[[Catalog, str], Iterator[OutputFile]]:
    """What makes a page of a kind."""

    def make(_: Catalog, about: str) -> Iterator[OutputFile]:
        yield OutputFile.of_text(about, kind)

    make.__module__ = kind
    return make


def test_what_was_kept_of_another_kind_is_none(catalog: Catalog, tmp_path: Path) -> None:
    boats, lamps = of_kind("boats"), of_kind("lamps")
    standing = {"gull": digest_of(b"boats")}
    kept = KeptPages(tmp_path, standing)
    assert kept.pages(catalog, boats, "gull") == tuple(boats(catalog, "gull"))
    kept.save()
    assert KeptPages(tmp_path, standing).pages(catalog, boats, "gull") == (
        StandingFile("gull", standing["gull"]),
    )
    (tmp_path / "boats").rename(tmp_path / "lamps")
    assert KeptPages(tmp_path, standing).pages(catalog, lamps, "gull") == tuple(lamps(catalog, "gull"))


def test_files_that_changed_places_count_for_nothing(dossier: Public, making: Making) -> None:
    all_pages = making(dossier)
    making(revised(dossier, "It was said otherwise."))
    files = sorted((making.cache / "markdown").iterdir())
    names = {
        "claim_pages",
        "map.json",
        "words_of_claims.json",
        "words_of_claims.json.later",
    }
    assert names <= {file.name for file in files}
    contents = [file.read_bytes() for file in files]
    for file, content in zip(files, contents[1:] + contents[:1], strict=True):
        file.write_bytes(content)
    assert making(dossier) == all_pages


def test_pictures_and_words_of_the_search_are_not_made_again(
    dossier: Public, making: Making, monkeypatch: pytest.MonkeyPatch
) -> None:
    making(dossier)
    for name in (
        "render.pages.map_page.draw_map",
        "render.pages.network_page.draw_network",
        "render.pages.entity_pages.draw_strip",
        "leaves.search_words.terms",
    ):
        refusing = Mock(side_effect=AssertionError(f"{name} was called"), __name__=name.rpartition(".")[2])
        monkeypatch.setattr(f"dossier.{name}", refusing)
    making.render(dossier)


def test_what_is_watched_reads_as_it_is(catalog: Catalog) -> None:
    watch = Watch(catalog)
    seen = watch.catalog
    assert seen.dossier.corpus.title("keepers2019") == catalog.dossier.corpus.title("keepers2019")
    assert seen.about(EntityId("nobody")) == ()
    assert list(seen.by_source) == list(catalog.by_source)
    assert set(watch.seen()) == {
        ("Corpus.works", "'keepers2019"),
        ("Links.about", "'nobody"),
        ("Catalog.by_source", ""),
    }
    assert watch.says(("Links.about", "'nobody")) == ""
    assert watch.says(("Corpus.works", "'keepers2019")) != ""
    watch.begin()
    assert seen.dossier.corpus.works[WorkKey(Markup("keepers2019"))].key == "keepers2019"
    assert watch.seen() == (("Corpus.works", "'keepers2019"),)
