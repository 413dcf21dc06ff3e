"""Whole builds of a small site that are started together, killed, or denied the room that they need."""

import hashlib
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.sites import Built, small_project

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="processes are killed and limited as on Unix"),
]

KILLS = 12
LIMITED = """
import resource, runpy, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
del sys.argv[1]
sys.argv[0] = sys.argv[1]
del sys.argv[1]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


@pytest.fixture
def project(root: Path, tmp_path: Path) -> Path:
    return small_project(root, tmp_path / "notes")


@pytest.fixture
def published(project: Path, built: Built) -> Path:
    """The site that an earlier build of the project published."""
    return shutil.copytree(built.folder, project / "site")


def command(root: Path, project: Path, *before: str) -> list[str]:
    return [sys.executable, *before, str(root / "build_site.py"), "--root", str(project), "build"]


def run(command: list[str]) -> tuple[int, str]:
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    return ran.returncode, ran.stderr


def digest(folder: Path) -> str:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    lines = [f"{path.relative_to(folder)} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in files]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def hidden(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


def rename_the_site(project: Path, name: str) -> None:
    settings = (project / "mkdocs.yml").read_text("utf-8").splitlines()
    lines = [f"site_name: {name}" if line.startswith("site_name:") else line for line in settings]
    (project / "mkdocs.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_builds_that_start_together_end_well_one_after_the_other(root: Path, project: Path) -> None:
    processes = [
        subprocess.Popen(command(root, project), stderr=subprocess.PIPE, text=True) for _ in range(3)
    ]
    said = [process.communicate(timeout=600)[1] for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0], said
    assert sum("another build is at work (Dossier process " in words for words in said) == 2
    together = digest(project / "site")
    assert run(command(root, project))[0] == 0
    assert digest(project / "site") == together
    assert hidden(project) == []


@pytest.mark.usefixtures("published")
def test_a_build_that_is_killed_at_any_moment_leaves_a_whole_site_and_the_next_one_succeeds(
    root: Path, project: Path
) -> None:
    whole = {digest(project / "site")}
    rename_the_site(project, "new")
    started = time.monotonic()
    assert run([*command(root, project), "--site", str(project.parent / "new")])[0] == 0
    takes = time.monotonic() - started
    whole.add(digest(project.parent / "new"))
    moments = random.Random(20261125)  # noqa: S311 - repeatable on purpose
    for _ in range(KILLS):
        process = subprocess.Popen(command(root, project), stderr=subprocess.DEVNULL)
        try:
            process.wait(moments.uniform(0.0, takes))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        assert digest(project / "site") in whole
    code, said = run(command(root, project))
    assert code == 0, said
    assert digest(project / "site") == digest(project.parent / "new")
    assert hidden(project) == []


@pytest.mark.usefixtures("published")
def test_a_preview_puts_right_what_a_dead_run_left_and_never_writes_to_the_published_site(
    root: Path, project: Path
) -> None:
    before = digest(project / "site")
    (project / ".site.dead").mkdir()
    (project / ".site.dead/.dossier-staging").touch()
    (project / "site").rename(project / ".site.dead/old")
    rename_the_site(project, "new")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    serve = [*command(root, project)[:-1], "serve", "--port", port]
    with subprocess.Popen(serve, stderr=subprocess.PIPE, text=True) as preview:
        assert preview.stderr is not None
        assert any(line.endswith(" shows it.\n") for line in preview.stderr)
        assert digest(project / "site") == before
        preview.send_signal(signal.SIGINT)
        assert preview.wait(60) == 0
    assert digest(project / "site") == before
    assert hidden(project) == []


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize("most", [10_000, 100_000])
def test_where_files_may_not_grow_the_old_site_stays_and_one_line_says_why(
    root: Path, project: Path, most: int
) -> None:
    before = digest(project / "site")
    rename_the_site(project, "new")
    code, said = run([sys.executable, "-B", "-c", LIMITED, str(most), *command(root, project)[1:], "--quiet"])
    assert code == 2, said
    assert said.startswith("error: the site could not be built: ")
    assert said.count("\n") == 1
    assert "File too large" in said
    assert digest(project / "site") == before
    assert hidden(project) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may mount")
def test_a_site_folder_where_a_file_system_is_mounted_is_filled_and_a_full_one_stays_as_it_is(
    root: Path, project: Path
) -> None:
    site = project / "site"
    site.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", site], check=False)
    if mounted.returncode != 0:
        pytest.skip("mounting is not allowed here")
    try:
        code, said = run(command(root, project))
        assert code == 0, said
        before = digest(site)
        assert hidden(site) == [".dossier-site"]
        rename_the_site(project, "new")
        subprocess.run(["mount", "-o", "remount,size=6m", site], check=True)
        code, said = run([*command(root, project), "--quiet"])
        assert (code, said.count("\n")) == (2, 1), said
        assert "No space left on device" in said
        assert digest(site) == before
        subprocess.run(["mount", "-o", "remount,ro", site], check=True)
        code, said = run([*command(root, project), "--quiet"])
        assert (code, said.count("\n")) == (2, 1), said
        assert digest(site) == before
    finally:
        subprocess.run(["umount", site], check=True)
