"""The folder of pages that MkDocs reads: filled part by part, in any process, so that no process holds all pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from dossier.model.output import MadeFile, OutputFile, StandingFile
from dossier.site.filled_folder import Digests, FilledFolder

_PAGES = Path("build/pages")


@dataclass(frozen=True, slots=True)
class WrittenFiles:
    """Some of the files: those in their place, each with its path and digest, and those that go `beside`."""

    files: tuple[tuple[str, str], ...]
    beside: tuple[OutputFile, ...]

    def __len__(self) -> int:
        return len(self.files) + len(self.beside)


@dataclass(frozen=True, slots=True)
class Pages:
    """What the folder of pages holds, by path and digest, and the files that go `beside` the pages of MkDocs."""

    folder: Path
    digests: Digests
    beside: tuple[OutputFile, ...]


@dataclass(frozen=True, slots=True)
class PagesFolder:
    """The pages of a project; make one with `begin`."""

    folder: FilledFolder

    @classmethod
    def begin(cls, root: Path) -> PagesFolder:
        """Look at what the folder holds, and let nothing lead out. Raises `UsageError` where the folder itself does."""
        return cls(FilledFolder.look(root / _PAGES))

    @property
    def held(self) -> Digests:
        """A digest of each file that is there, by its path."""
        return self.folder.held

    def write(self, files: Iterable[MadeFile]) -> WrittenFiles:
        """Write some of the files; one that stands as it is to be is not touched."""
        written, beside = [], []
        for file in files:
            if isinstance(file, StandingFile):
                written.append((file.path, file.digest))
            elif is_beside(file):
                beside.append(file)
            else:
                written.append((file.path, self.folder.write(file.path, file.content)))
        return WrittenFiles(tuple(written), tuple(beside))

    def end(self, parts: Sequence[WrittenFiles]) -> Pages:
        """Remove what was not written, and say what there is.

        Two producers of one path are a bug of ours: `ValueError`.
        """
        paths = Counter(path for part in parts for path, _ in part.files)
        if twice := sorted(path for path, count in paths.items() if count > 1):
            raise ValueError(f"produced twice: {', '.join(twice)}")
        self.folder.remove_others(paths)
        digests = dict(file for part in parts for file in part.files)
        return Pages(self.folder.path, digests, tuple(file for part in parts for file in part.beside))


def is_beside(file: OutputFile) -> bool:
    """Whether a file is Markdown for readers, which MkDocs would take for a page: each page of ours is `index.md`."""
    path = PurePosixPath(file.path)
    return path.suffix == ".md" and path.name != "index.md"
