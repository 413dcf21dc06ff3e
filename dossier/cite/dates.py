"""Dates as CSL has them: in parts where it can say them, else in words. How dates are written is left to `Date`."""

from __future__ import annotations

from typing import Any

from dossier.model.date import Date
from dossier.model.edtf import SingleDate
from dossier.model.from_text import UnreadableValueError

_YEARS = range(1, 10_000)
VARIABLES = {"accessed": "urldate", "event-date": "eventdate", "original-date": "origdate"}
"""Dates of CSL besides that of the work, and the fields of BibTeX that hold them."""


def csl_date(date: Date) -> dict[str, Any]:
    """A CSL date variable; one that has no parts in CSL has its EDTF text as `raw` beside its words."""
    ends = (date.start, date.end) if date.interval else (date.start,)
    parts = [_parts(end) if end else None for end in ends]
    if None in parts:
        return {"literal": date.label, "raw": date.edtf}
    circa = {"circa": True} if any(end and end.uncertain for end in ends) else {}
    return {"date-parts": parts} | circa


def read_csl_date(typed: str) -> dict[str, Any]:
    """The CSL date variable of a field that may hold other words than a date: they are kept."""
    try:
        return csl_date(Date.parse(typed))
    except UnreadableValueError:
        return {"literal": typed}


def _parts(date: SingleDate) -> list[int] | None:
    """Year, month and day as far as they are known, or `None` where that would not be all."""
    exact = not (date.unspecified or date.season or "X" in date.edtf or date.edtf.endswith(("?", "%")))
    if not exact or date.first.year not in _YEARS:
        return None
    return [date.first.year, *(part for part in (date.month, date.day) if part)]
