"""Puts lines that came out of order where they read; which lines those are is given by hints."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.model.codes import Code
from dossier.model.hints import Move, parse_lines
from dossier.read.lines import SuppliedLine
from dossier.read.passages import Report


def put_in_order(
    lines: tuple[SuppliedLine, ...], moves: Sequence[Move], report: Report
) -> tuple[tuple[SuppliedLine, ...], int]:
    """The lines in reading order, and how many were moved. Moves are made one after the other."""
    moved = 0
    for place, move in enumerate(moves):
        first, last = parse_lines(move.lines)
        taken = [line for line in lines if first <= line.number <= last]
        rest = [line for line in lines if not first <= line.number <= last]
        stops = [at for at, line in enumerate(rest, start=1) if line.number == move.after]
        if not taken or not stops:
            report(
                Code.HINT_NOT_FOUND,
                f"lines {move.lines} or line {move.after} were not found in the text",
                ("order", place),
            )
            continue
        cut = stops[-1]
        lines = (*rest[:cut], *taken, *rest[cut:])
        moved += len(taken)
    return lines, moved
