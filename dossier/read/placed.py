"""Places single notes as hints tell, where no rule can know: which lines they have, and where their reference is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dossier.model.codes import Code
from dossier.model.hints import PlacedNote, parse_lines
from dossier.read.lines import Role, SuppliedLine, space_end
from dossier.read.marks import ReferenceMark
from dossier.read.numerals import parse_number, raised
from dossier.read.passages import Report

_SIGNS = 1000
"""Notes with a sign for a label, such as `*`, are numbered from here on."""


@dataclass(slots=True)
class PlacedNotes:
    """The labels of notes by number, and the references to them."""

    labels: dict[int, str] = field(default_factory=dict)
    marks: list[ReferenceMark] = field(default_factory=list)


def place_notes(
    text: str, lines: tuple[SuppliedLine, ...], hints: Sequence[PlacedNote], report: Report
) -> tuple[tuple[SuppliedLine, ...], PlacedNotes]:
    """The lines with the notes that hints place marked as such."""
    placed = PlacedNotes()
    for place, hint in enumerate(hints):
        first, last = parse_lines(hint.text)
        number = parse_number(hint.label) or _SIGNS + place
        inside = [line for line in lines if first <= line.number <= last and line.role is Role.FLOW]
        if not inside or number in placed.labels:
            message = (
                f"lines {hint.text} are no text of their own, or note {hint.label} has been placed already"
            )
            report(Code.HINT_NOT_FOUND, message, ("notes", "at", place))
            continue
        placed.labels[number] = hint.label
        notes = {line.index: line for line in _as_note(text, inside, hint.label, -number)}
        lines = tuple(notes.get(line.index, line) for line in lines)
        if hint.mark is None:
            continue
        if mark := _find_mark(text, lines, hint.label, hint.mark, number):
            placed.marks.append(mark)
        else:
            message = f"line {hint.mark} has no reference “{hint.label}”"
            report(Code.HINT_NOT_FOUND, message, ("notes", "at", place, "mark"))
    return lines, placed


def _as_note(text: str, lines: Sequence[SuppliedLine], label: str, group: int) -> list[SuppliedLine]:
    """The lines as one note, its label lifted out where it begins with it."""
    notes = [replace(line, role=Role.NOTE, group=group, note=label) for line in lines]
    first = notes[0]
    if match := re.compile(rf"{_printed(label)}[.):]?(?=\s|$)").match(text, first.start, first.end):
        start = min(space_end(text, match.end(), first.end), first.end)
        notes[0] = replace(first, label=match.span(), start=start)
    return notes


def _find_mark(
    text: str, lines: Sequence[SuppliedLine], label: str, number: int, note: int
) -> ReferenceMark | None:
    """The reference in the line with this number: the first behind a word, else the first."""
    printed = _printed(label)
    for pattern in (rf"(?<=\S){printed}(?!\w)", rf"(?<!\w){printed}(?!\w)"):
        for line in lines:
            if line.number != number or line.role not in (Role.FLOW, Role.HEADING):
                continue
            if match := re.compile(pattern).search(text, line.start, line.end):
                return ReferenceMark(match.start(), match.end(), label, note)
    return None


def _printed(label: str) -> str:
    """A label as texts print it: plain, in brackets, or raised."""
    plain = re.escape(label)
    return rf"(?:\[{plain}\]|\({plain}\)|(?<!\d){plain}|{re.escape(raised(label))})"
