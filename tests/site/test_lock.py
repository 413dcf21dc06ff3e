"""Two processes that want the same go on one after the other, and a dead one stops nobody."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dossier.model.usage_error import UsageError
from dossier.site import lock

HOLD = """
import sys, time
from pathlib import Path
from dossier.site.lock import hold
with hold(Path(sys.argv[1]), print):
    print("held", flush=True)
    sys.stdin.read()
"""
COUNT = """
import sys
from pathlib import Path
from dossier.site.lock import hold
counter = Path(sys.argv[2])
for _ in range(50):
    with hold(Path(sys.argv[1]), print):
        counter.write_text(str(int(counter.read_text()) + 1))
"""


@contextmanager
def held_by_another(path: Path) -> Iterator["subprocess.Popen[str]"]:
    """Another process holds the lock; it lets go when the block ends."""
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process


def test_a_lock_that_nobody_holds_is_taken_in_silence_and_nothing_stays(tmp_path: Path) -> None:
    heard: list[str] = []
    with lock.hold(tmp_path / "lock", heard.append):
        assert f"process {os.getpid()} on " in (tmp_path / "lock").read_text()
    assert heard == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="files have no such modes there")
def test_others_may_read_who_holds_a_lock_and_no_more(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with lock.hold(tmp_path / "lock", print):
            assert stat.S_IMODE((tmp_path / "lock").stat().st_mode) == 0o644
    finally:
        os.umask(before)


def test_who_waits_hears_whom_for_and_goes_on_afterwards(tmp_path: Path) -> None:
    heard: list[str] = []
    with held_by_another(tmp_path / "lock") as process:

        def let_go(message: str) -> None:
            heard.append(message)
            process.communicate()

        with lock.hold(tmp_path / "lock", let_go):
            pass
    (message,) = heard
    assert message.startswith(f"another build is at work (Dossier process {process.pid} on ")
    assert "UTC); waiting for it" in message


def test_patience_ends_with_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.0)
    with (
        held_by_another(tmp_path / "lock") as process,
        pytest.raises(UsageError, match=f"still at work .*process {process.pid} on "),
        lock.hold(tmp_path / "lock", print),
    ):
        pass


def test_the_lock_of_a_process_that_was_killed_is_none(tmp_path: Path) -> None:
    with held_by_another(tmp_path / "lock") as process:
        process.send_signal(signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
    assert (tmp_path / "lock").read_text() != ""
    heard: list[str] = []
    with lock.hold(tmp_path / "lock", heard.append):
        assert (tmp_path / "lock").read_text().startswith(f"Dossier process {os.getpid()} on ")
    assert heard == []


def test_never_two_at_once(tmp_path: Path) -> None:
    counter = tmp_path / "counter"
    counter.write_text("0")
    command = [sys.executable, "-c", COUNT, str(tmp_path / "lock"), str(counter)]
    processes = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(3)]
    assert [process.wait() for process in processes] == [0, 0, 0]
    assert counter.read_text() == "150"


def test_a_file_of_somebody_else_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "lock").write_text("mine")
    with pytest.raises(UsageError, match="no lock of this program"), lock.hold(tmp_path / "lock", print):
        pass
    assert (tmp_path / "lock").read_text() == "mine"


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="lock"), lock.hold(tmp_path / "lock", print):
        pass
    assert not (tmp_path / "elsewhere").exists()
