"""A site below a path, such as a project's on GitHub Pages: built from anywhere, read in a browser."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.conftest import small_project

pytestmark = pytest.mark.slow

PATH = "/notes/x/"


def run(root: Path, folder: Path, *arguments: str, **environment: str) -> None:
    """Build from `folder`; any problem or warning fails."""
    command = [sys.executable, str(root / "build_site.py"), *arguments]
    ran = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=300
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


class Server(SimpleHTTPRequestHandler):
    """Answers below `base` with the site, and with its 404 page where there is nothing, as web hosts do."""

    base = "/"

    def translate_path(self, path: str) -> str:
        inside = path.startswith(self.base)
        return super().translate_path(path.removeprefix(self.base.rstrip("/")) if inside else "/not/here")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        pass


@contextmanager
def served(site: Path, path: str) -> Iterator[str]:
    handler = type("Below", (Server,), {"base": path})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@contextmanager
def opened(launch: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page, and what went wrong on it: answers that were errors, and messages of the console."""
    with launch.new_context() as context:
        page = context.new_page()
        wrong: list[str] = []
        page.on(
            "response",
            lambda answer: wrong.append(answer.url) if answer.status >= HTTPStatus.BAD_REQUEST else None,
        )
        page.on("pageerror", lambda error: wrong.append(str(error)))
        yield page, wrong


@pytest.fixture(scope="module")
def project(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_project(root, tmp_path_factory.mktemp("below") / "notes")


@pytest.fixture(scope="module", params=["https://example.org/notes/x/", ""])
def site(root: Path, project: Path, request: pytest.FixtureRequest) -> tuple[Path, str]:
    """The site built for each address, and the address."""
    run(root, project, "build", "--strict", "--quiet", SITE_URL=request.param)
    return project / "site", request.param


@pytest.mark.browser
def test_pages_of_every_section_load_all_they_need_below_a_path(
    launch: Browser, site: tuple[Path, str]
) -> None:
    folder, _ = site
    found = sorted(path.parent.relative_to(folder) for path in folder.rglob("index.html"))
    pages = {(page.parts[:1], len(page.parts)): page.as_posix() for page in found}.values()
    assert len(pages) > 30
    with served(folder, PATH) as host, opened(launch) as (page, wrong):
        for path in pages:
            page.goto(f"{host}{PATH}{path}/".replace("/./", "/"))
            assert page.locator("h1").count() == 1, path
        assert wrong == []


@pytest.mark.browser
def test_search_finds_below_a_path_and_its_results_lead_there(
    launch: Browser, site: tuple[Path, str]
) -> None:
    with served(site[0], PATH) as host, opened(launch) as (page, wrong):
        page.goto(f"{host}{PATH}sources/")
        page.get_by_placeholder("Search").press_sequentially("Halcyon")
        page.locator(".md-search-result__item a").first.click()
        page.wait_for_url(f"{host}{PATH}*/**")
        expect(page.locator("article")).to_contain_text("Halcyon")
        assert wrong == []


@pytest.mark.browser
def test_where_there_is_no_page_the_way_on_is_found_at_the_path_of_the_address(
    launch: Browser, site: tuple[Path, str]
) -> None:
    folder, address = site
    path = PATH if address else "/"
    with served(folder, path) as host, opened(launch) as (page, wrong):
        answer = page.goto(f"{host}{path}claims/there-is/no-such-claim/")
        assert answer is not None
        assert answer.status == HTTPStatus.NOT_FOUND
        assert wrong == [page.url]
        page.locator("article").get_by_role("link", name="Explore").click()
        page.wait_for_url(f"{host}{path}explore/")
        assert len(wrong) == 1


def test_a_path_that_is_typed_in_mkdocs_yml_counts_like_one_from_the_environment(
    root: Path, tmp_path: Path
) -> None:
    project = small_project(root, tmp_path / "notes")
    settings = (project / "mkdocs.yml").read_text("utf-8")
    typed = settings.replace('!ENV [SITE_URL, ""]', "https://example.org/typed/x")
    assert typed != settings
    (project / "mkdocs.yml").write_text(typed, encoding="utf-8")
    run(root, project, "build", "--strict", "--quiet")
    assert 'href="/typed/x/explore/"' in (project / "site/404.html").read_text("utf-8")


def test_a_project_and_a_site_named_from_another_folder_are_found_from_there(
    root: Path, tmp_path: Path
) -> None:
    project = small_project(root, tmp_path / "notes")
    away = tmp_path / "far/away"
    away.mkdir(parents=True)
    run(root, away, "--root", "../../notes", "build", "--quiet", "--site", "public")
    assert [path.name for path in away.iterdir()] == ["public"]
    assert (away / "public/index.html").is_file()
    assert not (project / "site").exists()
    run(root, away, "--root", "../../notes", "build", "--quiet")
    assert (project / "site/index.html").is_file()
