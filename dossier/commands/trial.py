"""Tries changes in a copy of the project's records: what would be wrong after them."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from dossier.commands.edits import Changes, write
from dossier.leaves.tree import SETTINGS, WRITTEN
from dossier.link import link
from dossier.load import load
from dossier.load.settings import read_settings
from dossier.model.problem import Problem, Problems
from dossier.model.severity import Severity
from dossier.model.usage_error import UsageError


def errors(root: Path, *, linked: bool = True) -> list[Problem]:
    """What is wrong with the records as they are; with those alone that cannot be read, where not `linked`."""
    problems = Problems()
    corpus = load(root, problems)
    if linked:
        link(corpus, problems)
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def errors_after(root: Path, changes: Changes, folder: tuple[str, str] | None = None) -> list[Problem]:
    """What would be wrong after the changes, and after the first folder got the name of the second.

    Raises `UsageError` where there is a folder of that name.
    """
    with tempfile.TemporaryDirectory() as made:
        copy = Path(made)
        for name in _checked_by(root):
            if (root / name).is_dir():
                shutil.copytree(root / name, copy / name, symlinks=True)
            elif (root / name).is_file():
                shutil.copy(root / name, copy / name)
        write(copy, changes)
        if folder and (copy / folder[1]).exists():
            raise UsageError(f"there is a folder {folder[1]} already")
        if folder:
            (copy / folder[0]).rename(copy / folder[1])
        return errors(copy)


def _checked_by(root: Path) -> set[str]:
    """What the records of a project are checked by; settings that it inherits from outside are not its own."""
    settings = {setting.file.name for setting in read_settings(root, SETTINGS, Problems())}
    return {*WRITTEN, *(name for name in settings if (root / name).resolve().is_relative_to(root.resolve()))}
