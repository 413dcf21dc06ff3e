"""A picture that is part of a page: drawn at build time, every mark a link, the same bytes on every machine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """An inline `<svg>` with an accessible name, made for one page: its links are relative to that page."""

    name: str
    svg: str


Pictures = Mapping[str, tuple[Picture, ...]]
"""The pictures of each page, by the page's address."""
