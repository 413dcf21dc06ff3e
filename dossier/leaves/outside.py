"""Whether a path leads out of a folder, through symbolic links too."""

from __future__ import annotations

from pathlib import Path


def leads_outside(folder: Path, path: Path) -> bool:
    """Whether `path` is not below `folder`. Raises `OSError` where nothing is there, or links lead in a circle."""
    try:
        return not path.resolve(strict=True).is_relative_to(folder.resolve())
    except RuntimeError as error:  # what a circle is before Python 3.13
        raise OSError(str(error)) from error
