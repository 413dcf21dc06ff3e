"""Exchanges a finished site for the one that stands, so that no visitor sees half of either.

Linux exchanges two folders in one step (`renameat2` with `RENAME_EXCHANGE`). Elsewhere two renames do it; a run that is
cut between them leaves the old site beside its place, and the next run puts it back first.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import shutil
import sys
from pathlib import Path

from dossier.model.usage_error import UsageError

MARK = ".dossier-site"
"""The file that says a folder is a site of ours, and may be replaced."""

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def staging_for(site: Path) -> Path:
    """The folder beside `site` in which its successor is built: on the same file system, empty."""
    staging = site.with_name(f".{site.name}.new")
    shutil.rmtree(staging, ignore_errors=True)
    return staging


def check_replaceable(site: Path) -> None:
    """Put back a site that a broken run left aside; raise `UsageError` where `site` is not ours to replace."""
    aside = _aside(site)
    if aside.is_dir() and not site.exists():
        aside.rename(site)
    if site.is_symlink() or (site.exists() and not site.is_dir()):
        raise UsageError(f"{site} is not a folder; name another with --site")
    if site.is_dir() and any(site.iterdir()) and not (site / MARK).is_file():
        raise UsageError(
            f"{site} holds files that this program did not put there, so it is left alone; "
            f"empty it, or name another folder with --site"
        )


def swap_in(staging: Path, site: Path) -> None:
    """Put `staging` in the place of `site`, which goes."""
    (staging / MARK).write_bytes(b"This folder is made anew by every build.\n")
    site.parent.mkdir(parents=True, exist_ok=True)
    if not site.exists():
        staging.rename(site)
    elif _exchange(staging, site):
        shutil.rmtree(staging)
    else:
        aside = _aside(site)
        shutil.rmtree(aside, ignore_errors=True)
        site.rename(aside)
        staging.rename(site)
        shutil.rmtree(aside)


def _aside(site: Path) -> Path:
    return site.with_name(f".{site.name}.old")


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system or the file system can't."""
    if sys.platform != "linux":
        return False
    renameat2 = getattr(ctypes.CDLL(ctypes.util.find_library("c"), use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    return bool(renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)
