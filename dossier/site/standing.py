"""What stands in the folders that a build fills, looked at by another process while the records are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from dossier.leaves.processes import aside
from dossier.site.filled_folder import FilledFolder
from dossier.site.pages_folder import PagesFolder
from dossier.site.spare import look_at_spare


@dataclass(frozen=True, slots=True)
class Standing:
    """The folder of pages, and the site that was replaced last, where that may be used."""

    pages: PagesFolder
    spare: FilledFolder | None


@contextmanager
def look_around(root: Path, *, spare: bool) -> Iterator[Callable[[], Standing]]:
    """Begin to look at the folders of the project at `root`, which are ours while the block runs.

    What is given waits until all is seen; it raises `UsageError` where the folder of pages is a link. Unless `spare`,
    the site that was replaced is left alone.
    """
    with aside(partial(_look, root, spare=spare)) as standing:
        yield standing


def _look(root: Path, *, spare: bool) -> Standing:
    return Standing(PagesFolder.begin(root), look_at_spare(root) if spare else None)
