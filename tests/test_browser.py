"""Which browser the tests take, and what is tried where there is none."""

import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests import browser

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs here are shell scripts")


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the whole search path; Playwright's own browser and the Mac's are away."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROME", raising=False)
    monkeypatch.setattr(browser, "MAC_APPLICATIONS", ())
    monkeypatch.setattr(browser, "_from_playwright", Path)
    return tmp_path


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What would have been run to get a browser, in order."""
    called: list[str] = []
    monkeypatch.setattr(browser, "_run", lambda *command: called.append(" ".join(command[-3:])))
    return called


def program(folder: Path, name: str, exit_code: int = 0) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\nexit {exit_code}\n", "utf-8")
    path.chmod(0o755)
    return path


def test_a_browser_that_is_there_is_taken_and_nothing_is_installed(
    programs: Path, commands: list[str]
) -> None:
    chrome = program(programs, "google-chrome")
    assert browser.get_browser() == chrome
    assert commands == []


def test_a_stub_that_only_advertises_a_package_is_passed_over(programs: Path) -> None:
    program(programs, "chromium-browser", exit_code=1)
    chrome = program(programs, "google-chrome-stable")
    assert browser.find_browser() == chrome


def test_the_browser_named_in_the_environment_is_the_only_candidate(
    programs: Path, commands: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    program(programs, "chromium")
    mine = program(programs, "mine")
    monkeypatch.setenv("CHROME", str(mine))
    assert browser.get_browser() == mine
    monkeypatch.setenv("CHROME", str(programs / "misspelled"))
    assert browser.get_browser() is None
    assert commands == []


def test_root_asks_debian_first_and_then_playwright(
    programs: Path, commands: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    program(programs, "apt-get")
    monkeypatch.setattr(browser, "_is_root", lambda: True)
    assert browser.get_browser() is None
    assert commands == [
        "apt-get update",
        "-y --no-install-recommends chromium",
        "install --no-shell chromium",
    ]


def test_others_get_playwrights_own(
    programs: Path, commands: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    program(programs, "apt-get")
    monkeypatch.setattr(browser, "_is_root", lambda: False)
    assert browser.get_browser() is None
    assert commands == ["install --no-shell chromium"]


def test_without_a_browser_a_test_fails_and_says_what_to_do(programs: Path) -> None:
    with pytest.raises(RuntimeError, match="apt-get install chromium"), browser.launched():
        pass


@pytest.mark.browser
def test_the_browser_opens_a_page(launch: Browser) -> None:
    page = launch.new_page()
    page.set_content("<title>It works</title>")
    assert page.title() == "It works"
    page.close()
