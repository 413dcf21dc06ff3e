"""Keeps what was formatted in a file, under a hash of all that it depends on."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from dossier.leaves.at_work import programs_at_work
from dossier.leaves.kept import Kept, digest_of

_NAME = "citations.json"


def cached(folder: Path | None, depends_on: str, make: Callable[[], Any]) -> Any:  # noqa: ANN401 - JSON
    """What `make` returns, or returned when it last ran for the same `depends_on` and the same programs."""
    if folder is None:
        return make()
    kept, key = Kept(folder), digest_of(programs_at_work().encode(), depends_on.encode())
    if (found := kept.find(_NAME, key)) is not None:
        return json.loads(found)
    made = make()
    with suppress(OSError):  # a folder that can't be written costs only time
        kept.keep(_NAME, key, json.dumps(made, ensure_ascii=False).encode())
    return made
