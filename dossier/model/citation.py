"""Works as a bibliography prints them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dossier.model.ids import WorkKey


@dataclass(frozen=True, slots=True)
class Citation:
    """One work: `html` is its entry as safe inline HTML, `short` its label in text, `csl` its CSL-JSON item."""

    work: WorkKey
    html: str
    short: str
    csl: Mapping[str, Any]
