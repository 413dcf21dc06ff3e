"""Works as a bibliography prints them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dossier.model.ids import WorkKey


@dataclass(frozen=True, slots=True)
class Citation:
    """One work, formatted: `html` is safe inline HTML (CSL through pandoc), `csl` its CSL-JSON item, `short` the label in text."""

    work: WorkKey
    html: str
    short: str
    csl: Mapping[str, Any]
