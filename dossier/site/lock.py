"""Lets one process at a time go on: an operating system's lock on a file, which ends with the process that holds it.

The file says who holds the lock, for those who wait, and goes with it (on Windows it stays).
"""

from __future__ import annotations

import os
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TextIO

from dossier.model.usage_error import UsageError

NAME = "lock"
"""Of the lock in the folder `build` of a project, for all that is made there."""
PATIENCE = 600.0
"""The seconds after which a process that waits gives up."""

_PAUSE = 0.2
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
_OURS = "Dossier process "

if sys.platform == "win32":
    import msvcrt

    def _lock(file: TextIO) -> None:
        file.seek(1 << 20)  # nobody else can read a locked byte there, so it is one behind the words
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        file.seek(0)
else:
    import fcntl

    def _lock(file: TextIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def hold(path: Path, tell: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock in the file `path` while the block runs; `tell` is called once with whom we wait for.

    Raises `UsageError` when another process still holds it after `PATIENCE`, or the file is not one of ours.
    """
    with _wait(path, tell) as file:
        file.seek(0)
        if not (file.read(len(_OURS)) or _OURS).startswith(_OURS):
            raise UsageError(f"{path} is no lock of this program; move it away")
        try:
            file.seek(0)
            file.truncate()
            file.write(_ourselves())
            file.flush()
            yield
        finally:
            with suppress(FileNotFoundError, PermissionError):  # Windows removes no file that is open
                path.unlink()


def _wait(path: Path, tell: Callable[[str], None]) -> TextIO:
    deadline = time.monotonic() + PATIENCE
    for attempt in count():
        if (file := _locked(path)) is not None:
            return file
        if time.monotonic() > deadline:
            break
        if attempt == 1:
            tell(f"another build is at work{_holder(path)}; waiting for it, ten minutes at most")
        time.sleep(_PAUSE)
    raise UsageError(f"another build is still at work{_holder(path)}; wait for it, or stop it")


def _locked(path: Path) -> TextIO | None:
    """The file, open and locked; nothing where another process holds it, or has just removed it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    file = os.fdopen(os.open(path, _FLAGS, 0o644), "r+", encoding="utf-8")
    with suppress(BlockingIOError, PermissionError, FileNotFoundError):
        _lock(file)
        if os.path.samestat(os.fstat(file.fileno()), path.stat()):
            return file
    file.close()
    return None


def _ourselves() -> str:
    since = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
    return f"{_OURS}{os.getpid()} on {socket.gethostname()}, since {since}"


def _holder(path: Path) -> str:
    """Who holds the lock, in brackets; empty where it says nothing (yet)."""
    with suppress(OSError):
        return f" ({path.read_text(encoding='utf-8', errors='replace')})"
    return ""
