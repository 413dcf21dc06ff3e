"""Files beside the pages that MkDocs would take for pages: they go into the site as they are."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from dossier.model.output import OutputFile


def is_beside(file: OutputFile) -> bool:
    """Whether a file is Markdown for readers: each page of ours is called `index.md`."""
    path = PurePosixPath(file.path)
    return path.suffix == ".md" and path.name != "index.md"


def write_beside(site: Path, files: Iterable[OutputFile]) -> None:
    """Write those files into the folder of a new site."""
    for file in files:
        target = site / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
