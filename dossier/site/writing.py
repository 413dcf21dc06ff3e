"""Writes a file into a folder that builds fill, whatever is in its place; what did not change is not touched."""

from __future__ import annotations

import shutil
from pathlib import Path


def write_file(path: Path, content: bytes) -> bool:
    """Make a file hold these bytes; whether it did not.

    It is then a new file: who has the old one open, or under another name (`cp -al`), keeps it as it was.
    """
    try:
        if path.read_bytes() == content:
            return False
        path.unlink()
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    except (IsADirectoryError, NotADirectoryError):
        _clear(path)
        path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True


def _clear(path: Path) -> None:
    """Remove the folder in the place of a file, or the file in the place of a folder that it needs."""
    if path.is_dir():
        shutil.rmtree(path)
    for folder in path.parents:
        if folder.is_file():
            folder.unlink()
