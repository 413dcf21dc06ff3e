"""The preview follows the save, keeps the last good pages, and ends when it is told to."""

import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

SERVE = """
import sys
from pathlib import Path
from dossier.commands.serve import serve_site

root = Path(sys.argv[1])


def rebuild(site):
    words = (root / "sources" / "words").read_text()
    if words == "wrong":
        return False
    site.mkdir(exist_ok=True)
    (site / "index.html").write_text(f"<html><body>{words}</body></html>")
    return True


serve_site(root, rebuild, "127.0.0.1", int(sys.argv[2]), open_browser=False)
"""
PATIENCE = 60  # seconds until a machine is taken to be stuck


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Preview:
    def __init__(self, root: Path) -> None:
        self.words = root / "sources" / "words"
        self.words.parent.mkdir()
        self.words.write_text("first")
        self.port = free_port()
        command = [sys.executable, "-c", SERVE, str(root), str(self.port)]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)

    def shows(self) -> str:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/", timeout=5) as page:
                return re.sub("<[^>]*>", "", page.read().decode()).strip()
        except OSError:
            return ""

    def comes_to_show(self, words: str) -> bool:
        for _ in range(PATIENCE * 10):
            if words in self.shows():
                return True
            time.sleep(0.1)
        return False

    def stops(self) -> tuple[int, str]:
        self.process.send_signal(signal.SIGINT)
        _, said = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, said


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    preview = Preview(tmp_path)
    yield preview
    preview.process.kill()
    preview.process.wait()


@pytest.mark.skipif(sys.platform == "win32", reason="an interrupt cannot be sent to another process there")
def test_a_save_is_followed_a_mistake_leaves_the_last_good_pages_and_an_interrupt_ends_it(
    preview: Preview,
) -> None:
    assert preview.comes_to_show("first")
    preview.words.write_text("wrong")
    time.sleep(2)
    assert "first" in preview.shows()
    preview.words.write_text("second")
    assert preview.comes_to_show("second")
    code, said = preview.stops()
    assert code == 0, said
    assert "Waiting for a fix" in said
    assert said.endswith("Stopped.\n")
    assert "Traceback" not in said


def test_a_port_that_is_taken_is_told_with_the_mend(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "words").write_text("first")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        command = [sys.executable, "-c", SERVE, str(tmp_path), str(taken.getsockname()[1])]
        ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert "choose another port with --port" in ran.stderr
