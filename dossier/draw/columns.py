"""Puts tied entities into columns by kind, in an order in which few lines cross."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dossier.leaves.ties import COLUMNS, Tie, column_of
from dossier.model.entity import Entity
from dossier.model.ids import EntityId

_ROUNDS = 12


def ordered(found: Sequence[Tie], entities: Mapping[EntityId, Entity]) -> list[list[EntityId]]:
    """The tied entities in columns; each stands near the middle of those it is tied to, so that few lines cross."""
    tied: dict[EntityId, list[EntityId]] = {}
    for tie in found:
        for one, other in (tie.ends, tie.ends[::-1]):
            tied.setdefault(one, []).append(other)
    columns = [
        sorted((key for key in tied if column_of(entities[key]) is kind), key=lambda key: entities[key].name)
        for kind in COLUMNS
    ]
    for _ in range(_ROUNDS):
        for column in (*columns, *reversed(columns)):
            places = {key: (number + 0.5) / len(each) for each in columns for number, key in enumerate(each)}
            column.sort(
                key=lambda key: (
                    round(sum(places[other] for other in tied[key]) / len(tied[key]), 6),
                    key,
                )
            )
    return columns
