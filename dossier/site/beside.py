"""Files beside the pages that MkDocs would take for pages: they go into the site as they are."""

from __future__ import annotations

from pathlib import PurePosixPath

from dossier.model.output import OutputFile


def is_beside(file: OutputFile) -> bool:
    """Whether a file is Markdown for readers: each page of ours is called `index.md`."""
    path = PurePosixPath(file.path)
    return path.suffix == ".md" and path.name != "index.md"
