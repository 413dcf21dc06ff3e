"""Checks, where a project keeps schemas, that they are current and that each file of records names its own.

Drafts need not name theirs: nothing publishes them, so they stop no strict build.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from dossier.leaves.at_work import programs_at_work
from dossier.leaves.kept import Kept, digest_of
from dossier.leaves.program import command
from dossier.load.files import read_file
from dossier.load.schemas import FOLDER, schema_names, stale_files
from dossier.model.codes import Code
from dossier.model.place import Place
from dossier.model.problem import Fix, Problems
from dossier.model.vocabulary import Vocabulary

_DRAFTS = "drafts"
_NAMES_SCHEMA = "# yaml-language-server: $schema="


def check_schemas(root: Path, vocabulary: Vocabulary, problems: Problems, cache: Path | None) -> None:
    """Report stale schemas once, and each file of records whose first line names none.

    That all are current is kept in the folder `cache`: to make them for comparison takes longer than to read them.
    """
    folder = root / FOLDER
    if not any(folder.glob("*.json")):
        return
    if stale := _stale(root, vocabulary, cache):
        problems.add(
            Place(f"{FOLDER}/{stale[0]}"),
            Code.SCHEMA_STALE,
            f"schemas are not current: {', '.join(stale)}",
            f"`{command('schema')}` writes them; commit what it writes",
        )
    known = schema_names(vocabulary) - {f"{_DRAFTS}.json"}
    for path in sorted([*folder.parent.glob("*.yml"), *folder.parent.glob("*/*.yml")]):
        if f"{path.stem}.json" not in known:
            continue  # drafts, or what nothing reads, which is reported elsewhere
        name = path.relative_to(root).as_posix()
        way = folder.name if path.parent == folder.parent else f"../{folder.name}"
        line = f"{_NAMES_SCHEMA}{way}/{path.stem}.json"
        file = read_file(root, name, Problems())  # what keeps it from being read is reported by its reader
        if file is None or (first := file.text.partition("\n")[0]).rstrip() == line:
            continue
        problems.add(
            Place(name),
            Code.SCHEMA_LINE,
            "the first line does not name the schema of this file",
            f"write `{line}`",
            fix=Fix(first, line) if first.startswith(_NAMES_SCHEMA) else Fix("", f"{line}\n"),
        )


def _stale(root: Path, vocabulary: Vocabulary, cache: Path | None) -> list[str]:
    if cache is None:
        return stale_files(root, vocabulary)
    kept, name = Kept(cache), "schemas-are-current"
    files = sorted((root / FOLDER).glob("*.json"))
    key = digest_of(
        programs_at_work().encode(),
        repr(vocabulary).encode(),
        *(part for file in files for part in (file.name.encode(), file.read_bytes())),
    )
    if kept.find(name, key) is not None:
        return []
    stale = stale_files(root, vocabulary)
    if not stale:
        with suppress(OSError):
            kept.keep(name, key, b"")
    return stale
