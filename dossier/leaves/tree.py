"""The files that people keep: which a project has, and those below a folder. Reading them is left to others."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

SETTINGS = "mkdocs.yml"
"""The settings; they may inherit from another file."""
WRITTEN = ("sources", "works", "docs", "overrides", "styles", "citations.bib", SETTINGS)
"""The folders and files of a project that people write, and that everything is made of."""


def files_below(folder: Path) -> Mapping[str, Path]:
    """The files by their path in `folder`, with `/`, in that order; none where there is no folder.

    Hidden files, and what hidden folders hold, are left out.
    """
    found = sorted(
        (path.relative_to(folder).as_posix(), path) for path in folder.rglob("*") if path.is_file()
    )
    return {name: path for name, path in found if not any(part.startswith(".") for part in name.split("/"))}
