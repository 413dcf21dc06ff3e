"""A site is exchanged whole; what a run that was cut left is put right; what is not ours is never touched."""

import os
import shutil
import signal
import stat
import subprocess
import sys
from errno import EBUSY, ENOSPC, EXDEV
from itertools import count
from pathlib import Path

import pytest

from dossier import pipeline
from dossier.model.problem import Problems
from dossier.model.usage_error import UsageError
from dossier.site import exchange
from dossier.site.destination import MARK
from dossier.site.exchange import put_in_place
from dossier.site.filled_folder import FilledFolder
from dossier.site.reservation import reserve, restore

CUT = """
import os, signal, sys
from pathlib import Path
from dossier.site import exchange as module
from dossier.site.reservation import reserve

site, cut = Path(sys.argv[1]), int(sys.argv[2])
renames = 0
rename = Path.rename

def cut_after(path, target):
    global renames
    rename(path, target)
    renames += 1
    if renames == cut:
        os.kill(os.getpid(), signal.SIGKILL)

module._exchange_in_one_step = lambda *_: False
with reserve(site.parent / "project", site, print) as reserved:
    (reserved.staging / "new").mkdir()
    (reserved.staging / "new/index.html").write_text("new")
    Path.rename = cut_after
    module.put_in_place(reserved.staging, reserved.site)
"""
RACE = """
import sys
from pathlib import Path
from dossier.site import exchange as module
from dossier.site.reservation import reserve

site, words, in_one_step = Path(sys.argv[1]), sys.argv[2], sys.argv[3] == "in one step"
if not in_one_step:
    module._exchange_in_one_step = lambda *_: False
for _ in range(20):
    with reserve(site.parent / f"project {words}", site, print) as reserved:
        for number in range(40):
            page = reserved.staging / f"new/{number}/index.html"
            page.parent.mkdir(parents=True)
            page.write_text(words)
        module.put_in_place(reserved.staging, reserved.site)
"""


def publish(site: Path, *names: str, words: str = "new") -> None:
    """Publish pages that all say the same."""
    with reserve(site.parent / "project", site, print) as reserved:
        new = FilledFolder(reserved.staging / "new", {})
        for name in names or ("index.html", "a/index.html", "a/b/style.css"):
            new.write(name, words.encode())
        put_in_place(reserved.staging, reserved.site)


def fill_the_disk(folder: Path) -> None:
    folder.mkdir()
    (folder / "half").touch()
    raise OSError(ENOSPC, os.strerror(ENOSPC), "x.css")


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MARK
    }


STEPS = {
    "open",
    "os.chmod",
    "os.mkdir",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "ctypes.dlsym",
    "tempfile.mkdtemp",
}
WHOLE = ("index.html", "a/index.html", "a/b/style.css")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "project").mkdir()
    return tmp_path / "site"


@pytest.fixture(params=["in one step", "by renames", "in place"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, site: Path) -> str:
    """How the system lets a site be exchanged: a folder that is mounted cannot be renamed."""
    way: str = request.param
    if way != "in one step":
        monkeypatch.setattr(exchange, "_exchange_in_one_step", lambda *_: False)
    if way == "in place":
        mount(site, monkeypatch)
    return way


def mount(site: Path, monkeypatch: pytest.MonkeyPatch, errno: int = EBUSY) -> None:
    site.mkdir(exist_ok=True)
    rename = Path.rename

    def rename_unless_mounted(path: Path, target: Path) -> Path:
        if site in {path, target}:
            raise OSError(errno, os.strerror(errno), str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", rename_unless_mounted)


@pytest.mark.usefixtures("way")
def test_the_new_site_is_where_the_old_one_was_and_nothing_stays_beside_it(
    tmp_path: Path, site: Path
) -> None:
    for words in ("first", "second", "third"):
        publish(site, words=words)
        assert contents(site) == dict.fromkeys(WHOLE, words)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project", "site"]
    assert sorted(path.name for path in site.iterdir()) == [MARK, "a", "index.html"]
    assert list((tmp_path / "project/build").iterdir()) == []


@pytest.mark.usefixtures("way")
def test_what_is_no_longer_made_goes_and_a_file_may_become_a_folder(site: Path) -> None:
    publish(site, "a", "b/c/index.html", "d/index.html")
    publish(site, "a/x/index.html", "b")
    assert contents(site) == {"a/x/index.html": "new", "b": "new"}
    assert sorted(path.name for path in site.iterdir()) == [MARK, "a", "b"]


@pytest.mark.usefixtures("way")
def test_a_web_server_may_read_what_is_published_whatever_the_umask(site: Path) -> None:
    before = os.umask(0o077)
    try:
        publish(site)
        publish(site, "index.html", "new/folder/index.html")
    finally:
        os.umask(before)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in site.rglob("*") if path.is_file()}
    assert modes == {0o644}
    folders = {stat.S_IMODE(path.stat().st_mode) for path in (site, *site.rglob("*")) if path.is_dir()}
    assert folders == {0o755}


@pytest.mark.usefixtures("way")
def test_a_link_in_the_old_site_is_removed_and_not_followed(tmp_path: Path, site: Path) -> None:
    publish(site)
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious/index.html").write_text("mine")
    (site / "b").symlink_to(tmp_path / "precious")
    publish(site, "b/index.html")
    assert contents(site) == {"b/index.html": "new"}
    assert contents(tmp_path / "precious") == {"index.html": "mine"}


@pytest.mark.parametrize("name", [".site.new", ".site.old", ".site.abc", ".site.lock.d"])
def test_a_folder_beside_the_site_without_our_mark_is_left_as_it_is(
    tmp_path: Path, site: Path, name: str
) -> None:
    (tmp_path / name / "new").mkdir(parents=True)
    (tmp_path / name / "new/mine").write_text("mine")
    publish(site)
    assert contents(tmp_path / name) == {"new/mine": "mine"}


def test_a_link_that_looks_like_a_staging_folder_is_left_with_what_it_leads_to(
    tmp_path: Path, site: Path
) -> None:
    (tmp_path / "precious/new").mkdir(parents=True)
    (tmp_path / "precious/.dossier-staging").touch()
    (tmp_path / "precious/new/mine").write_text("mine")
    (tmp_path / ".site.link").symlink_to(tmp_path / "precious")
    publish(site)
    assert (tmp_path / ".site.link").is_symlink()
    assert (tmp_path / "precious/new/mine").read_text() == "mine"


def test_files_that_came_to_the_site_while_it_was_built_are_left_alone(tmp_path: Path, site: Path) -> None:
    with reserve(tmp_path / "project", site, print) as reserved:
        site.mkdir()
        (site / "mine").write_text("mine")
        with pytest.raises(UsageError, match="did not put there"):
            put_in_place(reserved.staging, reserved.site)
    assert contents(site) == {"mine": "mine"}


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be killed like this there")
@pytest.mark.parametrize(("cut", "words"), [(1, "old"), (2, "new"), (3, "new")])
def test_a_run_that_is_killed_between_renames_is_put_right_before_anything_else(
    tmp_path: Path, site: Path, cut: int, words: str
) -> None:
    publish(site, "index.html", words="old")
    killed = subprocess.run([sys.executable, "-c", CUT, str(site), str(cut)], check=False)
    assert killed.returncode < 0
    assert len(list(tmp_path.glob(".site.*/.dossier-staging"))) == 1
    restore(tmp_path / "project", site, print)
    assert contents(site) == {"index.html": words}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project", "site"]


def killed_at(step: int, site: Path, *, in_one_step: bool) -> bool:
    """Publish in a process that is killed before it touches the disk for the nth time; whether it came to that."""
    child = os.fork()
    if child == 0:
        steps = 0

        def count(event: str, _: object) -> None:
            nonlocal steps
            if event in STEPS:
                steps += 1
                if steps == step:
                    os.kill(os.getpid(), signal.SIGKILL)

        if not in_one_step:
            exchange._exchange_in_one_step = lambda *_: False
        sys.addaudithook(count)
        publish(site)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) < 0


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be killed like this there")
@pytest.mark.parametrize("in_one_step", [True, False])
def test_whatever_step_a_run_is_killed_before_the_site_is_whole(
    tmp_path: Path, site: Path, *, in_one_step: bool
) -> None:
    """What creates, opens, renames, opens up or removes a file or folder is a step."""
    seen: set[str] = set()
    for step in count(1):
        publish(site, "index.html", "b/index.html", words="old")
        killed = killed_at(step, site, in_one_step=in_one_step)
        if in_one_step and sys.platform == "linux":
            assert site.is_dir()
        restore(tmp_path / "project", site, print)
        found = contents(site)
        assert found in (dict.fromkeys(("index.html", "b/index.html"), "old"), dict.fromkeys(WHOLE, "new")), (
            step
        )
        assert [
            path.name for path in tmp_path.iterdir() if path.name.startswith(".site.") and path.is_dir()
        ] == []
        seen |= set(found.values())
        if not killed:
            break
    assert (step > 20, seen) == (True, {"old", "new"})


def test_a_build_that_ends_at_a_problem_has_put_the_old_site_back(tmp_path: Path, site: Path) -> None:
    publish(site, words="old")
    (tmp_path / ".site.cut").mkdir()
    (tmp_path / ".site.cut/.dossier-staging").touch()
    site.rename(tmp_path / ".site.cut/old")
    problems = Problems()
    assert pipeline.build(tmp_path / "project", site, problems) is None
    assert problems.errors
    assert contents(site) == dict.fromkeys(WHOLE, "old")


@pytest.mark.parametrize("way", ["in one step", "by renames"])
def test_two_projects_that_publish_at_one_place_at_once_leave_a_whole_site(
    tmp_path: Path, site: Path, way: str
) -> None:
    commands = [[sys.executable, "-c", RACE, str(site), words, way] for words in ("one", "other")]
    processes = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for command in commands]
    assert [process.wait() for process in processes] == [0, 0]
    found = contents(site)
    assert len(found) == 40
    assert set(found.values()) in ({"one"}, {"other"})
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_run_that_fails_leaves_the_old_site_and_nothing_else(tmp_path: Path, site: Path) -> None:
    publish(site, words="old")
    full = pytest.raises(UsageError, match=r"could not be built: x\.css: No space left on device")
    with full, reserve(tmp_path / "project", site, print) as reserved:
        fill_the_disk(reserved.staging / "new")
    assert contents(site) == dict.fromkeys(WHOLE, "old")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project", "site"]


def test_folders_made_for_a_site_that_does_not_come_go_again(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    with pytest.raises(UsageError), reserve(tmp_path / "project", tmp_path / "a/b/site", print):
        raise OSError
    assert [path.name for path in tmp_path.iterdir()] == ["project"]
    publish(tmp_path / "a/b/site")
    assert contents(tmp_path / "a/b/site") == dict.fromkeys(WHOLE, "new")


def test_a_build_folder_that_cannot_be_made_is_one_line(tmp_path: Path, site: Path) -> None:
    (tmp_path / "project/build").touch()
    with (
        pytest.raises(UsageError, match=r"could not be built: .*build"),
        reserve(tmp_path / "project", site, print),
    ):
        pass
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project"]


def test_in_place_a_full_disk_is_met_before_anything_changes(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "_exchange_in_one_step", lambda *_: False)
    publish(site, words="old")
    mount(site, monkeypatch, EXDEV)
    copied = shutil.copyfile

    def copy_until_full(source: Path, target: Path) -> Path:
        if target.name == "style.css":
            raise OSError(ENOSPC, os.strerror(ENOSPC), str(target))
        return Path(copied(source, target))

    monkeypatch.setattr(shutil, "copyfile", copy_until_full)
    with pytest.raises(UsageError, match="No space left on device"):
        publish(site)
    assert contents(site) == dict.fromkeys(WHOLE, "old")


def test_in_place_entry_pages_come_after_what_they_need(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "_exchange_in_one_step", lambda *_: False)
    mount(site, monkeypatch)
    placed = []
    replace = Path.replace

    def note(path: Path, target: Path) -> Path:
        placed.append(target.relative_to(site).as_posix())
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", note)
    publish(site, "index.html", "z.css", "a/index.html", "a/b/index.html", "a/b/c.js")
    assert placed == ["a/b/c.js", MARK, "z.css", "a/b/index.html", "a/index.html", "index.html"]


def test_a_first_run_in_place_that_is_cut_is_put_right(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "_exchange_in_one_step", lambda *_: False)
    mount(site, monkeypatch)
    with monkeypatch.context() as cut:
        cut.setattr("dossier.site.staging._clear", lambda *_: None)
        cut.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            publish(site)
    assert [path.name for path in site.iterdir() if path.name.startswith(".site.")] != []
    publish(site)
    assert sorted(path.name for path in site.iterdir()) == [MARK, "a", "index.html"]
