"""The real site, built once for the tests that look at it."""

import functools
import http.server
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True, slots=True)
class Built:
    """A built site and what the build printed."""

    folder: Path
    code: int
    said: str


def small_project(root: Path, folder: Path) -> Path:
    """The invented corpus in this site's frame, copied into `folder`: it builds in seconds."""
    shutil.copytree(root / "tests/golden_corpus", folder)
    shutil.copytree(root / "docs/assets", folder / "docs/assets")
    shutil.copytree(root / "overrides", folder / "overrides")
    for name in ("mkdocs.yml", "docs/guide.md", "docs/glossary.md"):
        shutil.copy2(root / name, folder / name)
    return folder


def build(root: Path, site: Path) -> Built:
    """Build as CI does."""
    command = [
        sys.executable,
        str(root / "build_site.py"),
        "--root",
        str(root),
        "build",
        "--strict",
        "--site",
        str(site),
    ]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    return Built(site, ran.returncode, ran.stdout + ran.stderr)


@pytest.fixture(scope="session")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of this repository."""
    return build(root, tmp_path_factory.mktemp("built") / "site")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        pass


@pytest.fixture(scope="session")
def address(built: Built) -> Iterator[str]:
    """Where the built site is served, under a path, as on a project's page."""
    parent = built.folder.parent
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(_Quiet, directory=str(parent))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{built.folder.name}/"
    server.shutdown()
