"""What programs are at work: what they make may be kept only until one of them is another."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from dossier.leaves.kept import digest_of

_PACKAGE = Path(__file__).parents[1]


@cache
def programs_at_work() -> str:
    """A digest of Python's version, the names and versions of all packages it finds, and every file of ours."""
    return digest_of(sys.version.encode(), "\n".join(sorted(_installed())).encode(), *_ours())


def _installed() -> Iterator[str]:
    """The folders that say name and version of a package."""
    for folder in map(Path, sys.path):
        if folder.is_dir():
            yield from (path.name for path in folder.iterdir() if path.suffix in {".dist-info", ".egg-info"})


def _ours(folder: str = str(_PACKAGE), inside: str = "") -> Iterator[bytes]:
    """Paths and contents of our files, in order. The system tells which are files: asking of each takes longer."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir(follow_symlinks=False):
                yield from _ours(entry.path, f"{inside}{entry.name}/")
            elif entry.is_file() and not entry.name.endswith(".pyc"):
                yield f"{inside}{entry.name}".encode()
                yield Path(entry.path).read_bytes()
