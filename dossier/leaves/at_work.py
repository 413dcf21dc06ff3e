"""What programs are at work: what they make may be kept only until one of them is another."""

from __future__ import annotations

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


def _ours() -> Iterator[bytes]:
    for path in sorted(_PACKAGE.rglob("*")):
        if path.suffix != ".pyc" and path.is_file():
            yield path.relative_to(_PACKAGE).as_posix().encode()
            yield path.read_bytes()
