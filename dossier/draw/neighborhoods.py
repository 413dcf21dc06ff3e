"""The neighborhood of a program or partner: those that most claims are about together with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dossier.draw import svg
from dossier.draw.network import HEIGHT, STEP, thickness, tie_state
from dossier.leaves import address
from dossier.leaves.ties import column_of
from dossier.model.entity import Entity
from dossier.model.ids import ClaimId
from dossier.model.kinds import EntityKind
from dossier.model.picture import Picture
from dossier.model.public import Public

MOST = 12
LAYOUTS = {"neighbors": (640, 220, 250), "neighbors-narrow": (340, 116, 168)}
"""The names of the two drawings, their widths, and those of the boxes on the left and the right."""


@dataclass(frozen=True, slots=True)
class Neighbor:
    """One of the others: a link to its page; `path` is the line that leads to it."""

    href: Markup
    title: str
    label: str
    sort: str
    y: int
    path: Markup
    width: int
    state: str


def pictures(dossier: Public) -> Iterator[tuple[str, Picture]]:
    """One for each program or partner that shares claims with a program, partner or institution."""
    for entity in dossier.corpus.entities.values():
        if not {EntityKind.PROGRAM, EntityKind.PARTNER} & set(entity.kinds):
            continue
        shared = [
            (dossier.corpus.entities[other], claims)
            for other, claims in dossier.links.related.get(entity.id, ())
            if column_of(dossier.corpus.entities[other])
        ]
        ranked = sorted(shared, key=lambda found: (-len(found[1]), found[0].name.casefold(), found[0].id))[
            :MOST
        ]
        page = address.page_of(entity.kind, entity.id)
        for name in LAYOUTS if ranked else ():
            yield page, _drawn(dossier, name, page, entity, ranked)


def _drawn(
    dossier: Public,
    name: str,
    page: str,
    entity: Entity,
    ranked: Sequence[tuple[Entity, tuple[ClaimId, ...]]],
) -> Picture:
    width, left, right = LAYOUTS[name]
    height = STEP * len(ranked)
    middle = height // 2
    x1, x2 = left, width - right
    bend = (x2 - x1) // 2
    neighbors = []
    for row, (other, claims) in enumerate(ranked):
        y = row * STEP + STEP // 2
        path = f"M{x1} {middle}C{x1 + bend} {middle} {x2 - bend} {y} {x2} {y}"
        neighbors.append(
            Neighbor(
                svg.link(page, address.page_of(other.kind, other.id)),
                f"{other.name}: {svg.counted(len(claims), 'claim')} in common",
                f"{svg.fitted(other.name, right - 40)} {len(claims)}",
                (column_of(other) or other.kind).value,
                y - HEIGHT // 2,
                Markup(path),
                thickness(len(claims)),
                tie_state(dossier, claims),
            )
        )
    return svg.picture(
        name,
        "neighbors.svg",
        name=f"What is named together with {entity.name}: the {len(ranked)} with most claims in common",
        narrow=name.endswith("-narrow"),
        width=width,
        height=height,
        center=svg.fitted(entity.name, left - 12),
        middle=middle,
        left=left,
        right=right,
        neighbors=neighbors,
    )
