"""Results that are kept while a program runs, by all that they were made from: what is the same is not made again.

Only what was made without a problem is kept: a problem names lines, which move.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from dossier.model.problem import Problems

T = TypeVar("T")


@dataclass(slots=True)
class Memory:
    """What the last run made or used; `turn` begins a run."""

    _last: dict[Hashable, Any] = field(default_factory=dict)
    _this: dict[Hashable, Any] = field(default_factory=dict)

    def turn(self) -> None:
        """Begin a run: what the one before did not use is forgotten."""
        self._last, self._this = self._this, {}

    def recall(self, make: Callable[[], T], problems: Problems, *key: Hashable) -> T:
        """What `make` gives, which hands its problems to `problems` and uses nothing that is not in `key`."""
        found: T | None = self.find(*key)
        if found is not None:
            return found
        before = len(problems)
        made = make()
        if len(problems) == before:
            self.keep(made, *key)
        return made

    def find(self, *key: Hashable) -> Any:  # noqa: ANN401 - what was kept under this key
        """What is kept under a key; nothing where that is nothing."""
        found = self._this.get(key, self._last.get(key))
        if found is not None:
            self._this[key] = found
        return found

    def keep(self, value: object, *key: Hashable) -> None:
        """Keep a value for the runs to come."""
        self._this[key] = value


@dataclass(frozen=True, slots=True, eq=False)
class Same(Generic[T]):
    """A value in a key that is the same only if it is the same object: for what is large and is itself kept."""

    value: T

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.value is other.value

    def __hash__(self) -> int:
        return id(self.value)
