"""The network: institutions, programs and partners in three columns, tied by the claims that are about both.

Only the strongest ties are drawn, as many as stay legible; the page says from how many claims on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dossier.draw import svg
from dossier.draw.columns import ordered
from dossier.draw.names import claims_about
from dossier.leaves import address, terms
from dossier.leaves.cooperation import WORST_FIRST, by_state, trouble
from dossier.leaves.ties import COLUMNS, Tie, strongest, ties
from dossier.model.ids import ClaimId, EntityId
from dossier.model.kinds import Cooperation, EntityKind
from dossier.model.picture import Picture
from dossier.model.public import Public

PAGE = "network/"
WIDTH = 930
PILL, HEIGHT, STEP = 196, 19, 25
HEAD = 24
THICKEST = 8


@dataclass(frozen=True, slots=True)
class Node:
    """An entity: a link to its page, in a box whose left upper corner is (x, y)."""

    id: Markup
    href: Markup
    title: str
    label: str
    column: int
    x: int
    y: int
    state: str

    @property
    def middle(self) -> int:
        return self.y + HEIGHT // 2


@dataclass(frozen=True, slots=True)
class Line:
    """A tie, as the path of an SVG; `ends` are the ids of its nodes."""

    ends: Markup
    path: Markup
    width: int
    state: str


def pictures(dossier: Public) -> Iterator[tuple[str, Picture]]:
    """The one picture; none where no two are tied."""
    kept = strongest(ties(dossier.corpus.entities, dossier.links))
    if not kept:
        return
    nodes = {str(node.id): node for node in _nodes(dossier, kept)}
    yield (
        PAGE,
        svg.picture(
            "network",
            "network.svg",
            name=f"{svg.counted(len(nodes), 'institution, program or partner', 'institutions, programs and partners')}"
            f", with {svg.counted(len(kept), 'tie')} between them",
            width=WIDTH,
            height=max(node.y for node in nodes.values()) + HEIGHT + 4,
            pill=PILL,
            heads=[(_x(number), kind.folder.capitalize()) for number, kind in enumerate(COLUMNS)],
            lines=[_line(dossier, nodes[tie.ends[0]], nodes[tie.ends[1]], tie) for tie in reversed(kept)],
            nodes=list(nodes.values()),
        ),
    )


def _nodes(dossier: Public, kept: Sequence[Tie]) -> Iterator[Node]:
    """Columns that are shorter than the longest stand in the middle of its height."""
    columns = ordered(kept, dossier.corpus.entities)
    longest = max(map(len, columns))
    for number, column in enumerate(columns):
        top = HEAD + (longest - len(column)) * STEP // 2
        for row, key in enumerate(column):
            yield _node(dossier, key, kept, (number, row), top)


def _node(dossier: Public, key: EntityId, kept: Sequence[Tie], place: tuple[int, int], top: int) -> Node:
    entities = dossier.corpus.entities
    tied = [
        f"{entities[other].name} {tie.claims}"
        for tie in kept
        for end, other in (tie.ends, tie.ends[::-1])
        if end == key
    ]
    column, row = place
    states = by_state(claims_about(dossier, key)) if EntityKind.PARTNER in entities[key].kinds else {}
    told = [
        f"; {terms.COOPERATION[state]} in {len(states[state])}" for state in WORST_FIRST if state in states
    ]
    return Node(
        Markup(key),
        svg.link(PAGE, address.page_of(entities[key].kind, key)),
        f"{entities[key].name}, together with {', '.join(tied)}{''.join(told)}",
        svg.fitted(entities[key].name, PILL - 12),
        column,
        _x(column),
        top + row * STEP,
        state_class(states),
    )


def _x(column: int) -> int:
    return column * (WIDTH - PILL) // (len(COLUMNS) - 1)


def _line(dossier: Public, one: Node, other: Node, tie: Tie) -> Line:
    left, right = sorted((one, other), key=lambda node: (node.column, node.y))
    if left.column == right.column:
        path = _arc(left, right)
    else:
        x1, x2 = left.x + PILL, right.x
        bend = (x2 - x1) // 2
        path = f"M{x1} {left.middle}C{x1 + bend} {left.middle} {x2 - bend} {right.middle} {x2} {right.middle}"
    return Line(
        Markup(f"{one.id} {other.id}"), Markup(path), thickness(tie.claims), tie_state(dossier, tie.shared)
    )


def _arc(upper: Node, lower: Node) -> str:
    """Beside a column: to the right of it, or to the left of the last one."""
    last = upper.column == len(COLUMNS) - 1
    x = upper.x if last else upper.x + PILL
    away = min(24 + (lower.y - upper.y) // 5, 110) * (-1 if last else 1)
    return f"M{x} {upper.middle}C{x + away} {upper.middle} {x + away} {lower.middle} {x} {lower.middle}"


def tie_state(dossier: Public, shared: Iterable[ClaimId]) -> str:
    """The class of a tie whose claims tell of absent or troubled cooperation."""
    return state_class(by_state(dossier.corpus.claims[claim] for claim in shared))


def state_class(states: Iterable[Cooperation]) -> str:
    """The class of the worst state, with a space before it; empty for cooperation."""
    worst = trouble(states)
    return f" coop-{worst.value}" if worst else ""


def thickness(claims: int) -> int:
    """How thick a tie is: as many units as claims, up to a measure."""
    return min(claims, THICKEST)
