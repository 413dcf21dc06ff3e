"""Pictures that are part of pages: our own SVG, drawn at build time, every mark a link.

Each picture is drawn for one page, since its links are relative to it. A picture shows nothing that its page does
not also say in a list or table; those, and captions, are left to `render`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dossier.draw.coverage import pictures as coverage
from dossier.draw.figures import pictures as figures
from dossier.draw.map import pictures as maps
from dossier.draw.neighborhoods import pictures as neighborhoods
from dossier.draw.network import pictures as network
from dossier.draw.positions import pictures as positions
from dossier.draw.questions import pictures as questions
from dossier.draw.strips import pictures as strips
from dossier.draw.timeline import pictures as timeline
from dossier.draw.years import pictures as years
from dossier.model.picture import Picture, Pictures
from dossier.model.public import Public

__all__ = ["draw"]

KINDS: tuple[Callable[[Public], Iterator[tuple[str, Picture]]], ...] = (
    timeline,
    strips,
    years,
    positions,
    questions,
    figures,
    maps,
    network,
    neighborhoods,
    coverage,
)


def draw(dossier: Public) -> Pictures:
    """All pictures, by the address of their page; a page whose picture would be empty has none."""
    drawn: dict[str, list[Picture]] = {}
    for pictures in KINDS:
        for page, picture in pictures(dossier):
            drawn.setdefault(page, []).append(picture)
    return {page: tuple(drawn[page]) for page in sorted(drawn)}
