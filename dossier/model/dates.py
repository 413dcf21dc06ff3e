"""A date as it compares: EDTF with its strict bounds. Parsing and labels are left to the leaf `dates`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """An EDTF level 1 date: `edtf` as typed, strict bounds as ISO days (None where open), and a `label` for readers.

    `uncertain` where it carries `~`, `?` or `%`; `interval` where it is one.
    """

    edtf: str
    earliest: str | None
    latest: str | None
    label: str
    uncertain: bool = False
    interval: bool = False

    @property
    def order(self) -> tuple[str, str]:
        """Sort key: earliest first, open starts before all, then latest, open ends after all."""
        return self.earliest or "", self.latest or "9999-99-99"
