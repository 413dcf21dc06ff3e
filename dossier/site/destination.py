"""Judges where a site may go: into a folder of its own, never over what people wrote or others put there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path

from dossier.leaves.tree import WRITTEN
from dossier.model.usage_error import UsageError

MARK = ".dossier-site"
"""The file that says a folder is a site of ours, and may be replaced."""

_TAKEN = (*WRITTEN, "build", ".git")
_PACKAGE = Path(__file__).resolve().parents[1]


def check_destination(site: Path, root: Path) -> None:
    """Raise `UsageError` where the site of the project at `root` must not be put at `site`; both are real paths."""
    _refuse(site, chain(_overlaps(site, root), _obstacles(site)))


def check_replaceable(site: Path) -> None:
    """Raise `UsageError` where there is something at `site` that is not ours to replace."""
    _refuse(site, _obstacles(site))


def _refuse(site: Path, reasons: Iterator[str]) -> None:
    for why in reasons:
        raise UsageError(f"{site} is no place for the site: {why}; name another folder with --site")


def _obstacles(site: Path) -> Iterator[str]:
    if site.is_symlink():
        yield "it is a symbolic link"
    if site.exists() and not site.is_dir():
        yield "it is a file"
    for folder in site.parents:
        if folder.exists() and not folder.is_dir():
            yield f"{folder} is a file"
        if (folder / MARK).is_file():
            yield f"it lies in the site {folder}, which is replaced as a whole"
    if site.is_dir() and any(site.iterdir()) and not (site / MARK).is_file():
        yield "it holds files that this program did not put there"


def _overlaps(site: Path, root: Path) -> Iterator[str]:
    for name, folder in _kept(root):
        if _is_in(folder, site):
            yield f"{name} lies in it"
    for folder in (*(root / name for name in _TAKEN), _PACKAGE):
        if _is_in(site, folder):
            yield f"{folder} is there for something else"


def _kept(root: Path) -> Iterator[tuple[str, Path]]:
    yield "the project", root
    with suppress(RuntimeError):  # whoever runs this may have no home
        yield "your home", Path.home().resolve()


def _is_in(path: Path, folder: Path) -> bool:
    """Whether `path` is `folder` or lies below it, by whatever name either is called."""
    around = (path, *path.parents)
    return folder in around or (
        folder.exists() and any(parent.exists() and parent.samefile(folder) for parent in around)
    )
