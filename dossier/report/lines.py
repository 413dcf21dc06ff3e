"""The lines of the files that problems are in; the only module of `report` that reads files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from dossier.model.lines import Lines

FileLines = Callable[[str], Sequence[str]]
"""The lines of a file, by its name relative to the root; none where it cannot be read."""


def lines_of(root: Path) -> FileLines:
    """A reader of the files below `root`, each read once. A byte-order mark counts in texts alone."""

    @cache
    def lines(name: str) -> Sequence[str]:
        try:
            content = (root / name).read_bytes()
        except (OSError, ValueError):
            return ()
        encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
        text = content.decode(encoding, errors="replace")
        if not name.endswith("/text.txt"):
            text = text.removeprefix("\ufeff")
        return Lines(text).texts()

    return lines
