"""Tries changes in a copy of the project's records: what would be wrong after them."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from dossier.commands.edits import Changes, write
from dossier.commands.named_places import BIBLIOGRAPHY
from dossier.link import link
from dossier.load import load
from dossier.model.problem import Problem, Problems
from dossier.model.severity import Severity
from dossier.model.usage_error import UsageError

_READ = ("mkdocs.yml", BIBLIOGRAPHY, "sources", "docs", "works", "overrides")
"""What a project is checked by."""


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
        for name in _READ:
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
