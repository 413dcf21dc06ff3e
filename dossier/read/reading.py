"""Reads one text: from its lines to its reading text, one transform after the other."""

from __future__ import annotations

from dossier.model.codes import Code
from dossier.model.ids import SourceKey
from dossier.model.reading import ReadingText
from dossier.model.source import NoteHints, ReadingHints
from dossier.read.assemble import BlockRuns, assemble
from dossier.read.block_drafts import draft_blocks
from dossier.read.furniture import lift_furniture
from dossier.read.headings import guess_headings
from dossier.read.hyphens import learn_words
from dossier.read.lines import Line, Role, split_lines
from dossier.read.lists import find_items, find_quoted
from dossier.read.marks import ReferenceMark, choose_marks, possible_marks
from dossier.read.notes import NotesResult, find_notes
from dossier.read.order import put_in_order
from dossier.read.passages import Report, play_parts
from dossier.read.restore import Restorer, find_places
from dossier.read.run_in import split_run_in
from dossier.read.runs import build_runs
from dossier.read.shape import measure
from dossier.read.torn import mend_torn


def read_text(source: SourceKey, text: str, hints: ReadingHints, report: Report) -> ReadingText:
    """The reading text of `text`; hints that do not fit it are reported."""
    lines = split_lines(text)
    known = learn_words([line.words(text) for line in lines])
    lines = play_parts(text, lines, hints, report)
    lines = lift_furniture(text, lines)
    lines, torn = mend_torn(text, lines, hints.notes.unnumbered if hints.notes else (), report)
    notes = find_notes(text, lines, hints.notes, torn)
    lines = _find_structure(text, notes.lines, guess=not hints.headings)
    places = find_places(text, lines, hints.restore, report)
    lines, moved = put_in_order(lines, hints.order, report)
    marks = _find_marks(text, lines, notes)
    restorer = Restorer(hints.restore, places)
    made = [
        BlockRuns(draft, tuple(restorer.restore(build_runs(text, draft.lines, marks, known))))
        for draft in draft_blocks(text, lines)
    ]
    _report_unused(hints.notes, notes, restorer, report)
    return assemble(source, text, made, notes.labels, {"moved-lines": moved})


def _find_structure(text: str, lines: tuple[Line, ...], *, guess: bool) -> tuple[Line, ...]:
    """The lines with quoted mail, headings and list items found."""
    lines = find_quoted(text, lines)
    lines = split_run_in(text, lines)
    if guess:
        lines = guess_headings(text, lines, measure(text, [line for line in lines if line.role is Role.FLOW]))
    return find_items(text, lines)


def _find_marks(text: str, lines: tuple[Line, ...], notes: NotesResult) -> tuple[ReferenceMark, ...]:
    """The references, found in reading order, in the order of the supplied text."""
    flow = [line for line in lines if line.role in (Role.FLOW, Role.HEADING)]
    chosen = choose_marks(possible_marks(text, flow, notes.style), notes.style, notes.labels)
    return tuple(sorted(chosen, key=lambda mark: mark.start))


def _report_unused(hints: NoteHints | None, notes: NotesResult, restorer: Restorer, report: Report) -> None:
    """Report hints that changed nothing."""
    if hints and not notes.labels:
        report(Code.HINT_UNUSED, "the text has no notes of this kind", ("notes",))
    for name, typed in restorer.unused():
        report(Code.HINT_UNUSED, f"“{typed}” stands nowhere in the text", ("restore", name, typed))
