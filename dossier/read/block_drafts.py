"""Builds blocks out of lines that know their parts: body, asides and captions at their place, notes at the end."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.model.reading import BlockKind, Where
from dossier.read.lines import Role, SuppliedLine
from dossier.read.paragraphs import Joints, join_paragraphs, splits_items
from dossier.read.shape import measure

_WHERE = {
    Role.FLOW: Where.BODY,
    Role.HEADING: Where.BODY,
    Role.ASIDE: Where.ASIDE,
    Role.CAPTION: Where.CAPTION,
    Role.NOTE: Where.NOTE,
}


@dataclass(frozen=True, slots=True)
class BlockDraft:
    """A block in the making: its lines, and what they make."""

    lines: tuple[SuppliedLine, ...]
    kind: BlockKind
    where: Where
    level: int = 0
    note: str | None = None
    run_in: bool = False


def draft_blocks(text: str, lines: Sequence[SuppliedLine]) -> list[BlockDraft]:
    """The blocks in reading order. What interrupts a paragraph comes after it."""
    flow = [line for line in lines if line.role in (Role.FLOW, Role.HEADING)]
    body = [_draft(block) for block in _blocks(text, flow)]
    inserts = _inserts(text, lines, body)
    found = inserts.get(-1, [])
    for place, draft in enumerate(body):
        found += [draft, *inserts.get(place, ())]
    return found + _notes(text, lines)


def _blocks(text: str, lines: Sequence[SuppliedLine]) -> Iterator[list[SuppliedLine]]:
    """Lines of one part, block by block."""
    plain = sorted((line for line in lines if line.role is not Role.HEADING), key=lambda line: line.index)
    shape = measure(text, plain)
    return join_paragraphs(lines, Joints(text, shape, splits_items(text, lines, shape)))


def _draft(lines: Sequence[SuppliedLine]) -> BlockDraft:
    first = lines[0]
    kind, level = BlockKind.PARAGRAPH, 0
    if first.role is Role.HEADING:
        kind, level = BlockKind.HEADING, first.level
    elif first.quoted:
        kind, level = BlockKind.QUOTATION, first.quoted
    elif first.label and first.role is not Role.NOTE:
        kind, level = BlockKind.ITEM, first.level
    return BlockDraft(tuple(lines), kind, _WHERE[first.role], level, first.note, first.run_in)


def _inserts(
    text: str, lines: Sequence[SuppliedLine], body: Sequence[BlockDraft]
) -> dict[int, list[BlockDraft]]:
    """Asides and captions by the place of the body block that they follow; -1 before all."""
    places = {line.index: place for place, draft in enumerate(body) for line in draft.lines}
    groups: dict[tuple[Role, int], list[SuppliedLine]] = defaultdict(list)
    for line in lines:
        if line.role in (Role.ASIDE, Role.CAPTION):
            groups[line.role, line.group].append(line)
    inserts: dict[int, list[BlockDraft]] = defaultdict(list)
    indices = sorted(places)
    last = indices[-1] if indices else -1
    for group in groups.values():
        above = bisect_left(indices, group[0].index)
        at_end = len(body) - 1 if group[0].index > last else None
        place = places[indices[above - 1]] if above else -1
        inserts[place if at_end is None else at_end] += _aside(text, group)
    return inserts


def _aside(text: str, lines: Sequence[SuppliedLine]) -> Iterator[BlockDraft]:
    """The blocks of one aside or caption; a first line in capitals or apart from its list is its heading."""
    for block in _blocks(text, lines):
        draft = _draft(block)
        alone = block[0] is lines[0] and len(block) == 1 and len(lines) > 1 and block[0].role is Role.ASIDE
        if alone and not block[0].label and not block[0].words(text).endswith((".", ":", ",", ";")):
            draft = BlockDraft(draft.lines, BlockKind.HEADING, draft.where, 1)
        yield draft


def _notes(text: str, lines: Sequence[SuppliedLine]) -> list[BlockDraft]:
    """The blocks of the notes, in the order of their numbers."""
    groups: dict[int, list[SuppliedLine]] = defaultdict(list)
    for line in lines:
        if line.role is Role.NOTE:
            groups[line.group].append(line)
    every = [line for line in lines if line.role is Role.NOTE]
    shape = measure(text, every)
    found: list[BlockDraft] = []
    for group in sorted(groups, reverse=True):
        found += [_draft(block) for block in join_paragraphs(groups[group], Joints(text, shape))]
    return found
