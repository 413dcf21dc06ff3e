"""A site below a path, such as a project's on GitHub Pages: built from anywhere, read in a browser."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.sites import PATH, Built, build, served, small_project

pytestmark = pytest.mark.slow


def run(root: Path, folder: Path, *arguments: str, **environment: str) -> None:
    """Build from `folder`; any problem or warning fails."""
    command = [sys.executable, str(root / "build_site.py"), *arguments]
    ran = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=300
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


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


@pytest.fixture(scope="module", params=[True, False], ids=["for its address", "for no address"])
def site(
    root: Path, built: Built, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Built:
    """The site built for the address at which it is served, and for none."""
    if request.param:
        return built
    return build(built.project, tmp_path_factory.mktemp("nowhere") / "site")


@pytest.mark.browser
def test_search_finds_below_a_path_and_its_results_lead_there(launch: Browser, site: Built) -> None:
    with served(site.folder, PATH) as host, opened(launch) as (page, wrong):
        page.goto(f"{host}{PATH}sources/")
        page.get_by_role("searchbox", name="Search").press_sequentially("Halcyon")
        page.get_by_role("option").first.click()
        page.wait_for_url(f"{host}{PATH}*/**")
        expect(page.locator("article")).to_contain_text("Halcyon")
        assert wrong == []


@pytest.mark.browser
def test_where_there_is_no_page_the_way_on_is_found_at_the_path_of_the_address(
    launch: Browser, site: Built, built: Built
) -> None:
    path = PATH if site is built else "/"
    with served(site.folder, path) as host, opened(launch) as (page, wrong):
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
