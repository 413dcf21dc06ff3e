"""What the folders that we fill hold, and who may read it; a symbolic link in them is removed, never followed."""

from __future__ import annotations

import stat
from collections.abc import Collection
from pathlib import Path

_READ = stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH
_ENTER = stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH


def remove_links(folder: Path) -> None:
    """Remove the symbolic links in `folder`."""
    for path in list(folder.rglob("*")):
        if path.is_symlink():
            path.unlink()


def remove_others(folder: Path, wanted: Collection[str]) -> None:
    """Remove from `folder` all files but those at the paths `wanted`, and what folders are then empty."""
    keep = {folder / path for path in wanted}
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.is_symlink() or path not in keep:
            path.unlink()


def let_everybody_read(path: Path) -> None:
    """Let a web server, which is another user, read a file or enter a folder, whatever the umask is."""
    mode = path.stat().st_mode
    wanted = mode | _READ | (_ENTER if path.is_dir() else 0)
    if wanted != mode:
        path.chmod(wanted)
