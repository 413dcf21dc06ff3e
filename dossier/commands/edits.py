"""Changes to files that people keep: made in memory, shown as a difference, written all of them or none.

What is to be changed is left to the commands.
"""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dossier.leaves.whole_files import lay_beside
from dossier.model.lines import Lines
from dossier.model.place import Place
from dossier.model.usage_error import UsageError

_MARK = "\ufeff"
_QUOTATION_MARKS = ("'", '"')


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """The characters `typed` at a place, behind a quotation mark at most, and what to write `instead` of them."""

    place: Place
    typed: str
    instead: str


@dataclass(frozen=True, slots=True)
class Change:
    """A file's text before and after, line ends and byte-order mark as they are in the file."""

    before: str
    after: str


Changes = Mapping[str, Change]
"""Changed files by their names relative to the project."""


def read_typed(root: Path, name: str) -> str:
    """The text of a file as it is; raises `UsageError` where it cannot be read."""
    try:
        return (root / name).read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{name} cannot be read") from error


def changes_of(root: Path, edits: Iterable[Edit]) -> dict[str, Change]:
    """What files are after some edits; raises `UsageError` where something else is at the place of one."""
    by_file: defaultdict[str, set[Edit]] = defaultdict(set)
    for edit in edits:
        by_file[edit.place.file].add(edit)
    return {name: _change(read_typed(root, name), found) for name, found in sorted(by_file.items())}


def _change(text: str, edits: Iterable[Edit]) -> Change:
    lines = Lines(text.removeprefix(_MARK))
    after = lines.text
    end = "\r\n" if "\r\n" in text else "\n"
    for at, edit in sorted(((_offset(lines, edit), edit) for edit in edits), reverse=True):
        instead = edit.instead.replace("\n", end)
        if edit.place.line > len(lines.ranges):  # the file's last line has no end
            instead = end + instead
        after = after[:at] + instead + after[at + len(edit.typed) :]
    return Change(text, text[: len(text) - len(lines.text)] + after)


def _offset(lines: Lines, edit: Edit) -> int:
    place = edit.place
    if place.line > len(lines.ranges):
        return len(lines.text)
    at = lines.ranges[place.line - 1][0] + place.column - 1
    if not lines.text.startswith(edit.typed, at) and lines.text[at : at + 1] in _QUOTATION_MARKS:
        at += 1
    if not lines.text.startswith(edit.typed, at):
        raise UsageError(f"{place}: `{edit.typed}` is not written here as it is; change this place yourself")
    return at


def difference(changes: Changes) -> str:
    """The changes as a unified difference, file by file."""
    return "".join(
        line if line.endswith("\n") else f"{line}\n"
        for name, change in sorted(changes.items())
        for line in difflib.unified_diff(
            change.before.splitlines(keepends=True),
            change.after.splitlines(keepends=True),
            f"a/{name}",
            f"b/{name}",
        )
    )


def write(root: Path, changes: Changes) -> None:
    """Write all changes, or none with a `UsageError`.

    The new files and the old ones are laid beside their places before any is replaced: the way back needs no room.
    """
    new: dict[Path, Path] = {}
    old: dict[Path, Path] = {}
    try:
        for name, change in changes.items():
            path = root / name
            path.parent.mkdir(exist_ok=True)
            if path.exists():
                old[path] = lay_beside(path, path.read_bytes())
            new[path] = lay_beside(path, change.after.encode())
        _replace_all(new, old)
    except OSError as error:
        raise UsageError(f"nothing was written: {error.strerror}: {error.filename}") from error
    finally:
        for beside in (*new.values(), *old.values()):
            beside.unlink(missing_ok=True)


def _replace_all(new: Mapping[Path, Path], old: Mapping[Path, Path]) -> None:
    replaced: list[Path] = []
    try:
        for path, beside in new.items():
            beside.replace(path)
            replaced.append(path)
    except OSError:
        for path in replaced:
            old[path].replace(path) if path in old else path.unlink()
        raise
