"""Writes files into folders that builds fill: what did not change is not touched, what is no longer made goes."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from dossier.model.output import OutputFile
from dossier.model.usage_error import UsageError
from dossier.site.contents import remove_others


def write_files(folder: Path, files: Sequence[OutputFile]) -> int:
    """Make `folder` hold exactly `files`; the number of files written.

    Two producers of one path are a bug of ours: `ValueError`. A link in its place is never followed: `UsageError`.
    """
    wanted = {file.path: file.content for file in files}
    if len(wanted) != len(files):
        paths = [file.path for file in files]
        raise ValueError(
            f"produced twice: {', '.join(sorted({path for path in paths if paths.count(path) > 1}))}"
        )
    if folder.is_symlink():
        raise UsageError(f"{folder} is a symbolic link; remove it, a build makes the folder")
    remove_others(folder, wanted)  # first: a file may be where a folder is needed now
    return sum(write_file(folder / path, content) for path, content in wanted.items())


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
