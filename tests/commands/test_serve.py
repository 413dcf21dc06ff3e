"""The preview follows the save, keeps the last good pages, and ends when it is told to."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sites import PATH, small_project

pytestmark = pytest.mark.slow

PATIENCE = 60  # seconds until a machine is taken to be stuck


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Serving:
    def __init__(self, root: Path, project: Path) -> None:
        self.words = project / "docs" / "about.md"
        self.port = free_port()
        command = [sys.executable, str(root / "build_site.py"), "--root", str(project)]
        self.process = subprocess.Popen(
            [*command, "serve", "--port", str(self.port)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**os.environ, "SITE_URL": f"https://example.org{PATH}"},
        )

    def shows(self) -> str:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{PATH}about/", timeout=5) as page:
                return str(page.read().decode())
        except OSError:
            return ""

    def comes_to_show(self, words: str) -> bool:
        for _ in range(PATIENCE * 10):
            if words in self.shows():
                return True
            time.sleep(0.1)
        return False

    def write(self, words: str) -> None:
        self.words.write_text(f"---\ntitle: About\n---\n{words}\n", "utf-8")

    def stops(self) -> tuple[int, str]:
        self.process.send_signal(signal.SIGINT)
        said, _ = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, said


@pytest.fixture
def preview(root: Path, tmp_path: Path) -> Iterator[Serving]:
    preview = Serving(root, small_project(root, tmp_path / "project"))
    yield preview
    preview.process.kill()
    preview.process.wait()


@pytest.mark.skipif(sys.platform == "win32", reason="an interrupt cannot be sent to another process there")
def test_a_save_is_followed_a_mistake_leaves_the_last_good_pages_and_an_interrupt_ends_it(
    preview: Serving,
) -> None:
    preview.write("The first words.")
    assert preview.comes_to_show("The first words.")
    preview.write("Wrong words [@lost].")
    time.sleep(2)
    assert "The first words." in preview.shows()
    preview.write("The second words.")
    assert preview.comes_to_show("The second words.")
    code, said = preview.stops()
    assert code == 0, said
    assert f"http://127.0.0.1:{preview.port}{PATH} shows it." in said
    assert "docs/about.md:4:15: error:" in said
    assert "waiting for a fix" in said
    assert said.endswith("Stopped.\n")
    assert "Traceback" not in said


def test_a_port_that_is_taken_is_told_with_the_mend(root: Path, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        project = small_project(root, tmp_path / "project")
        command = [sys.executable, str(root / "build_site.py"), "--root", str(project)]
        command += ["serve", "--port", str(taken.getsockname()[1])]
        ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert "choose another port with --port" in ran.stderr
