"""The right to build: one process at a time for a project's pages, and for a site's folder.

Whatever a dead run left is put right as soon as the right is won, before anything can end the run. What the system
refuses while it is held (a full disk, a folder that may not be written) ends the command in one line.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from dossier.model.usage_error import UsageError
from dossier.site.contents import let_everybody_read
from dossier.site.destination import check_destination
from dossier.site.lock import NAME, hold
from dossier.site.staging import left_over, recover, staging_folder

_LOCK = Path("build", NAME)


@dataclass(frozen=True, slots=True)
class Reservation:
    """Who has it may write the pages of `root` and replace `site`, with what is built in the folder `staging`."""

    root: Path
    site: Path
    staging: Path


@contextmanager
def reserve(root: Path, site: Path, tell: Callable[[str], None]) -> Iterator[Reservation]:
    """Keep all others from building the pages of `root`, or `site`, while the block runs.

    `tell` is called with whom we wait, if we do. Raises `UsageError` where `site` is no place for a site, where another
    process does not end, and for every `OSError` of the block.
    """
    try:
        if not site.is_symlink():
            site = Path(os.path.realpath(site))
        check_destination(site, root)
        lock = site.with_name(f".{site.name}.lock")
        with hold(root / _LOCK, tell), _folder(site.parent), hold(lock, tell):
            recover(site)
            with staging_folder(site, site.parent) as staging:
                yield Reservation(root, site, staging)
    except OSError as error:
        what = error.strerror or str(error)
        where = f"{error.filename}: " if error.filename else ""
        raise UsageError(f"the site could not be built: {where}{what}") from error


def restore(root: Path, site: Path, tell: Callable[[str], None]) -> None:
    """Put right what a dead run left at `site`, as every build does before it begins."""
    if left_over(site):
        with reserve(root, site, tell):
            pass


@contextmanager
def _folder(path: Path) -> Iterator[None]:
    """Make a folder and those around it, which go again where nothing was put into them."""
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir(exist_ok=True)
        let_everybody_read(folder)
    try:
        yield
    finally:
        with suppress(OSError):
            for folder in missing:
                folder.rmdir()
