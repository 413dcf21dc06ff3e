"""Which files a project has, and whether each is where it is read. What they hold is left to the readers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path

from dossier.leaves.nearest import suggest
from dossier.leaves.tree import files_below
from dossier.load.files import read_bytes
from dossier.load.validate import check_id
from dossier.load.vocabulary import FILE as VOCABULARY
from dossier.model.codes import Code
from dossier.model.ids import ID_PATTERN, SourceKey
from dossier.model.place import Place
from dossier.model.problem import Problems
from dossier.model.vocabulary import Vocabulary

_RESERVED = ("index", "schema", "vocabulary")
_SOURCE_FILES = ("source.yml", "claims.yml", "drafts.yml", "text.txt")


def find_sources(root: Path) -> list[SourceKey]:
    """The keys of the sources: the well-named folders that hold anything."""
    return [SourceKey(folder.name) for folder in _folders(root) if re.fullmatch(ID_PATTERN, folder.name)]


def find_exports(root: Path) -> list[str]:
    """The bibliographies of `works/`, relative to the project."""
    return [f"works/{path}" for path in files_below(root / "works") if path.endswith(".bib")]


def find_pages(root: Path) -> list[str]:
    """The hand-written pages, relative to `docs/`."""
    return [
        path for path in files_below(root / "docs") if path.endswith(".md") and not path.startswith("assets/")
    ]


def find_assets(root: Path, unpublished: Collection[str], problems: Problems) -> Mapping[str, bytes]:
    """The files below `docs/` that are no pages, relative to it, without those that a pattern says stay out."""
    pages = set(find_pages(root))
    found: dict[str, bytes] = {}
    for path in files_below(root / "docs"):
        if path in pages or any(fnmatchcase(path, pattern) for pattern in unpublished):
            continue
        if (content := read_bytes(root, f"docs/{path}", problems)) is not None:
            found[path] = content
    return found


def check_folders(root: Path, vocabulary: Vocabulary, problems: Problems) -> None:
    """Report folders and files of `sources/` that nothing would read."""
    for folder in _folders(root):
        check_id(folder.name, Place(f"sources/{folder.name}"), problems)
        files = f"files here are {', '.join(_SOURCE_FILES)}"
        _check_files(root, f"sources/{folder.name}", _SOURCE_FILES, files, problems)
    _check_files(root, "sources", (Path(VOCABULARY).name,), "a source has a folder", problems)
    index = (*(Path(kind.file).name for kind in vocabulary.kinds), "topics.yml", "questions.yml")
    _check_files(root, "sources/index", index, f"a kind of entity is declared in {VOCABULARY}", problems)
    for key in _RESERVED:
        for name in _SOURCE_FILES:
            if (root / "sources" / key / name).exists():
                place = Place(f"sources/{key}/{name}")
                problems.add(
                    place, Code.RESERVED_KEY, f"`{key}` can't be the key of a source", "choose another key"
                )


def _folders(root: Path) -> Iterator[Path]:
    sources = root / "sources"
    for folder in sorted(sources.iterdir()) if sources.is_dir() else ():
        if (
            folder.is_dir()
            and folder.name not in _RESERVED
            and folder.name[0] not in "._"
            and any(folder.iterdir())
        ):
            yield folder


def _check_files(root: Path, folder: str, known: tuple[str, ...], otherwise: str, problems: Problems) -> None:
    """Report the YAML files of a folder that are none of those known; `otherwise` says what else there may be."""
    for path in sorted((root / folder).iterdir()) if (root / folder).is_dir() else ():
        if path.suffix in {".yml", ".yaml"} and path.name not in known and path.name[0] != ".":
            help_ = "\n".join(filter(None, (suggest(path.name, known), otherwise)))
            problems.add(Place(f"{folder}/{path.name}"), Code.UNKNOWN_FILE, "nothing reads this file", help_)
