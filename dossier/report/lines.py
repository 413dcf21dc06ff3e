"""The lines of the files that problems are in; the only module of `report` that reads files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from dossier.leaves.outside import leads_outside
from dossier.model.lines import Lines

_MOST_BYTES = 20_000_000
FileLines = Callable[[str], Sequence[str]]
"""The lines of a file, by its name relative to the root; none where it cannot be read or is too large."""


def lines_of(root: Path) -> FileLines:
    """A reader of the files below `root`, each read once. A byte-order mark counts in texts alone.

    What is no text, such as a picture, and what a link leads out of the project to has no lines.
    """

    @cache
    def lines(name: str) -> Sequence[str]:
        path = root / name
        if name.startswith("docs/") and not name.endswith(".md"):
            return ()
        try:
            if leads_outside(root, path) or not path.is_file() or path.stat().st_size > _MOST_BYTES:
                return ()
            content = path.read_bytes()
        except (OSError, ValueError):
            return ()
        encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
        text = content.decode(encoding, errors="replace")
        if not name.endswith("/text.txt"):
            text = text.removeprefix("\ufeff")
        return Lines(text).texts()

    return lines
