"""The timeline: every dated moment over the whole span, in lanes by kind of claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from dossier.draw import svg
from dossier.draw.axis import Axis, years_of
from dossier.draw.moments import Shape, rows_of, shape_of
from dossier.leaves import address
from dossier.model.analysis import TimelineEntry
from dossier.model.kinds import ClaimKind, EntityKind, RecordKind
from dossier.model.picture import Picture
from dossier.model.public import Public

PAGE = "timeline/"
WIDTH = 1160
MARGIN = 8
ROW = 15
LANE_HEAD = 22
AXIS_HEIGHT = 24
LABEL = 156
"""The width that a name has beside its mark."""
EMPTY_YEAR, PER_MOMENT = 5, 11
"""How wide a year is for itself, and for each moment that begins in it; the sum is fitted to the picture."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment: a link to its event or claim. `label`, what it is about, stands behind it, or `before` it."""

    href: Markup
    title: str
    claims: Markup
    shape: Shape
    label: str
    before: bool
    y: int = 0

    @property
    def label_x(self) -> int:
        """Where its label begins, or ends where it stands before the mark."""
        return self.shape.x - 4 if self.before else self.shape.x + self.shape.width + 4

    @property
    def extent(self) -> tuple[int, int]:
        """From where to where it reaches with its label."""
        words = len(self.label) * svg.CHARACTER + 6 if self.label else 0
        left, right = self.shape.x, self.shape.x + self.shape.width
        return (left - words, right) if self.before else (left, right + words)


@dataclass(frozen=True, slots=True)
class Lane:
    """The moments of one kind, from `y` on for `height`."""

    kind: ClaimKind
    y: int
    height: int
    marks: tuple[Mark, ...]


def pictures(dossier: Public) -> Iterator[tuple[str, Picture]]:
    """The one picture of the timeline's page; none where no claim bears a date."""
    entries = dossier.analysis.timeline
    span = years_of(entry.date for entry in entries)
    if span is None:
        return
    axis = Axis.spread(span, MARGIN, WIDTH - 2 * MARGIN, _weights(entries, span))
    lanes = tuple(_lanes(dossier, axis))
    height = AXIS_HEIGHT + sum(lane.height for lane in lanes)
    yield (
        PAGE,
        svg.picture(
            "timeline",
            "timeline.svg",
            name=f"Timeline, {span[0]} to {span[1]}: {svg.counted(len(entries), 'moment')}",
            width=WIDTH,
            height=height + AXIS_HEIGHT,
            axis=axis,
            bottom=height,
            lanes=lanes,
            heads=(axis.start, WIDTH // 3, 2 * WIDTH // 3),
        ),
    )


def _weights(entries: Sequence[TimelineEntry], span: tuple[int, int]) -> dict[int, int]:
    begun = Counter(entry.date.year for entry in entries)
    return {year: EMPTY_YEAR + PER_MOMENT * begun[year] for year in range(span[0], span[1] + 1)}


def _lanes(dossier: Public, axis: Axis) -> Iterator[Lane]:
    y = AXIS_HEIGHT
    for kind in ClaimKind:
        entries = [entry for entry in dossier.analysis.timeline if kind_of(dossier, entry) is kind]
        marks = [_mark(dossier, entry, axis) for entry in entries]
        if not marks:
            continue
        rows = rows_of([mark.extent for mark in marks])
        height = LANE_HEAD + ROW * (max(rows) + 1) + 4
        placed = (replace(mark, y=y + LANE_HEAD + ROW * row) for mark, row in zip(marks, rows, strict=True))
        yield Lane(kind, y, height, tuple(placed))
        y += height


def _mark(dossier: Public, entry: TimelineEntry, axis: Axis) -> Mark:
    shape = shape_of(entry.date, axis)
    label = svg.fitted(_subject(dossier, entry), LABEL)
    before = bool(label) and shape.x + shape.width + len(label) * svg.CHARACTER + 4 > WIDTH
    claims = Markup(" ".join(entry.claims))
    return Mark(svg.link(PAGE, address_of(entry)), title_of(entry), claims, shape, label, before)


def _subject(dossier: Public, entry: TimelineEntry) -> str:
    """What a moment is chiefly about; empty where its claim is about no entity."""
    about = dossier.corpus.claims[entry.claims[0]].about
    return dossier.corpus.entities[about[0]].name if about else ""


def kind_of(dossier: Public, entry: TimelineEntry) -> ClaimKind:
    """The lane of a moment: the kind of its first claim."""
    return dossier.corpus.claims[entry.claims[0]].kind


def address_of(entry: TimelineEntry) -> str:
    """Where a moment leads: to its event, else to its claim."""
    if entry.event:
        return address.page_of(EntityKind.EVENT, entry.event)
    return address.page_of(RecordKind.CLAIM, entry.claims[0])


def title_of(entry: TimelineEntry) -> str:
    """What a moment is called in full."""
    more = f" ({svg.counted(len(entry.claims), 'claim')})" if len(entry.claims) > 1 else ""
    return f"{entry.date.label}: {entry.label}{more}"
