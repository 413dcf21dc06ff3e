"""Keeps what was made, in files that may vanish at any time: under a name, and for a key of all that it depends on.

A file has a digest of its key and content: one that is damaged, half written or made for something else is none. It is
written in one step, so that another process never reads half of it.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from io import FileIO
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept in a folder."""

    folder: Path

    def find(self, name: str, key: str) -> bytes | None:
        """What was kept under this name for this key."""
        try:
            found, content = (self.folder / name).read_bytes().split(b"\n", 1)
        except (OSError, ValueError):
            return None
        return content if found.decode("latin-1") == digest_of(key.encode(), content) else None

    def recall(self, name: str, key: str, make: Callable[[], bytes]) -> bytes:
        """What is kept under this name for this key, else what `make` gives, which is kept where that is possible."""
        content = self.find(name, key)
        if content is None:
            content = make()
            with suppress(OSError):
                self.keep(name, key, content)
        return content

    def keep(self, name: str, key: str, content: bytes) -> None:
        """Keep it in place of what was kept under this name. Raises `OSError` where the folder can't be written."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=self.folder, delete=False) as file:
            file.write(digest_of(key.encode(), content).encode() + b"\n" + content)
        Path(file.name).replace(self.folder / name)


def digest_of_file(path: str | Path) -> str:
    """The digest of what a file holds; of thousands, each is read with as few calls of the system as can be."""
    with FileIO(path) as file:
        return digest_of(file.readall())


def digest_of(*parts: bytes) -> str:
    """One digest of several parts, each with its length: none can pass for a piece of another."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(b"%d\n" % len(part))
        digest.update(part)
    return digest.hexdigest()
