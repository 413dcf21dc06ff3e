"""Writes the Markdown pages; a file whose bytes did not change is not touched, one that is no longer made goes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from dossier.model.output import OutputFile


def write_pages(folder: Path, files: Sequence[OutputFile]) -> int:
    """Make `folder` hold exactly `files`; the number of files written.

    Two producers of one path are a bug of ours: `ValueError`.
    """
    wanted = {file.path: file.content for file in files}
    if len(wanted) != len(files):
        paths = [file.path for file in files]
        raise ValueError(
            f"produced twice: {', '.join(sorted({path for path in paths if paths.count(path) > 1}))}"
        )
    written = 0
    for path, content in wanted.items():
        target = folder / path
        if not target.is_file() or target.read_bytes() != content:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            written += 1
    _remove_others(folder, wanted)
    return written


def _remove_others(folder: Path, wanted: Collection[str]) -> None:
    keep = {folder / path for path in wanted}
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in keep:
            path.unlink()
