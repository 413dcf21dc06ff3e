"""The years at a glance, for the home page: a bar for each year of the timeline, as high as moments begin in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from dossier.draw import svg
from dossier.draw.axis import Axis, fits
from dossier.leaves import address
from dossier.model.picture import Picture
from dossier.model.public import Public

PAGE = ""
LAYOUTS = {"years": 1160, "years-narrow": 340}
MARGIN = 4
TALLEST = 72
TOP = 14
NUMBERED = 14
"""How wide a bar is that bears its number."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A year: a link to its place on the timeline."""

    href: Markup
    title: str
    count: int
    x: int
    y: int
    width: int
    height: int


def pictures(dossier: Public) -> Iterator[tuple[str, Picture]]:
    """The two drawings; none where no claim bears a date."""
    begun = Counter(entry.date.year for entry in dossier.analysis.timeline if fits(entry.date))
    for name, width in LAYOUTS.items() if begun else ():
        axis = Axis.spread((min(begun), max(begun)), MARGIN, width - 2 * MARGIN, {})
        words = f"{svg.counted(begun.total(), 'dated moment')} by year, {min(begun)} to {max(begun)}"
        yield (
            PAGE,
            svg.picture(
                name,
                "years.svg",
                name=words,
                narrow=name.endswith("-narrow"),
                width=width,
                bottom=TOP + TALLEST,
                axis=axis,
                bars=list(_bars(begun, axis)),
                numbered=NUMBERED,
            ),
        )


def _bars(begun: Mapping[int, int], axis: Axis) -> Iterator[Bar]:
    most = max(begun.values())
    for year in sorted(begun):
        left, right = axis.edges[year - axis.first : year - axis.first + 2]
        height = max(TALLEST * begun[year] // most, 2)
        yield Bar(
            svg.link(PAGE, f"timeline/#{address.year_id(year)}"),
            f"{year}: {svg.counted(begun[year], 'moment')}",
            begun[year],
            left,
            TOP + TALLEST - height,
            max(right - left - 2, 2),
            height,
        )
