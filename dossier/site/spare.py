"""Keeps the site that was replaced: the next build writes into it what differs, instead of thousands of files anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dossier.site.filled_folder import FilledFolder

_SPARE = Path("build/spare")


def look_at_spare(root: Path) -> FilledFolder:
    """Look at what the site holds that was replaced last in a project, or that was not published in the end; nothing
    where none is kept.
    """
    spare = root / _SPARE
    is_folder = spare.is_dir() and not spare.is_symlink()
    return FilledFolder.look(spare) if is_folder else FilledFolder(spare, {})


@contextmanager
def spare_site(spare: FilledFolder, new: Path) -> Iterator[FilledFolder]:
    """Let the folder `new` begin as the spare site, where that is kept; keep what it is at the end.

    A site in another file system is not kept.
    """
    held = spare.held
    try:
        if held:
            spare.path.rename(new)
    except OSError:
        held = {}
    try:
        yield FilledFolder(new, held)
    finally:
        with suppress(OSError):
            new.rename(spare.path)
