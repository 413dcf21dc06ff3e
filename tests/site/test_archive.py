"""The site in one file: whole, the same bytes each time, and opened from a disk as from a server."""

import re
import zipfile
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from dossier.leaves.packing import MANIFEST
from dossier.model.problem import Problems
from dossier.site.links import check_links
from tests.shared_pages import PageWith
from tests.site.test_search import box, hits, settled
from tests.sites import PATH, Built, build, kinds_of_page, small_project

NO_INDEX = re.compile(r'<a [^>]*href="(?![a-z]+:)(?:[^"#?]*/|[./]+)(?:[#?][^"]*)?"')


@pytest.fixture(scope="module")
def packed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("packed")
    project = small_project(root, folder / "project")
    return build(project, folder / "site", "--zip", SITE_URL=f"https://example.org{PATH}")


@pytest.fixture(scope="module")
def unpacked(packed: Built, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """What a reader has who unpacked the archive."""
    assert packed.code == 0, packed.said
    folder = tmp_path_factory.mktemp("un packed")
    with zipfile.ZipFile(packed.folder / "dossier.zip") as archive:
        archive.extractall(folder)
    return replace(packed, folder=folder)


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_all_of_the_site_is_in_it_but_what_only_servers_need(packed: Built, unpacked: Built) -> None:
    only_served = {"404.html", "sitemap.xml", "sitemap.xml.gz", "_headers", "dossier.zip", ".dossier-site"}
    assert names(unpacked.folder) == names(packed.folder) - only_served | {"README.txt", MANIFEST}


def test_the_manifest_has_every_file_but_itself(unpacked: Built) -> None:
    lines = (unpacked.folder / MANIFEST).read_text("utf-8").splitlines()
    listed = {path: sum_ for sum_, path in (line.split("  ", 1) for line in lines)}
    assert listed.keys() == names(unpacked.folder) - {MANIFEST}
    for path, sum_ in listed.items():
        assert sha256((unpacked.folder / path).read_bytes()).hexdigest() == sum_


def test_an_archive_that_comes_again_as_it_was_is_there(root: Path, tmp_path: Path) -> None:
    """The site of the first build is where the third one begins."""
    project = small_project(root, tmp_path / "project")
    settings = (project / "mkdocs.yml").read_text("utf-8")
    for name in ("first", "second", "first"):
        (project / "mkdocs.yml").write_text(settings.replace("Lights of Orsay", name), "utf-8")
        assert build(project, project / "site", "--zip").code == 0
        assert (project / "site/dossier.zip").is_file()


def test_every_link_leads_to_a_file(unpacked: Built) -> None:
    problems = Problems()
    check_links(unpacked.folder, PATH, problems)
    assert [problem.message for problem in problems] == []
    for path in unpacked.folder.rglob("*.html"):
        assert NO_INDEX.findall(path.read_text("utf-8")) == [], path


def test_pages_lead_to_the_archive_where_it_is_and_only_there(
    packed: Built, unpacked: Built, built: Built
) -> None:
    for page in ("index.html", "data/index.html"):
        assert 'dossier.zip">' in (packed.folder / page).read_text("utf-8")
        assert "dossier.zip" not in (unpacked.folder / page).read_text("utf-8")
        assert "dossier.zip" not in (built.folder / page).read_text("utf-8")
    assert not (built.folder / "dossier.zip").exists()


def test_the_readme_says_what_it_is_how_to_open_it_whose_rights_and_how_to_verify_it(unpacked: Built) -> None:
    said = (unpacked.folder / "README.txt").read_text("utf-8")
    assert said.startswith("Lights of Orsay\n===============\n")
    for words in ("open index.html", "data/claims.json", "[letter2020]", "sha256sum --check MANIFEST.sha256"):
        assert words in said
    assert max(map(len, said.splitlines())) < 100


def test_a_second_build_makes_the_same_bytes(packed: Built, root: Path, tmp_path: Path) -> None:
    again = build(
        packed.project, tmp_path / "site", "--zip", "--no-cache", SITE_URL=f"https://example.org{PATH}"
    )
    assert again.code == 0
    first, second = ((site.folder / "dossier.zip").read_bytes() for site in (packed, again))
    assert first == second


@pytest.fixture
def reader(page_with: PageWith) -> Page:
    """A page that tells what it asked for and complained of."""
    page = page_with()
    page.on("pageerror", lambda error: pytest.fail(f"{page.url}: {error}"))
    page.on("console", lambda said: pytest.fail(f"{page.url}: {said.text}") if said.type == "error" else None)
    page.on(
        "request",
        lambda asked: (
            None
            if asked.url.startswith(("file:", "data:", "blob:"))
            else pytest.fail(f"{page.url} asks for {asked.url}")
        ),
    )
    return page


@pytest.mark.browser
def test_every_kind_of_page_opens_from_a_disk(reader: Page, unpacked: Built) -> None:
    for address in kinds_of_page(unpacked):
        reader.goto((unpacked.folder / address / "index.html").as_uri())
        assert reader.locator("article").count() == 1, address


@pytest.mark.browser
def test_a_reader_walks_searches_explores_and_sees_previews_and_citations_from_a_disk(
    reader: Page, unpacked: Built
) -> None:
    home = (unpacked.folder / "index.html").as_uri()
    reader.goto(home)
    reader.locator('article a[href^="questions/index.html"]').first.click()
    reader.wait_for_url("file://**/questions/index.html*")
    box(reader).press_sequentially("barque Halcyon")
    settled(reader)
    hits(reader).first.click()
    expect(reader.locator("article h1")).to_contain_text("Halcyon")
    reader.locator("header a.md-logo").click()
    reader.wait_for_url(home)

    reader.goto(home.replace("index.html", "explore/index.html?source=gazette2021"))
    expect(reader.locator("[data-explore]")).to_contain_text("4 of")

    reader.goto(home.replace("index.html", "notes/first-light/index.html"))
    reader.locator(".cite a[href*='claims/']").first.hover()
    expect(reader.get_by_role("group", name="Preview")).to_be_visible()

    reader.goto(home.replace("index.html", "claims/keepers2019-founding/index.html"))
    menu = reader.locator("details", has=reader.locator("summary", has_text="Cite this"))
    menu.locator("summary").first.click()
    expect(menu.get_by_text("BibTeX").first).to_be_visible()

    reader.goto(home.replace("index.html", "events/wreck-of-the-halcyon/index.html"))
    reader.wait_for_url("file://**/events/loss-of-the-halcyon/index.html*")
