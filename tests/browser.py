"""The one place that knows which Chromium the tests open. As a command, it finds one or gets one.

A browser that is there already is taken; then, for root with apt-get, Debian's package; then Playwright's own download.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Error, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
ADVICE = (
    "No Chromium or Chrome that starts, and the browser tests need one. Install one (Debian: apt-get install "
    "chromium), or name one in the variable CHROME, or run: python -m playwright install --no-shell chromium"
)


def find_browser() -> Path | None:
    """The executable of a browser that starts, or nothing. `CHROME`, when set, is the only candidate."""
    named = os.environ.get("CHROME")
    if named:
        found = shutil.which(named)
        return Path(found) if found and _starts(Path(found)) else None
    on_path = (Path(found) for name in NAMES if (found := shutil.which(name)))
    on_mac = (Path(place) for place in MAC_APPLICATIONS)
    return next((path for path in (*on_path, *on_mac, _from_playwright()) if _starts(path)), None)


@contextmanager
def launched() -> Iterator[Browser]:
    """A headless browser; a missing one is a failure that says what to do, never a skipped test."""
    executable = find_browser()
    if executable is None:
        raise RuntimeError(ADVICE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()


def get_browser() -> Path | None:
    """What `find_browser` finds, after installing one where none is there and none is asked for by name."""
    found = find_browser()
    if found is not None or os.environ.get("CHROME"):
        return found
    if _is_root() and shutil.which("apt-get"):
        _run("apt-get", "update")
        _run("apt-get", "install", "-y", "--no-install-recommends", "chromium")
        found = find_browser()
    if found is None:
        _run(sys.executable, "-m", "playwright", "install", "--no-shell", "chromium")
        found = find_browser()
    return found


def _starts(executable: Path) -> bool:
    """Whether the file is there and answers; a stub that only advertises a package does not."""
    if not executable.is_file():
        return False
    if sys.platform == "win32":  # there, asking for the version opens a window
        return True
    answer = subprocess.run([executable, "--version"], capture_output=True, timeout=60, check=False)
    return answer.returncode == 0


def _from_playwright() -> Path:
    try:
        with sync_playwright() as playwright:
            return Path(playwright.chromium.executable_path)
    except Error:
        return Path()


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _run(*command: str) -> None:
    """Runs an installer. Its failure is judged by what is found afterwards, so the next way is tried."""
    print("Getting a browser:", *command, flush=True)
    subprocess.run(command, check=False)


if __name__ == "__main__":
    browser_path = get_browser()
    print(f"Browser for the tests: {browser_path}" if browser_path else ADVICE, flush=True)
    sys.exit(0 if browser_path else 2)
