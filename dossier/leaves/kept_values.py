"""Keeps values of JSON from build to build, in one file, each by a key of all that it is made of."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from dossier.leaves.at_work import programs_at_work
from dossier.leaves.kept import Kept


@dataclass(slots=True)
class KeptValues:
    """The values that are kept under a name, for as long as the same programs are at work.

    Those that are not asked for until `save` are let go.
    """

    kept: Kept
    name: str
    _last: dict[str, Any] = field(init=False)
    _this: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        content = self.kept.find(self.name, self._programs)
        self._last = {} if content is None else json.loads(content)

    def of(self, key: str, make: Callable[[], Any]) -> Any:  # noqa: ANN401 - JSON
        """What `make` gives, always the same for a key, as JSON has it."""
        if key in self._last:
            self._this[key] = self._last[key]
        elif key not in self._this:
            self._this[key] = make()
        return self._this[key]

    def save(self) -> None:
        """Keep what was asked for."""
        if self._this.keys() != self._last.keys():
            with suppress(OSError):  # a folder that can't be written costs only time
                self.kept.keep(self.name, self._programs, json.dumps(self._this).encode())

    @property
    def _programs(self) -> str:
        return f"{self.name} {programs_at_work()}"
