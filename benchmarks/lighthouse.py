"""How fast and how sound pages are on a phone: Lighthouse 12.8 (mobile, simulated throttling), median of five runs.

Needs node with npx, which fetches Lighthouse, and the browser of the tests. The site is served compressed, as hosts do.
"""

from __future__ import annotations

import gzip
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.browser import ADVICE, find_browser

PAGES = (
    "",
    "programs/bcij/",
    "sources/alaoui2017/",
    "claims/alaoui2017-bcij-founding/",
    "timeline/2010s/",
    "network/",
)
RUNS = 5
SCORES = ("performance", "accessibility", "best-practices", "seo")
AUDITS = ("largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift", "total-byte-weight")


class _Compressed(SimpleHTTPRequestHandler):
    """Answers with files, text compressed."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body, sort = path.read_bytes(), self.guess_type(path)
        self.send_response(200)
        if sort.startswith(("text/", "application/", "image/svg")):
            body = gzip.compress(body, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", sort)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the name in the standard library
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address at which a site is served while the block runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressed, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def measured(address: str, browser: Path) -> tuple[dict[str, float], dict[str, float]]:
    """One run: scores from 0 to 100, and audits in milliseconds, bytes and shares of the screen."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [
            "npx",
            "--yes",
            "lighthouse@12.8",
            address,
            "--quiet",
            "--output=json",
            f"--output-path={report}",
        ]
        command.append("--chrome-flags=--headless=new --no-sandbox --disable-gpu")
        subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": str(browser)})
        told = json.loads(report.read_text("utf-8"))
    scores = {name: 100 * told["categories"][name]["score"] for name in SCORES}
    return scores, {name: told["audits"][name]["numericValue"] for name in AUDITS}


def main() -> None:
    """Print a line for each page of the site named on the command line, `site` where none is."""
    site, browser = Path(sys.argv[1] if len(sys.argv) > 1 else "site"), find_browser()
    if browser is None:
        sys.exit(ADVICE)
    print("page", *SCORES, *AUDITS, sep="\t")
    with served(site) as host:
        for page in PAGES:
            runs = [measured(host + page, browser) for _ in range(RUNS)]
            scores = [f"{statistics.median(run[name] for run, _ in runs):.0f}" for name in SCORES]
            audits = [f"{statistics.median(run[name] for _, run in runs):.2f}" for name in AUDITS]
            print(page or "home", *scores, *audits, sep="\t", flush=True)


if __name__ == "__main__":
    main()
