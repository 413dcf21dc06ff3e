"""Two hundred builds that are killed at random moments, over all that a build does, lose nothing."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.test_same_bytes import digest
from tests.sites import Built, small_project

pytestmark = [
    pytest.mark.audit,
    pytest.mark.skipif(sys.platform == "win32", reason="processes are killed as on Unix"),
]

KILLS = 200


def test_no_kill_at_any_moment_leaves_half_a_site_and_the_next_build_succeeds(
    root: Path, built: Built, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """Each project is called anew, so that no build finds that there is nothing to do; every fifth keeps nothing."""
    project = small_project(root, tmp_path / "notes")
    shutil.copytree(built.folder, project / "site")
    settings = (project / "mkdocs.yml").read_text("utf-8")
    command = [sys.executable, str(root / "build_site.py"), "--root", str(project), "build", "--quiet"]
    whole = digest(project / "site")
    moments = random.Random(20261126)  # noqa: S311 - repeatable on purpose
    takes, killed, exchanged = 10.0, 0, 0
    for number in range(KILLS):
        (project / "mkdocs.yml").write_text(
            settings.replace("site_name: ", f"site_name: {number} ", 1), "utf-8"
        )
        began = time.monotonic()
        process = subprocess.Popen([*command, *["--no-cache"] * (number % 5 == 0)])
        try:
            process.wait(moments.uniform(0.0, takes) if number else None)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            killed += 1
        else:
            takes = time.monotonic() - began
        found = digest(project / "site")
        if found != whole:
            home = (project / "site/index.html").read_text("utf-8")
            assert f"<title>{number} " in home
            assert found.keys() == whole.keys()
            exchanged += 1
            whole = found
    assert subprocess.run(command, check=False).returncode == 0
    last = digest(project / "site")
    shutil.rmtree(project / "build")
    assert (
        subprocess.run([*command, "--no-cache", "--site", str(tmp_path / "new")], check=False).returncode == 0
    )
    assert last == digest(tmp_path / "new")
    assert [path.name for path in project.iterdir() if path.name.startswith(".site")] == []
    record_property("killed", killed)
    record_property("published", exchanged)
    assert killed > KILLS / 2
