"""A folder that builds fill: what it holds is known by digests, so that only what differs is written."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from dossier.leaves.kept import digest_of, digest_of_file
from dossier.model.usage_error import UsageError
from dossier.site.contents import entries_in, let_everybody_read, make_folder

Digests = Mapping[str, str]
"""Of files, by their paths in a folder, with `/`."""


@dataclass(frozen=True, slots=True)
class FilledFolder:
    """The folder at `path`, and what files it holds; make one with `look`.

    What is `held` follows what this process writes and removes; nothing in it tells of what other processes write.
    """

    path: Path
    held: dict[str, str]

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
            if entry.is_dir(follow_symlinks=False):
                let_everybody_read(entry)
                with suppress(OSError):  # it is not empty
                    Path(entry.path).rmdir()
            elif entry.is_file(follow_symlinks=False):
                let_everybody_read(entry)
                held[name] = digest_of_file(entry.path)
            else:
                Path(entry.path).unlink()
        return cls(path, held)

    def write(self, path: str, content: bytes) -> str:
        """Make a file hold these bytes, and give their digest; what did not change is not touched.

        It is a new file otherwise: who has the old one open, or under another name (`cp -al`), keeps it as it was.
        """
        digest = digest_of(content)
        if self.held.get(path) != digest:
            file = self.path / path
            try:
                _create(file, content)
            except FileExistsError:
                shutil.rmtree(file) if file.is_dir() else file.unlink()
                _create(file, content)
            except (FileNotFoundError, NotADirectoryError):
                make_folder(file.parent)
                _create(file, content)
            self.held[path] = digest
        return digest

    def take_in(self, paths: Iterable[str]) -> Digests:
        """Let everybody read files that others have written into the folder; the digests of those that are there."""
        files = {path: self.path / path for path in paths if (self.path / path).is_file()}
        for path, file in files.items():
            for part in (file, *file.parents[: path.count("/")]):
                let_everybody_read(part)
        digests = {path: digest_of(file.read_bytes()) for path, file in files.items()}
        self.held.update(digests)
        return digests

    def remove_others(self, wanted: Collection[str]) -> None:
        """Remove the files that it held but for those at the paths `wanted`, and what folders are then empty."""
        for path in self.held.keys() - wanted:
            del self.held[path]
            file = self.path / path
            if not file.is_dir():  # else a folder was made in its place, or a file in that of its folder
                with suppress(FileNotFoundError, NotADirectoryError):
                    file.unlink()
            with suppress(OSError):  # a folder is not empty
                for folder in file.parents[: path.count("/")]:
                    folder.rmdir()


def _create(file: Path, content: bytes) -> None:
    with file.open("xb") as stream:
        stream.write(content)
    let_everybody_read(file)
