"""A source page in a browser: what lights up, what the keyboard reaches, what stands without scripts."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page

from dossier.model.ids import SourceKey
from dossier.model.public import Public
from dossier.render import render
from tests.copying import check_copies, check_finds

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WIDTHS = (1280, 390)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def site(dossier: Public, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The invented corpus, built with the site's own theme and styles, and served."""
    here = tmp_path_factory.mktemp("invented")
    for file in render(dossier):
        (here / "pages" / file.path).parent.mkdir(parents=True, exist_ok=True)
        (here / "pages" / file.path).write_bytes(file.content)
    for asset in (root / "docs/assets").rglob("*.*"):
        (here / "pages" / asset.relative_to(root / "docs")).parent.mkdir(parents=True, exist_ok=True)
        (here / "pages" / asset.relative_to(root / "docs")).write_bytes(asset.read_bytes())
    build(
        load_config(
            str(root / "mkdocs.yml"), docs_dir=str(here / "pages"), site_dir=str(here / "site"), site_url=""
        )
    )
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(here / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture
def page(launch: Browser) -> Iterator[Page]:
    context = launch.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def test_arriving_from_a_claim_lights_all_its_pieces(page: Page, site: str) -> None:
    page.goto(f"{site}claims/keepers2019-no-keeper-lost/")
    page.get_by_text("Read the words in their place").click()
    page.wait_for_selector("mark.arrived")
    lit = "".join(page.locator("mark.arrived").all_text_contents())
    assert (
        lit
        == "*The service* has never lost a keeper at sea, but two died at their posts in the winter of 1902"
    )
    assert page.locator("#keepers2019-no-keeper-lost").evaluate("e => e.getBoundingClientRect().top > 0")


def test_a_focused_marker_lights_its_words_and_leads_to_the_claim_and_back(page: Page, site: str) -> None:
    page.goto(f"{site}sources/keepers2019/")
    page.locator("a.marker").nth(1).focus()
    lit = page.locator("mark.lit").all_text_contents()
    assert "".join(lit) == "was founded in the spring of 1871, after the loss of the barque Halcyon"
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/keepers2019-halcyon/")
    page.get_by_text("Read the words in their place").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/sources/keepers2019/#keepers2019-halcyon")


@pytest.mark.parametrize("source", ["keepers2019", "gazette2021"])
def test_what_is_copied_is_the_reading_text_alone(
    page: Page, site: str, dossier: Public, source: str
) -> None:
    page.goto(f"{site}sources/{source}/")
    check_copies(page, dossier.readings[SourceKey(source)])


def test_words_are_found_across_the_number_of_a_claim(page: Page, site: str) -> None:
    page.goto(f"{site}sources/keepers2019/")
    check_finds(page)


def test_a_reference_shows_its_note_on_focus(page: Page, site: str) -> None:
    page.goto(f"{site}sources/keepers2019/")
    page.locator("#ref-1").focus()
    assert "The wreck is told in full" in page.locator("[role=tooltip]").inner_text()
    page.keyboard.press("Escape")
    assert page.locator("[role=tooltip]").is_hidden()


def test_marks_can_be_hidden_and_letters_shown_as_supplied(page: Page, site: str) -> None:
    page.goto(f"{site}sources/keepers2019/")
    page.get_by_role("button", name="Hide the marks").click()
    assert page.locator("a.marker").first.is_hidden()
    page.get_by_role("button", name="Letters as supplied").click()
    assert "it employed about forty" in page.locator("#p--1").inner_text()
    page.get_by_role("button", name="Letters as supplied").click()
    assert "It employed about forty" in page.locator("#p--1").inner_text()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_scripts_the_page_has_everything_and_follows_the_system(
    launch: Browser, site: str, width: int, scheme: str
) -> None:
    context = launch.new_context(
        viewport={"width": width, "height": 800},
        java_script_enabled=False,
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    page.goto(f"{site}sources/keepers2019/")
    assert page.locator("a.marker").first.is_visible()
    assert page.locator(".margin__claim").first.is_visible() == (width == WIDTHS[0])
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_is_wider_than_the_window_asks_elsewhere_or_fails(
    launch: Browser, site: str, pages: dict[str, str], width: int
) -> None:
    context = launch.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda r: complaints.append(r.url) if not r.url.startswith((site, "data:")) else None)
    for path in sorted(pages):
        page.goto(site + path.removesuffix("index.md"))
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wider <= 0, path
        assert page.locator("h1").count() == 1, path
    assert complaints == []
    context.close()
