"""Small timelines: the dated moments of one program or partner.

All share the years of the whole corpus, evenly, so that strips compare from page to page. Each is drawn twice, for
wide and for narrow screens.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dossier.draw import svg
from dossier.draw.axis import Axis, years_of
from dossier.draw.moments import Shape, rows_of, shape_of
from dossier.draw.timeline import address_of, title_of
from dossier.leaves import address
from dossier.model.analysis import TimelineEntry
from dossier.model.entity import Entity
from dossier.model.kinds import EntityKind
from dossier.model.picture import Picture
from dossier.model.public import Public

LAYOUTS = {"strip": 640, "strip-narrow": 340}
"""The names of the two drawings, and their widths."""
MARGIN = 6
ROW = 13
TOP = 6


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment, a link to its event or claim."""

    href: Markup
    title: str
    shape: Shape
    y: int


def pictures(dossier: Public) -> Iterator[tuple[str, Picture]]:
    """The strips of programs and partners that a dated claim is about or quotes."""
    span = years_of(entry.date for entry in dossier.analysis.timeline)
    if span is None:
        return
    for entity in dossier.corpus.entities.values():
        if {EntityKind.PROGRAM, EntityKind.PARTNER} & set(entity.kinds):
            entries = _entries(dossier, entity)
            yield from _drawn(address.page_of(entity.kind, entity.id), entries, span)


def _entries(dossier: Public, entity: Entity) -> tuple[TimelineEntry, ...]:
    """The moments with a claim that is about the entity or reports its words, with those claims alone."""
    claims = {*dossier.links.about.get(entity.id, ()), *dossier.links.spoken.get(entity.id, ())}
    return tuple(
        TimelineEntry(entry.date, entry.label, kept, entry.event)
        for entry in dossier.analysis.timeline
        if (kept := tuple(claim for claim in entry.claims if claim in claims))
    )


def _drawn(
    page: str, entries: Sequence[TimelineEntry], span: tuple[int, int]
) -> Iterator[tuple[str, Picture]]:
    if not entries:
        return
    for name, width in LAYOUTS.items():
        axis = Axis.spread(span, MARGIN, width - 2 * MARGIN, {})
        shapes = [shape_of(entry.date, axis) for entry in entries]
        rows = rows_of([(shape.x, shape.x + shape.width) for shape in shapes])
        marks = tuple(
            Mark(svg.link(page, address_of(entry)), title_of(entry), shape, TOP + ROW * row)
            for entry, shape, row in zip(entries, shapes, rows, strict=True)
        )
        bottom = TOP + ROW * (max(rows) + 1) + 2
        label = f"{svg.counted(len(entries), 'dated moment')} between {span[0]} and {span[1]}"
        yield (
            page,
            svg.picture(
                name,
                "strip.svg",
                name=label,
                narrow=name.endswith("-narrow"),
                width=width,
                height=bottom + 16,
                bottom=bottom,
                axis=axis,
                marks=marks,
            ),
        )
