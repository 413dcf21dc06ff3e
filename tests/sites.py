"""Sites as tests look at them: of which project, built as CI builds them, and served."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType

from click.testing import CliRunner

from dossier.cli import main

PATH = "/notes/x/"
"""The path below which sites are served, as a project's pages are."""
WRITTEN = ("sources", "docs", "works", "overrides", "citations.bib", "mkdocs.yml")
"""What authors write of a project."""


@dataclass(frozen=True, slots=True)
class Built:
    """A built site, of which project it is, and what the build printed."""

    project: Path
    folder: Path
    code: int
    said: str


def small_project(root: Path, folder: Path) -> Path:
    """The invented corpus, laid out in `folder`: it builds in seconds."""
    shutil.copytree(root / "tests/golden_corpus", folder)
    shutil.copy2(root / "mkdocs.yml", folder / "look.yml")
    return folder


def notes_of(root: Path, folder: Path) -> Path:
    """What is written of the project at `root`, copied into `folder`, which is made."""
    folder.mkdir(parents=True)
    for name in WRITTEN:
        if (root / name).is_dir():
            shutil.copytree(root / name, folder / name)
        elif (root / name).is_file():
            shutil.copy2(root / name, folder / name)
    return folder


def build(project: Path, site: Path, *options: str, **environment: str) -> Built:
    """Build as CI does, in this process."""
    ran = CliRunner().invoke(
        main, _arguments(project, site, *options), env=environment, catch_exceptions=False
    )
    return Built(project, site, ran.exit_code, ran.output)


def build_apart(root: Path, project: Path, site: Path, **environment: str) -> Built:
    """Build with the program in `root` in a process of its own: for what a process has once, such as its seed of hashes."""
    command = [sys.executable, str(root / "build_site.py"), *_arguments(project, site)]
    ran = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, **environment}
    )
    return Built(project, site, ran.returncode, ran.stdout + ran.stderr)


def _arguments(project: Path, site: Path, *options: str) -> list[str]:
    return ["--root", str(project), "build", "--strict", "--site", str(site), *options]


def kinds_of_page(built: Built) -> list[str]:
    """One address of every kind of page."""
    by_folder: dict[str, str] = {}
    for path in sorted(built.folder.rglob("index.html")):
        address = path.parent.relative_to(built.folder).as_posix() + "/"
        by_folder.setdefault(re.sub(r"[^/]+/$", "", address) if address.count("/") > 1 else address, address)
    return ["" if address == "./" else address for address in by_folder.values()]


class _Server(SimpleHTTPRequestHandler):
    """Answers below `base` with the site, and with its 404 page where there is nothing, as web hosts do."""

    base = "/"
    headers_sent: Mapping[str, str] = MappingProxyType({})

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

    def end_headers(self) -> None:
        for name, value in self.headers_sent.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path, path: str, headers: Mapping[str, str] = MappingProxyType({})) -> Iterator[str]:
    """The host on which a site is served below `path`, with some headers more, while the block runs."""
    handler = type("Below", (_Server,), {"base": path, "headers_sent": headers})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
