"""Files of the site to be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file to write, `path` relative to `build/pages` with `/`."""

    path: str
    content: bytes

    @classmethod
    def of_text(cls, path: str, text: str) -> OutputFile:
        """A UTF-8 text file."""
        return cls(path, text.encode())


@dataclass(frozen=True, slots=True)
class StandingFile:
    """A file that need not be written: the one at `path` in `build/pages` has this digest, and is as it is to be."""

    path: str
    digest: str


MadeFile = OutputFile | StandingFile
