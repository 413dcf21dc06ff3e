"""What holds for every page, whatever it shows."""

from __future__ import annotations

import re
from inspect import getsource
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import unquote

import pytest

from dossier.cite import Citations
from dossier.export import export
from dossier.leaves import address
from dossier.link.addresses import addresses
from dossier.model.claim import Claim
from dossier.model.exported import ExportedFile, FieldDescription
from dossier.model.kinds import RecordKind
from dossier.model.output import OutputFile
from dossier.model.public import Public
from dossier.render import render, render_files
from dossier.render.catalog import Catalog
from dossier.render.pages import claim_pages
from dossier.render.view import View
from tests.citations import made_up
from tests.render.page_reader import by_id, elements

_LINK = re.compile(r"^[a-z]+:")


def target(path: str, href: str) -> tuple[str, str]:
    """The Markdown file and the fragment to which a link of a page leads."""
    way, _, fragment = href.partition("#")
    way = way.partition("?")[0]
    folder = path.removesuffix("index.md")
    reached = normpath(join(folder, way)) if way else folder.rstrip("/") or "."
    return ("index.md" if reached == "." else f"{reached}/index.md"), fragment


def test_every_link_leads_to_a_page_and_every_anchor_stands_there(
    dossier: Public, citations: Citations, pages: dict[str, str]
) -> None:
    ids = {path: set(by_id(page)) for path, page in pages.items()}
    files = {file.path for file in render(dossier, made_up())}
    files |= {file.path for exported in export(dossier, citations) for file in exported.files}
    for path, page in pages.items():
        for element in elements(page):
            href = element.attributes.get("href")
            if href is None or _LINK.match(href):
                continue
            reached, fragment = target(path, href)
            if reached not in ids:
                assert reached.removesuffix("/index.md") in files, f"{path}: {href}"
            else:
                assert not fragment or unquote(fragment) in ids[reached], f"{path}: {href}"


IN_THE_EVIDENCE = {"context", "prefix", "suffix"}
"""Fields of a claim that a page shows as they were found, or that only helped to find the words."""


def test_the_page_of_a_claim_shows_each_of_its_fields(root: Path) -> None:
    template = (root / "dossier/render/templates/claim.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"\bclaim\.(\w+)", template + getsource(claim_pages)))
    assert Claim.model_fields.keys() - shown == IN_THE_EVIDENCE


def test_an_exported_file_that_is_no_json_is_described_too(dossier: Public) -> None:
    table = ExportedFile(
        OutputFile.of_text("data/lamps.csv", "id\nlamp\n"),
        "one lamp",
        1,
        (FieldDescription("id", "text", "Its `id`."),),
    )
    (page,) = (
        file.content.decode()
        for file in render(dossier, made_up(), [table.description])
        if file.path == "data/index.md"
    )
    assert (
        '<a href="lamps.csv">lamps&#46;csv</a>, 8 bytes <span class="dot">·</span> 1 record, each one lamp</p>'
        in page
    )
    assert "<dt><code>id</code></dt>" in page
    assert "Its <code>id</code>&#46;" in page


@pytest.mark.parametrize("kind", RecordKind)
def test_a_record_of_every_kind_has_a_name_and_a_page(
    dossier: Public, catalog: Catalog, pages: dict[str, str], kind: RecordKind
) -> None:
    view = View(catalog, "explore/")
    assert dossier.corpus.ids(kind)
    for id_ in dossier.corpus.ids(kind):
        assert view.name(kind, id_).strip()
        assert target("explore/index.md", view.url(kind, id_))[0] in pages


def test_every_heading_has_a_plain_id(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        for element in elements(page):
            if element.tag in {"h1", "h2", "h3", "h4"}:
                assert re.fullmatch(r"[a-z0-9]+(-{1,2}[a-z0-9]+)*(--)?", element.attributes["id"]), (
                    f"{path}: {element.text}"
                )


def test_no_page_carries_scripts_styles_or_foreign_requests(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        for element in elements(page):
            assert element.tag not in {"script", "style", "iframe", "img", "link"}, path
            assert "style" not in element.attributes, path
            assert not [name for name in element.attributes if name.startswith("on")], path


def test_every_mention_of_a_claim_has_two_links(dossier: Public, pages: dict[str, str]) -> None:
    """The statement leads to the claim's page, the source to the highlighted words."""
    for path, page in pages.items():
        links = {
            target(path, e.attributes["href"])
            for e in elements(page)
            if e.tag == "a" and "href" in e.attributes
        }
        for claim in dossier.corpus.claims.values():
            mentioned = (address.file_of(address.page_of(RecordKind.CLAIM, claim.id)), "") in links
            if mentioned and not path.startswith(("claims/", "sources/")):
                assert (
                    address.file_of(address.page_of(RecordKind.SOURCE, claim.source)),
                    claim.id,
                ) in links, f"{path}: {claim.id}"


def has_moved(page: str) -> bool:
    return "\nkind: moved\n" in page


@pytest.mark.parametrize("path", ["people/ilo-sen/index.md"])
def test_pages_about_people_ask_search_engines_to_stay_away(pages: dict[str, str], path: str) -> None:
    assert "\nrobots: noindex\n" in pages[path]
    away = {path for path, page in pages.items() if "\nrobots: noindex\n" in page and not has_moved(page)}
    assert away == {path, "groups/night-watch/index.md"}, "the page of a person, and of what was withdrawn"


def test_no_page_says_verified_or_true_of_a_quotation(pages: dict[str, str]) -> None:
    for page in pages.values():
        assert "verified" not in page.casefold()
    claim = re.sub("<[^>]*>", "", pages["claims/keepers2019-founding/index.md"])
    assert "quoted text found in the pinned copy" in claim


def test_there_is_a_page_wherever_links_may_lead_and_nowhere_else(
    dossier: Public, pages: dict[str, str]
) -> None:
    there = {path for path, page in pages.items() if not has_moved(page)}
    assert there == {address.file_of(page) for page in addresses(dossier.corpus)}


def test_a_page_that_has_moved_is_at_each_address_from_before(pages: dict[str, str]) -> None:
    moved = {path: page for path, page in pages.items() if has_moved(page)}
    assert set(moved) == {
        "claims/keepers2019-wreck/index.md",
        "events/wreck-of-the-halcyon/index.md",
        "topics/the-service/index.md",
    }
    renamed = (
        "<code>wreck-of-the-halcyon</code> was renamed to <code>loss-of-the-halcyon</code> on 21 May 2024: "
    )
    assert f"{renamed}No source tells of a wreck" in moved["events/wreck-of-the-halcyon/index.md"]


def test_the_same_dossier_gives_the_same_bytes(dossier: Public) -> None:
    assert render(dossier, made_up()) == render(dossier, made_up())


def test_texts_shown_in_full_are_there_as_supplied_and_no_others(dossier: Public) -> None:
    texts = {file for file in render(dossier, made_up()) if file.path.endswith("text.txt")}
    full = ("keepers2019", "gazette2021")
    assert texts == {
        OutputFile(f"sources/{key}/text.txt", dossier.corpus.texts[key].encode())
        for key in dossier.corpus.sources
        if key in full
    }


def test_assets_are_copied_as_they_are(dossier: Public) -> None:
    files = {file.path: file.content for file in render(dossier, made_up())}
    assert all(files[path] == content for path, content in dossier.corpus.assets.items())


def test_a_claim_page_shows_the_passage_marked_in_its_sentence(pages: dict[str, str]) -> None:
    page = pages["claims/keepers2019-halcyon/index.md"]
    marks = [element.text for element in elements(page) if element.tag == "mark"]
    assert marks == ["was founded in the spring of 1871, after the loss of the barque Halcyon"]
    assert "The Lighthouse Service of Orsay <mark>" in page


def test_a_question_shows_its_positions_with_sources_and_quotations(pages: dict[str, str]) -> None:
    page = pages["questions/founding/index.md"]
    values = [e.text.strip() for e in elements(page) if e.attributes.get("class") == "position__value"]
    assert sorted(values) == ["1873", "spring 1871"]
    assert page.count('class="claim__quote"') == 2


def test_a_misprint_says_so_and_stands_on_no_timeline(pages: dict[str, str]) -> None:
    assert "misprint in the source" in pages["claims/keepers2019-gull-point/index.md"]
    assert "keepers2019-gull-point" not in pages["timeline/index.md"]


def test_missing_and_strained_cooperation_is_named_on_the_partner(pages: dict[str, str]) -> None:
    assert "no cooperation" in pages["partners/tarn/index.md"]
    assert "cooperation strained" in pages["partners/pilots-guild/index.md"]
    assert "The island is claimed by Orsay" in pages["partners/tarn/index.md"]


def test_an_uncertain_date_looks_so_on_the_timeline(pages: dict[str, str]) -> None:
    entry = re.search(
        r'<li class="([^"]*)">\s*<p class="timeline__date">from about 1985 on</p>', pages["timeline/index.md"]
    )
    assert entry
    assert "timeline__entry--uncertain" in entry[1]


def test_a_page_that_is_asked_for_is_that_of_all_and_the_search_is_not_made_for_it(
    dossier: Public, citations: Citations, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked(*files: OutputFile) -> tuple[OutputFile, ...]:
        return render_files(dossier, citations, (), frozenset(file.path for file in files))

    files = render(dossier, citations)
    searched = [file for file in files if file.path.startswith("search/")]
    assert all(asked(file) == (file,) for file in searched)
    assert asked(*searched) == tuple(searched)
    monkeypatch.setattr("dossier.render.search.documents", lambda *_: pytest.fail("the search was made"))
    for file in files:
        if file not in searched:
            assert asked(file) == (file,)
    assert asked(files[0], files[-1]) == (files[0], files[-1])
