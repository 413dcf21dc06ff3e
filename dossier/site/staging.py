"""Makes the folder that a new site is built in, beside the old one, and clears those that dead runs left.

Its name cannot be foreseen, and it carries our mark: what has no mark, or is a symbolic link, is left alone.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NEW = "new"
"""The folder in it for what is built; after the exchange, for what was replaced."""
OLD = "old"
"""The folder in it for the old site, while its place is empty."""

_MARK = ".dossier-staging"


@contextmanager
def staging_folder(site: Path, parent: Path) -> Iterator[Path]:
    """An empty folder in `parent` that goes when the block ends; the old site in it goes back when there is none."""
    folder = Path(tempfile.mkdtemp(prefix=_prefix(site), dir=parent))
    try:
        (folder / _MARK).write_bytes(
            b"A build of a site works here; what a dead one left, the next removes.\n"
        )
        yield folder
    finally:
        _clear(folder, site)


def left_over(site: Path) -> list[Path]:
    """The folders that runs left beside and in `site`; while its lock is held, those runs are dead."""
    beside = [path for parent in (site.parent, site) if parent.is_dir() for path in parent.iterdir()]
    return sorted(
        path
        for path in beside
        if path.name.startswith(_prefix(site)) and not path.is_symlink() and path.is_dir() and _is_ours(path)
    )


def recover(site: Path) -> None:
    """Put back a site that a dead run left aside, and remove what else such runs left."""
    for folder in left_over(site):
        _clear(folder, site)


def _is_ours(folder: Path) -> bool:
    """Whether it has the mark, or nothing: that run was cut before the first file, or after the last."""
    return (folder / _MARK).is_file() or not any(folder.iterdir())


def _prefix(site: Path) -> str:
    return f".{site.name}."


def _clear(folder: Path, site: Path) -> None:
    if (folder / OLD).is_dir() and not os.path.lexists(site):
        (folder / OLD).rename(site)
    for part in (NEW, OLD):
        if (folder / part).exists():
            shutil.rmtree(folder / part)
    shutil.rmtree(folder)  # with the mark, last: a run that is cut before is cleared as well
