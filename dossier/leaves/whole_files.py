"""Writes files that people keep: beside their place, then renamed to it, so that a cut leaves the old file whole."""

from __future__ import annotations

import secrets
import stat
from pathlib import Path


def lay_beside(path: Path, content: bytes) -> Path:
    """Write what `path` will hold into a new file beside it, which nobody can have foreseen; its path.

    It may be read by whoever may read the old file. Raises `OSError`, and leaves nothing then.
    """
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with beside.open("xb") as file:  # a link of that name is refused, not followed
            file.write(content)
        if path.exists():
            beside.chmod(stat.S_IMODE(path.stat().st_mode))
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    return beside


def write_whole(path: Path, content: bytes) -> None:
    """Make `path` hold this; the old file or the new one is there at any moment. Raises `OSError`."""
    beside = lay_beside(path, content)
    try:
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
