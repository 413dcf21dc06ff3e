"""What `tests/` and `corpus_tests/` share: the repository's place, one browser, and settings that make runs repeatable."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from dossier.link import inline
from dossier.link.rendered import Renderer
from tests.browser import launched
from tests.shared_pages import PageWith, shared_pages

# The same examples in every run, however slow the machine: a test that fails, fails for everyone.
settings.register_profile("repeatable", derandomize=True, deadline=None, print_blob=True)
settings.load_profile("repeatable")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--site", type=Path, help="look at this site of these notes, just built, instead of building one"
    )
    parser.addoption("--update-golden", action="store_true", help="write what stands in tests/golden anew")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with long tests come first: of several processes, none is left alone with one in the end."""
    long = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in long)


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return Path(__file__).resolve().parent


@pytest.fixture(scope="session")
def launch() -> Iterator[Browser]:
    """A headless Chromium; tests open their own contexts (`launch.new_context(...)`) and close them."""
    with launched() as browser:
        yield browser


@pytest.fixture(scope="module")
def page_with(launch: Browser) -> Iterator[PageWith]:
    """Opens a page with a width and further settings of a context, each once a module."""
    with shared_pages(launch) as page_with:
        yield page_with


@pytest.fixture(scope="session", autouse=True)
def markdown_is_read_once() -> Iterator[None]:
    """Every corpus has the pages of the program: to read their Markdown again took most of the time of each check."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Renderer, "render", lru_cache(maxsize=500)(Renderer.render))
        for name in ("Renderer", "read_syntax"):
            patch.setattr(inline, name, lru_cache(maxsize=500)(getattr(inline, name)))
        yield


@pytest.fixture(scope="session", autouse=True)
def pages_are_made_in_one_process() -> Iterator[None]:
    """A process with a browser and servers is not copied; that more make the same is tested in processes of their own."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("dossier.pipeline.worth", "dossier.site.pages.worth"):
            patch.setattr(name, lambda _: 1)
        yield


@pytest.fixture(autouse=True)
def settings_of_the_caller_do_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    """A site address or a date from outside would change the bytes of what tests build."""
    for name in ("SITE_URL", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
