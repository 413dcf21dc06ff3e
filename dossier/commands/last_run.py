"""Remembers what a check or a build read, said and made: where none of it has changed since, there is nothing to do.

It imports little, so that such a run takes a moment. What is read is everything that authors write, whole files.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from dossier.leaves.at_work import programs_at_work
from dossier.leaves.kept import Kept, digest_of, digest_of_file
from dossier.leaves.tree import SETTINGS, WRITTEN
from dossier.model.codes import Code
from dossier.model.place import Place
from dossier.model.problem import Fix, Problem, Problems, Related

_CODES = {str(code): code for code in Code}
_ENVIRONMENT = re.compile(r"!ENV\s+(.*)")
_INHERIT = re.compile(r"(?m)^INHERIT:\s*(\S+)")


@dataclass(frozen=True, slots=True)
class Said:
    """What a run told its user: problems, and lines besides."""

    problems: Problems
    lines: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class LastRun:
    """What is kept of the last check of a project, or of its last build; `site` is the folder that a build makes,
    `archive` whether it makes one file of it, too.
    """

    root: Path
    site: Path | None = None
    archive: bool = False

    @property
    def _kept(self) -> Kept:
        return Kept(self.root / "build/cache")

    @property
    def _name(self) -> str:
        return "last-build.json" if self.site else "last-check.json"

    def inputs(self) -> str:
        """A digest of all that a run depends on."""
        return digest_of(
            programs_at_work().encode(),
            str((self.site, self.archive)).encode(),
            *(_digest_of_tree(self.root / name).encode() for name in WRITTEN),
            *_settings(self.root),
        )

    def find(self, inputs: str) -> Said | None:
        """What the run of the same inputs said; none where there was none, or its site is not as it left it."""
        content = self._kept.find(self._name, inputs)
        if content is None:
            return None
        kept = json.loads(content)
        if kept["site"] != self._made():
            return None
        return Said(Problems({_problem(*values) for values in kept["problems"]}), kept["lines"])

    def keep(self, inputs: str, said: Said, made: Mapping[str, str] | None = None) -> None:
        """Remember a run that came to its end; what can't be written costs only time.

        `made` has a digest of each file of the site that a build made, by its path.
        """
        kept = {
            "site": _digest_of_files(made) if made else "",
            "problems": [astuple(problem) for problem in said.problems],
            "lines": said.lines,
        }
        with suppress(OSError):
            self._kept.keep(self._name, inputs, json.dumps(kept).encode())

    def _made(self) -> str:
        return _digest_of_tree(self.site) if self.site else ""


def _problem(
    place: list[Any], code: str, message: str, help_: str, related: list[Any], fix: list[str] | None
) -> Problem:
    others = tuple(Related(Place(*other), words) for other, words in related)
    return Problem(Place(*place), _CODES[code], message, help_, others, Fix(*fix) if fix else None)


def _settings(root: Path) -> Iterator[bytes]:
    """The settings and those that they inherit, and what the environment says to them."""
    name, read = SETTINGS, set[str]()
    while name not in read and (root / name).is_file():
        read.add(name)
        text = (root / name).read_bytes()
        yield text
        for variable in (
            "SOURCE_DATE_EPOCH",
            *re.findall(r"\w+", " ".join(_ENVIRONMENT.findall(text.decode()))),
        ):
            yield f"{variable}={os.environ.get(variable)}".encode()
        inherited = _INHERIT.search(text.decode())
        name = inherited[1].strip("\"'") if inherited else name


def _digest_of_tree(path: Path) -> str:
    """One digest of the paths and the contents of all files below, or of a file alone."""
    files = _files(str(path), "", set()) if path.is_dir() else [(".", path)] if path.is_file() else []
    return _digest_of_files({name: digest_of_file(file) for name, file in files})


def _digest_of_files(digests: Mapping[str, str]) -> str:
    return digest_of(*(os.fsencode(f"{path} {digests[path]}") for path in sorted(digests)))


def _files(folder: str, inside: str, seen: set[tuple[int, int]]) -> Iterator[tuple[str, str | Path]]:
    """The files below a folder, by their path there; also behind links, each folder once."""
    stat = Path(folder).stat()
    if (stat.st_dev, stat.st_ino) in seen:
        return
    seen.add((stat.st_dev, stat.st_ino))
    with os.scandir(folder) as entries:
        for entry in list(entries):
            if entry.is_dir():
                yield from _files(entry.path, f"{inside}{entry.name}/", seen)
            elif entry.is_file():
                yield f"{inside}{entry.name}", entry.path
