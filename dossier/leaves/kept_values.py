"""Keeps values of JSON from build to build, each by a key of all that it is made of.

There are two files: where few values are new, only the second is written, with those that the first has not.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from dossier.leaves.at_work import programs_at_work
from dossier.leaves.kept import Kept

_FEW = 4
"""One in how many may be new before everything is written again."""


@dataclass(slots=True)
class KeptValues:
    """The values that are kept under a name, for as long as the same programs are at work.

    Those that were not asked for are let go when everything is written again.
    """

    kept: Kept
    name: str
    _first: dict[str, Any] = field(init=False)
    _later: dict[str, Any] = field(init=False)
    _this: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._first, self._later = self._found(self.name), self._found(f"{self.name}.later")

    def of(self, key: str, make: Callable[[], Any]) -> Any:  # noqa: ANN401 - JSON
        """What `make` gives, always the same for a key, as JSON has it."""
        if key not in self._this:
            where = self._first if key in self._first else self._later
            self._this[key] = where[key] if key in where else make()
        return self._this[key]

    def save(self) -> None:
        """Keep what was asked for."""
        later = {key: value for key, value in self._this.items() if key not in self._first}
        if len(later) * _FEW > len(self._this):
            self._keep(self.name, self._this)
        elif not later.keys() <= self._later.keys():
            self._keep(f"{self.name}.later", later)

    def _found(self, name: str) -> dict[str, Any]:
        content = self.kept.find(name, f"{name} {programs_at_work()}")
        return {} if content is None else json.loads(content)

    def _keep(self, name: str, values: Mapping[str, Any]) -> None:
        with suppress(OSError):  # a folder that can't be written costs only time
            self.kept.keep(name, f"{name} {programs_at_work()}", json.dumps(values).encode())
