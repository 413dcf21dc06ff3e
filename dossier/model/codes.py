"""Every problem code: how it counts and what it means, for `--strict`, the error pages and the tests.

A code is a word an author can search for. Each has a case in `tests/cases/` that triggers it and a clean twin.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Code:
    """`severity` of every problem with this code, and what it means, in one or two sentences for authors."""

    severity: Literal["error", "warning"]
    explanation: str


CODES: Mapping[str, Code] = {
    # keep sorted by code
    "dead-link": Code("error", "A link of a built page leads to a page or a place in it that is not there."),
}
