"""What the folders that we fill hold, and who may read it; a symbolic link in them is removed, never followed."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

_READ = stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH
_ENTER = stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH


def entries_in(folder: Path | str, inside: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """What a folder and its folders hold, each with its path there, with `/`; a folder comes after what it holds.

    Links are not followed.
    """
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
        for entry in list(entries):
            if entry.is_dir(follow_symlinks=False):
                yield from entries_in(entry.path, f"{inside}{entry.name}/")
            yield f"{inside}{entry.name}", entry


def files_in(folder: Path) -> Iterator[str]:
    """The paths in `folder`, with `/`, of all files there."""
    return (path for path, entry in entries_in(folder) if entry.is_file())


def remove_links(folder: Path) -> None:
    """Remove the symbolic links in `folder`."""
    for _, entry in entries_in(folder):
        if entry.is_symlink():
            Path(entry.path).unlink()


def remove_others(folder: Path, wanted: Collection[str]) -> None:
    """Remove from `folder` all files but those at the paths `wanted`, all links, and what folders are then empty."""
    keep = frozenset(wanted)
    for path, entry in entries_in(folder):
        if entry.is_dir(follow_symlinks=False):
            with suppress(OSError):  # it is not empty
                Path(entry.path).rmdir()
        elif entry.is_symlink() or path not in keep:
            Path(entry.path).unlink()


def let_everybody_read(path: Path | os.DirEntry[str]) -> None:
    """Let a web server, which is another user, read a file or enter a folder, whatever the umask is."""
    mode = path.stat().st_mode
    wanted = mode | _READ | (_ENTER if stat.S_ISDIR(mode) else 0)
    if wanted != mode:
        Path(path).chmod(wanted)


def make_folder(folder: Path) -> None:
    """Make a folder that everybody may enter, and those around it, also where there is a file.

    Another process may do the same at once.
    """
    try:
        folder.mkdir()
    except FileExistsError:
        if not folder.is_dir():
            with suppress(FileNotFoundError, IsADirectoryError, PermissionError):
                folder.unlink()
            folder.mkdir(exist_ok=True)
    except (FileNotFoundError, NotADirectoryError):
        make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
    let_everybody_read(folder)
