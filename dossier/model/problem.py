"""What is wrong with what an author wrote, as sorted values; how it is shown is left to `report`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from dossier.model.codes import CODES
from dossier.model.place import Place


class Severity(StrEnum):
    """How a problem counts: an `error` stops the build, a `warning` does so with `--strict`."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing an author can mend: its place, its code from `codes.CODES`, a sentence, and the mend.

    `message` and `help` are in the author's words; `help` may have several lines.
    """

    place: Place
    code: str
    message: str
    help: str = ""

    @property
    def severity(self) -> Severity:
        """The severity that the registry gives to the code."""
        return Severity(CODES[self.code].severity)


@dataclass(slots=True)
class Problems:
    """Collects the problems of a run; stages add, only the caller reads."""

    _found: set[Problem] = field(default_factory=set)

    def add(self, place: Place, code: str, message: str, help: str = "") -> None:  # noqa: A002 - the report's own word
        """Note a problem; an unregistered `code` is a bug of ours and raises `KeyError`."""
        CODES[code]
        self._found.add(Problem(place, code, message, help))

    def __iter__(self) -> Iterator[Problem]:
        """All problems in the order of their places."""
        return iter(sorted(self._found))

    def __len__(self) -> int:
        return len(self._found)

    @property
    def errors(self) -> int:
        """How many stop the build."""
        return sum(problem.severity is Severity.ERROR for problem in self._found)

    @property
    def warnings(self) -> int:
        """How many stop it only with `--strict`."""
        return len(self) - self.errors
