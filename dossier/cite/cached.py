"""Keeps what was formatted in a file, under a hash of all that it depends on. A cache may vanish at any time."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

_NAME = "citations.json"


def cached(folder: Path | None, depends_on: str, make: Callable[[], Any]) -> Any:  # noqa: ANN401 - JSON
    """What `make` returns, or returned when it last ran for the same `depends_on`, this code and this pandoc."""
    if folder is None:
        return make()
    key = _key(depends_on)
    path = folder / _NAME
    if (kept := _read(path, key)) is not None:
        return kept
    made = make()
    _write(path, {"key": key, "made": made})
    return made


def _key(depends_on: str) -> str:
    digest = hashlib.sha256(version("pypandoc_binary").encode())
    for module in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(module.read_bytes())
    digest.update(depends_on.encode())
    return digest.hexdigest()


def _read(path: Path, key: str) -> Any:  # noqa: ANN401 - JSON
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return kept["made"] if kept["key"] == key else None
    except (OSError, ValueError, KeyError, TypeError):
        return None  # not there, or damaged: it is made again


def _write(path: Path, kept: dict[str, Any]) -> None:
    """In one step, so that another run never reads half a file; a folder that can't be written costs only time."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=_NAME)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(kept, file, ensure_ascii=False)
        Path(name).replace(path)
    except OSError:
        return
