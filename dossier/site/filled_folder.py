"""A folder that builds fill: what it holds is known by digests, so that only what differs is written."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from dossier.leaves.kept import digest_of
from dossier.model.usage_error import UsageError
from dossier.site.contents import entries_in, let_everybody_read

Digests = Mapping[str, str]
"""Of files, by their paths in a folder, with `/`."""


@dataclass(frozen=True, slots=True)
class FilledFolder:
    """The folder at `path`, and what files it `held` when it was looked at; make one with `look`."""

    path: Path
    held: Digests

    @classmethod
    def look(cls, path: Path) -> FilledFolder:
        """Read all that is there; links and empty folders are removed, and the rest may be read by everybody.

        Nothing is taken on trust: the digests are of what the files hold now. Raises `UsageError` where the folder
        itself is a link.
        """
        if path.is_symlink():
            raise UsageError(f"{path} is a symbolic link; remove it, a build makes the folder")
        held = {}
        for name, entry in entries_in(path):
            file = Path(entry.path)
            if entry.is_dir(follow_symlinks=False):
                let_everybody_read(file)
                with suppress(OSError):  # it is not empty
                    file.rmdir()
            elif entry.is_file(follow_symlinks=False):
                let_everybody_read(file)
                held[name] = digest_of(file.read_bytes())
            else:
                file.unlink()
        return cls(path, held)

    def write(self, path: str, content: bytes) -> str:
        """Make a file hold these bytes, and give their digest; what did not change is not touched.

        It is a new file otherwise: who has the old one open, or under another name (`cp -al`), keeps it as it was.
        """
        digest = digest_of(content)
        if self.held.get(path) != digest:
            file = self.path / path
            try:
                file.unlink(missing_ok=True)
                file.write_bytes(content)
            except (FileNotFoundError, IsADirectoryError, NotADirectoryError, PermissionError):
                self._make_place(file)
                file.write_bytes(content)
            let_everybody_read(file)
        return digest

    def take_in(self, paths: Iterable[str]) -> Digests:
        """Let everybody read files that others have written into the folder; the digests of those that are there."""
        files = {path: self.path / path for path in paths if (self.path / path).is_file()}
        for file in files.values():
            let_everybody_read(file)
        return {path: digest_of(file.read_bytes()) for path, file in files.items()}

    def remove_others(self, wanted: Collection[str]) -> None:
        """Remove the files that it held but for those at the paths `wanted`, and what folders are then empty."""
        for path in self.held.keys() - wanted:
            file = self.path / path
            if not file.is_dir():
                with suppress(
                    NotADirectoryError, FileNotFoundError
                ):  # there is a file in place of its folder
                    file.unlink()
            with suppress(OSError):  # a folder is not empty
                for folder in file.parents[: path.count("/")]:
                    folder.rmdir()

    def _make_place(self, file: Path) -> None:
        """Make the folders that a file needs, and remove the folder in its place, or a file in the place of one."""
        folders = file.parents[: len(file.relative_to(self.path).parts)]
        for folder in reversed(folders):
            if not folder.is_dir():
                with suppress(OSError):  # no file is there, or another process has made the folder meanwhile
                    folder.unlink()
                folder.mkdir(parents=True, exist_ok=True)
                let_everybody_read(folder)
        if file.is_dir():
            shutil.rmtree(file)
