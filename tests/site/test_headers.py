"""The headers that go with a site: under them every page works, and nothing runs, leaves or stays that should not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from dossier.leaves import look
from dossier.model.output import OutputFile
from dossier.site.headers import headers
from tests.sites import PATH, Built, kinds_of_page, served

SWITCHES = {f"{PATH}.__palette", *(f"reading.{name}" for name in ("marked", "plain", "supplied"))}
"""What a page may keep in the browser: what the reader chose."""


def template(html: str) -> OutputFile:
    return OutputFile("main.html", html.encode())


def sent(site: Path) -> dict[str, str]:
    """The headers as a host reads them."""
    pattern, *lines = (site / "_headers").read_text("utf-8").splitlines()
    assert pattern == "/*"
    return dict(line.strip().split(": ", 1) for line in lines)


def test_scripts_that_templates_write_as_they_are_are_allowed_by_their_hash() -> None:
    html = '<script>a()</script><script data-root="{{ base_url }}">b()</script><script>{{ c }}</script>'
    policy = headers([template(html + '<script src="d.js">e()</script>')])["Content-Security-Policy"]
    (scripts,) = [part for part in policy.split("; ") if part.startswith("script-src")]
    assert scripts.split()[1:] == [
        "'self'",
        "'sha256-cf242PFc/kb7xD0Qzhsmd9vvRkc+cWFmbi+k+YvtdKc='",
        "'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4='",
    ]


def test_nothing_unsafe_is_allowed_and_no_other_host() -> None:
    policy = headers([OutputFile(path, content) for path, content in look.theme().items()])[
        "Content-Security-Policy"
    ]
    assert "unsafe" not in policy
    assert "*" not in policy
    assert "//" not in policy
    assert {"default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"} <= set(policy.split("; "))


def test_the_guide_has_each_header_for_each_server() -> None:
    guide = look.pages()["guide/publishing.md"]
    for name, value in headers([OutputFile(path, content) for path, content in look.theme().items()]).items():
        for line in (
            f'add_header {name} "{value}" always;',
            f'Header always set {name} "{value}"',
            f'    {name} "{value}"\n',
        ):
            assert line in guide


@dataclass(slots=True)
class Visit:
    """A page under the headers, what its console said, and whom it asked for something."""

    page: Page
    address: str
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


@pytest.fixture
def visit(launch: Browser, built: Built) -> Iterator[Visit]:
    with (
        served(built.folder, PATH, sent(built.folder)) as host,
        launch.new_context(permissions=["clipboard-read", "clipboard-write"]) as context,
    ):
        visit = Visit(context.new_page(), host + PATH)
        visit.page.on("console", lambda message: visit.said.append(f"{visit.page.url}: {message.text}"))
        visit.page.on("pageerror", lambda error: visit.said.append(f"{visit.page.url}: {error}"))
        visit.page.on("request", lambda request: visit.asked.append(request.url))
        yield visit
        hosts = {urlsplit(url).netloc for url in visit.asked if not url.startswith(("data:", "blob:"))}
        assert hosts == {urlsplit(host).netloc}
        assert context.cookies() == []
        kept = visit.page.evaluate("[Object.keys(localStorage), Object.keys(sessionStorage)]")
        assert set(kept[0]) <= SWITCHES
        assert kept[1] == []


@pytest.mark.browser
def test_every_kind_of_page_works_under_the_headers_without_a_word_in_the_console(
    visit: Visit, built: Built
) -> None:
    for path in kinds_of_page(built):
        visit.page.goto(visit.address + path)
        visit.page.evaluate("new Promise(done => requestIdleCallback(done))")
    assert visit.said == []


@pytest.mark.browser
def test_linked_data_is_read_in_a_page_under_the_headers(visit: Visit) -> None:
    visit.page.goto(f"{visit.address}claims/keepers2019-founding/")
    block = visit.page.evaluate("document.querySelector('script[type=\"application/ld+json\"]').textContent")
    assert json.loads(block)["@type"] == "Claim"
    assert visit.said == []


@pytest.mark.browser
def test_everything_that_opens_works_under_the_headers(visit: Visit) -> None:
    page = visit.page
    page.goto(f"{visit.address}notes/first-light/")
    page.locator(".cite a[href*='claims/']").first.hover()
    expect(page.get_by_role("group", name="Preview")).to_be_visible()
    page.mouse.move(0, 0)
    page.locator(".citing summary").click()
    page.get_by_role("button", name="the reference", exact=True).click()
    expect(page.get_by_text("Copied").first).to_be_visible()
    assert "Lights of Orsay" in page.evaluate("navigator.clipboard.readText()")
    box = page.locator("header form.search input")
    box.press_sequentially("barque Halcyon")
    expect(page.locator("header .search__status")).to_contain_text("found")
    box.press("Escape")
    page.locator("label[for=__palette_1]").click()
    page.locator("label[for=__palette_2]").click()
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(f"{visit.address}explore/?source=gazette2021&q=lights")
    expect(page.get_by_role("button", name="Show all claims")).to_be_visible()
    page.goto(f"{visit.address}sources/keepers2019/")
    expect(page.locator("article mark").first).to_be_visible()
    page.set_viewport_size({"width": 390, "height": 900})
    page.locator("header button.menu").click()
    expect(page.get_by_role("navigation", name="Navigation")).to_be_in_viewport()
    assert visit.said == []


@pytest.mark.browser
def test_a_script_that_somebody_brought_into_a_page_does_not_run(visit: Visit) -> None:
    visit.page.goto(visit.address)
    visit.page.evaluate(
        """() => {
          for (const text of ["window.ran = 1"]) {
            const script = document.createElement("script");
            script.textContent = text;
            document.body.append(script);
          }
          document.body.insertAdjacentHTML("beforeend", '<img src="x" onerror="window.ran = 1">');
        }"""
    )
    visit.page.wait_for_timeout(200)
    assert visit.page.evaluate("window.ran") is None
    assert [message for message in visit.said if "Content Security Policy" in message]
