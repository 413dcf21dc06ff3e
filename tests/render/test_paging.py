"""No page grows with the corpus, and a new record changes few pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from html import unescape
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import unquote

import pytest

from benchmarks.corpus import write_corpus
from dossier.cite import Citations
from dossier.export import export
from dossier.load import load
from dossier.model.corpus import Corpus
from dossier.model.ids import ClaimId
from dossier.model.output import OutputFile
from dossier.model.problem import Problems
from dossier.model.public import Public
from dossier.pipeline import examine
from dossier.redact import redact
from dossier.render import render
from tests.citations import made_up
from tests.draw.reader import without_pictures
from tests.sites import build


def rendered(corpus: Corpus) -> dict[str, bytes]:
    return {file.path: file.content for file in render(redact(examine(corpus, Problems())), made_up())}


def test_a_new_claim_changes_no_pages_of_claims_but_those_before_and_after_it(root: Path) -> None:
    after = load(root / "tests/golden_corpus", Problems())
    new = ClaimId("keepers2019-gull-point")
    before = replace(after, claims={key: claim for key, claim in after.claims.items() if key != new})
    old, now = rendered(before), rendered(after)
    changed = {path for path in old if path.startswith("claims/keepers2019-") and old[path] != now[path]}
    assert changed == {f"claims/keepers2019-{name}/index.md" for name in ("automation", "brenn")}


ROOM = 1500
"""So little that lists of the invented corpus outgrow a page."""


@pytest.fixture(scope="module")
def cut(dossier: Public, citations: Citations) -> dict[str, str]:
    """The pages by address, with little room on each."""
    return by_address(
        render(dossier, citations, [made.description for made in export(dossier, citations)], ROOM)
    )


@pytest.fixture(scope="module")
def whole(pages: dict[str, str]) -> dict[str, str]:
    return {path.removesuffix("index.md"): page for path, page in pages.items()}


def by_address(files: Iterable[OutputFile]) -> dict[str, str]:
    return {
        file.path.removesuffix("index.md"): file.content.decode()
        for file in files
        if file.path.endswith(".md")
    }


def ids(page: str) -> set[str]:
    """The places of a page: of headings as they were written, of elements as HTML reads them."""
    elements = map(unescape, re.findall(r' id="([^"]+)"', page))
    return {*elements, *re.findall(r"\{#([^\s}]+)", page)}


def links(address: str, page: str) -> set[str]:
    """Where a page's links lead to on the site, with places in pages."""
    found = set()
    for href in map(unescape, re.findall(r'href="([^"]+)"', page)):
        if ":" in href:
            continue
        path, mark, place = href.partition("#")
        if path:
            target = normpath(join(address, path)).removeprefix(".")
            path = f"{target}/" if target and path.endswith("/") else target
        else:
            path = address
        found.add(f"{path}{mark}{place}")
    return found


def further(pages: Mapping[str, str], first: str) -> list[str]:
    """The addresses of the pages that go on with a page's lists."""
    return [page for page in pages if re.match(rf"{re.escape(first)}(by|more|\d{{4}}s)/", page)]


def test_what_outgrows_a_page_keeps_its_address_and_its_anchors(
    whole: dict[str, str], cut: dict[str, str]
) -> None:
    assert any("/more/" in page for page in cut)
    assert not any("/more/" in page for page in whole)
    for address, page in whole.items():
        lost = {place for place in ids(page) - ids(cut[address]) if not place.startswith("filter--")}
        assert lost == set(), address


def test_a_page_with_its_further_pages_links_to_all_that_a_whole_one_does(
    whole: dict[str, str], cut: dict[str, str]
) -> None:
    for address, page in whole.items():
        found = {link for here in (address, *further(cut, address)) for link in links(here, cut[here])}
        lost = {link for link in links(address, page) if "#" not in link} - found
        lost = {link for link in lost if "&source=" not in link}  # Explore itself narrows to a source
        pictured = (
            {"questions/lights/"} if address == "figures/" else set()
        )  # scales are left to their questions
        assert lost == pictured, address


def test_every_further_page_is_reached_from_its_first_one_by_links(cut: dict[str, str]) -> None:
    for address in cut:
        reached, open_ = {address}, [address]
        while open_:
            here = open_.pop()
            new = {link.partition("#")[0] for link in links(here, cut[here])} & set(further(cut, address))
            open_ += new - reached
            reached |= new
        assert set(further(cut, address)) <= reached, address


def test_links_into_further_pages_lead_to_places_that_are_there(cut: dict[str, str]) -> None:
    for address, page in cut.items():
        for link in links(address, page):
            path, _, place = link.partition("#")
            if path in cut and place:
                assert unquote(place) in ids(cut[path]), (address, link)


def test_the_id_of_a_heading_has_no_character_reference(cut: dict[str, str]) -> None:
    assert [(address, place) for address, page in cut.items() for place in ids(page) if "&" in place] == []


def test_the_lists_of_a_further_page_fit_the_room(cut: dict[str, str]) -> None:
    for address, page in cut.items():
        if re.search(r"/(by|more|\d{4}s)/", address):
            listed = re.findall(r'href="[^"]*/claims/[^"]+/"', without_pictures(page))
            assert len(listed) <= 4, address


@pytest.mark.scale
def test_at_ten_thousand_claims_no_page_but_those_of_sources_has_over_300_kb(
    root: Path, tmp_path: Path
) -> None:
    write_corpus(tmp_path / "notes", 10_000)
    built = build(tmp_path / "notes", tmp_path / "site")
    assert built.code == 0, built.said
    sizes = {
        path.relative_to(built.folder).as_posix(): path.stat().st_size
        for path in built.folder.rglob("*.html")
        if not path.relative_to(built.folder).as_posix().startswith(("sources/", "errors/"))
    }
    assert {path: size for path, size in sizes.items() if size > 300_000} == {}


def test_a_list_that_goes_on_elsewhere_has_a_search_of_its_kind_on_each_page(
    whole: dict[str, str], cut: dict[str, str]
) -> None:
    lists = ("programs/", "partners/", "people/", "questions/", "sources/")
    gone_on = [first for first in lists if list(further(cut, first))]
    assert gone_on
    for first in gone_on:
        assert "data-within" not in whole[first]
        for address in (first, *further(cut, first)):
            assert f'data-within="{first}"' in unescape(cut[address]), address


def test_a_work_that_is_whole_elsewhere_is_filtered_by_author_title_and_year(cut: dict[str, str]) -> None:
    """A field filters by what is read of an entry."""
    listed = cut["bibliography/"]
    assert "bibliography/more/2/" in cut
    line = re.search(r'<li id="keepers2019">.*?</li>', listed)
    assert line
    words = unescape(re.sub(r"<[^>]+>", "", line[0]))
    assert [said for said in ("Lind 2019", "The Keepers of Orsay", "Lind, Mara") if said not in words] == []


def test_a_decade_on_a_page_of_its_own_has_a_picture_of_the_years_that_its_moments_last(
    cut: dict[str, str],
) -> None:
    assert "drawing--years" in cut["timeline/"]
    begun = cut["timeline/1870s/"]
    assert begun.count('class="drawing drawing--timeline') == 2
    assert 'class="tick" x="11" y="15">1870<' not in begun
    assert "drawing--timeline" not in cut["programs/"]
