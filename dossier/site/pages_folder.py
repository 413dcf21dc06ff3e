"""The folder of pages that MkDocs reads: filled part by part, in any process, so that no process holds all pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from dossier.model.output import OutputFile
from dossier.site.contents import let_nothing_lead_out, remove_others
from dossier.site.writing import write_file

_PAGES = Path("build/pages")


@dataclass(frozen=True, slots=True)
class WrittenFiles:
    """The paths of files that were written, and the files that are not for MkDocs: they go `beside` its pages."""

    paths: tuple[str, ...]
    beside: tuple[OutputFile, ...]

    def __len__(self) -> int:
        return len(self.paths) + len(self.beside)


@dataclass(frozen=True, slots=True)
class PagesFolder:
    """The pages of a project; make one with `begin`."""

    folder: Path

    @classmethod
    def begin(cls, root: Path) -> PagesFolder:
        """Let nothing in the folder lead out of it. Raises `UsageError` where the folder itself does."""
        folder = root / _PAGES
        let_nothing_lead_out(folder)
        return cls(folder)

    def write(self, files: Iterable[OutputFile]) -> WrittenFiles:
        """Write some of the files; one whose bytes did not change is not touched."""
        paths, beside = [], []
        for file in files:
            if is_beside(file):
                beside.append(file)
            else:
                write_file(self.folder / file.path, file.content)
                paths.append(file.path)
        return WrittenFiles(tuple(paths), tuple(beside))

    def end(self, written: Sequence[WrittenFiles]) -> tuple[OutputFile, ...]:
        """Remove what was not written; the files that go beside the pages.

        Two producers of one path are a bug of ours: `ValueError`.
        """
        paths = Counter(path for part in written for path in part.paths)
        if twice := sorted(path for path, count in paths.items() if count > 1):
            raise ValueError(f"produced twice: {', '.join(twice)}")
        remove_others(self.folder, paths)
        return tuple(file for part in written for file in part.beside)


def is_beside(file: OutputFile) -> bool:
    """Whether a file is Markdown for readers, which MkDocs would take for a page: each page of ours is `index.md`."""
    path = PurePosixPath(file.path)
    return path.suffix == ".md" and path.name != "index.md"
