"""Joins notes whose numbers and texts were torn apart, as hints tell: one block of bare numbers, one of texts."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dossier.model.codes import Code
from dossier.model.hints import LineRange, Unnumbered, parse_lines
from dossier.read.lines import Role, SuppliedLine
from dossier.read.numerals import parse_number
from dossier.read.paragraphs import is_open
from dossier.read.passages import Report
from dossier.read.shape import breadth

_NUMBER = re.compile(r"\[?(\d{1,4}|[ivxlc]{1,8})\]?[.)]?")


def join_torn(
    text: str, lines: tuple[SuppliedLine, ...], hints: Sequence[Unnumbered], report: Report
) -> tuple[tuple[SuppliedLine, ...], Mapping[int, str]]:
    """The lines with torn notes marked, and their labels by number.

    A bare number becomes the label of the first line of its text.
    """
    labels: dict[int, str] = {}
    for place, hint in enumerate(hints):
        numbers = [line for line in _within(lines, hint.marks) if _NUMBER.fullmatch(line.words(text))]
        texts = _within(lines, hint.texts)
        openings = _openings(text, texts, len(numbers))
        if not numbers or len(openings) != len(numbers):
            report(
                Code.HINT_NOT_FOUND,
                f"{len(numbers)} note numbers in lines {hint.marks}, but {len(openings)} notes in lines {hint.texts}",
                ("notes", "unnumbered", place),
            )
            continue
        changed: dict[int, SuppliedLine | None] = {line.index: None for line in numbers}
        current = 0
        for line in texts:
            opens = line.index in openings
            current += opens
            label = numbers[current - 1]
            match = _NUMBER.fullmatch(label.words(text))
            printed = match[1] if match else ""
            number = parse_number(printed) or 0
            labels[number] = printed
            changed[line.index] = replace(
                line,
                role=Role.NOTE,
                group=-number,
                note=printed,
                label=(label.start, label.end) if opens else None,
            )
        lines = tuple(new for line in lines if (new := changed.get(line.index, line)) is not None)
    return lines, labels


def _within(lines: Sequence[SuppliedLine], typed: LineRange) -> list[SuppliedLine]:
    first, last = parse_lines(typed)
    return [line for line in lines if first <= line.number <= last and line.role is Role.FLOW]


def _openings(text: str, lines: Sequence[SuppliedLine], wanted: int) -> frozenset[int]:
    """The lines that open a note: those after a blank line, and after closed sentences, short lines first."""
    if not lines:
        return frozenset()
    sure = {line.index for line in lines[1:] if line.gap} | {lines[0].index}
    ends = [
        (breadth(before.words(text)), line.index)
        for before, line in itertools.pairwise(lines)
        if not line.gap and not is_open(text, before)
    ]
    ends.sort()
    return frozenset(sure | {index for _, index in ends[: max(0, wanted - len(sure))]})
