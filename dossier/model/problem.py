"""What is wrong with what an author wrote, as sorted values; how it is shown is left to `report`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dossier.model.codes import Code
from dossier.model.place import Place
from dossier.model.severity import Severity


@dataclass(frozen=True, slots=True, order=True)
class Related:
    """A further place that belongs to a problem, and in one line what is found there."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class Fix:
    """What is certainly meant: the characters `typed` at the problem's place, and what to write `instead` of them."""

    typed: str
    instead: str


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing an author can fix: its place, its code, what is wrong, how to fix it, and further places.

    `message` and `help` are in the author's words; `help` may have several lines, and names no places. Where nothing
    has to be decided a `fix` says what to write.
    """

    place: Place
    code: Code
    message: str
    help: str = ""
    related: tuple[Related, ...] = ()
    fix: Fix | None = field(default=None, compare=False)

    @property
    def severity(self) -> Severity:
        """How a problem with this code counts."""
        return self.code.severity


@dataclass(slots=True)
class Problems:
    """Collects the problems of a run; stages add, only the caller reads."""

    _found: set[Problem] = field(default_factory=set)

    def add(
        self,
        place: Place,
        code: Code,
        message: str,
        help: str = "",  # noqa: A002 - the report's own word
        related: Iterable[Related] = (),
        fix: Fix | None = None,
    ) -> None:
        """Note a problem; one that is noted already counts once."""
        self._found.add(Problem(place, code, message, help, tuple(related), fix))

    def update(self, others: Problems) -> None:
        """Note the problems of one record, collected apart from those of the run."""
        self._found |= others._found

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
        return sum(problem.severity is Severity.WARNING for problem in self._found)

    def stop(self, *, strict: bool) -> bool:
        """Whether they stop the build."""
        return self.errors > 0 or (strict and self.warnings > 0)
