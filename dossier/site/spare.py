"""Keeps the site that was replaced: the next build writes into it what differs, instead of thousands of files anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dossier.site.destination import MARK

_SPARE = Path("build/spare")


@contextmanager
def spare_site(root: Path, new: Path) -> Iterator[None]:
    """Let the folder `new` begin as the site that was replaced last, where that is kept; keep what it is at the end.

    Nothing in it is trusted: who fills it compares every file. A site in another file system is not kept.
    """
    spare = root / _SPARE
    if not spare.is_symlink() and (spare / MARK).is_file():
        with suppress(OSError):
            spare.rename(new)
    try:
        yield
    finally:
        with suppress(OSError):
            new.rename(spare)
