"""A timeline that outgrows a page: its decades, each on a page of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from dossier.leaves import address
from dossier.model.analysis import TimelineEntry
from dossier.model.day import year_label, years_label
from dossier.render.paging import EntryKind, FurtherPage, PageList, listed_at


@dataclass(frozen=True, slots=True)
class Year:
    """The entries of one year, under its heading."""

    number: int
    entries: tuple[TimelineEntry, ...]

    @property
    def id(self) -> str:
        """Its place on the timeline."""
        return address.year_id(self.number)

    @property
    def label(self) -> str:
        """The year as readers read it."""
        return year_label(self.number)

    @property
    def list(self) -> PageList:
        """Its entries as a page lists them."""
        return PageList(self.id, self.label, EntryKind.MOMENT, self.entries)


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years of which some have entries; `first` ends in a zero."""

    first: int
    years: tuple[Year, ...]

    @property
    def id(self) -> str:
        """Its place on the timeline."""
        return address.decade_id(self.first)

    @property
    def address(self) -> str:
        """Its page."""
        return address.decade(self.first)

    @property
    def label(self) -> str:
        """The decade as readers read it: `1990–1999`."""
        return years_label(self.first, self.first + 9)

    @property
    def moments(self) -> int:
        """How many entries it has."""
        return sum(len(year.entries) for year in self.years)


def decades_of(years: Sequence[Year]) -> tuple[Decade, ...]:
    """The decades that have entries; years are in their order."""
    grouped = groupby(years, key=lambda year: year.number // 10 * 10)
    return tuple(Decade(first, tuple(found)) for first, found in grouped)


def decade_pages(first: str, decades: Sequence[Decade], room: int) -> tuple[FurtherPage, ...]:
    """The pages of all decades; from the last of one the next is led to."""
    found: list[FurtherPage] = []
    for decade in decades:
        lists = [year.list for year in decade.years]
        found += listed_at(first, decade.address, decade.label, lists, room)
    before = (first, *(page.address for page in found[:-1]))
    after = (*(page.address for page in found[1:]), "")
    return tuple(replace(page, before=b, after=a) for page, b, a in zip(found, before, after, strict=False))
