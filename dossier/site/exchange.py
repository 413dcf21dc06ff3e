"""Exchanges a finished site for the old one, so that no visitor sees half of either.

Linux exchanges two folders in one step (`renameat2` with `RENAME_EXCHANGE`). Elsewhere renames do it; a run that is
cut between them leaves the old site in its staging folder, and the next puts it back. A folder that cannot be renamed,
since a file system is mounted there, is filled: see `fill`.
"""

from __future__ import annotations

import ctypes
import os
import sys
from errno import EBUSY, EXDEV
from pathlib import Path

from dossier.site.contents import let_everybody_read
from dossier.site.destination import MARK, check_replaceable
from dossier.site.fill import fill
from dossier.site.filled_folder import FilledFolder
from dossier.site.staging import NEW, OLD

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def put_in_place(staging: Path, site: Path) -> str:
    """Put what was built in `staging` in the place of `site`, and what was there into `staging`.

    The site is marked as ours; a digest of the mark is given. Raises `UsageError` where something came to `site`
    meanwhile that is not ours to replace.
    """
    check_replaceable(site)
    new, old = staging / NEW, staging / OLD
    let_everybody_read(new)
    mark = FilledFolder(new, {}).write(MARK, b"This folder is made anew by every build.\n")
    if not site.exists():
        new.rename(site)
    elif not _exchange_in_one_step(new, site):
        try:
            site.rename(old)
        except OSError as error:
            if error.errno not in {EBUSY, EXDEV}:
                raise
            fill(site, new)
        else:
            new.rename(site)
            old.rename(new)
    return mark


def _exchange_in_one_step(one: Path, other: Path) -> bool:
    """Exchange two folders; False where the system or the file system cannot."""
    if sys.platform != "linux":
        return False
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    return bool(renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)
