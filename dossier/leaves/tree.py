"""The files below a folder that people keep; what they hold is left to who reads them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def files_below(folder: Path) -> Mapping[str, Path]:
    """The files by their path in `folder`, with `/`, in that order; none where there is no folder.

    Hidden files, and what hidden folders hold, are left out.
    """
    found = sorted(
        (path.relative_to(folder).as_posix(), path) for path in folder.rglob("*") if path.is_file()
    )
    return {name: path for name, path in found if not any(part.startswith(".") for part in name.split("/"))}
