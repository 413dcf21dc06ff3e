"""Reads one text: from its lines to its reading text, one transform after the other."""

from __future__ import annotations

from dossier.leaves.language.facts import Language
from dossier.leaves.language.languages import language_of
from dossier.leaves.language.tables import Reading
from dossier.model.codes import Code
from dossier.model.hints import MarkStyle, NoNotes, NoteHints
from dossier.model.reading import ReadingText
from dossier.model.source import Source
from dossier.read.assemble import BlockRuns, assemble
from dossier.read.block_drafts import draft_blocks
from dossier.read.drop_caps import join_drop_caps
from dossier.read.furniture import lift_furniture
from dossier.read.headings import guess_headings
from dossier.read.hyphens import learn_words
from dossier.read.lines import Role, SuppliedLine, split_lines
from dossier.read.lists import find_items, find_quoted
from dossier.read.margins import lift_line_numbers
from dossier.read.marks import ReferenceMark, choose_marks, possible_marks
from dossier.read.notes import NotesResult, find_notes
from dossier.read.order import put_in_order
from dossier.read.passages import Report, play_parts
from dossier.read.placed import PlacedNotes, place_notes
from dossier.read.restore import Restorer, find_places
from dossier.read.run_in import split_run_in
from dossier.read.runs import build_runs
from dossier.read.shape import measure
from dossier.read.torn import join_torn


def read_text(source: Source, text: str, report: Report) -> ReadingText:
    """The reading text of `text`; hints that do not fit it are reported."""
    hints, language = source.reading, language_of(source.language)
    lines = split_lines(text)
    known = learn_words([line.words(text) for line in lines], language.reading)
    lines = play_parts(text, lines, hints, report)
    lines = lift_line_numbers(text, lines)
    lines = lift_furniture(text, lines, language.reading)
    lines, notes, placed = _find_notes(text, lines, hints.notes, language.reading, report)
    lines = join_drop_caps(text, lines, known)
    lines = _find_structure(text, lines, None if hints.headings else language)
    places = find_places(text, lines, hints.restore, report)
    lines, moved = put_in_order(lines, hints.order, report)
    marks = _find_marks(text, lines, notes, placed, language.reading)
    restorer = Restorer(hints.restore, places, language.sentences)
    made = [
        BlockRuns(draft, tuple(restorer.restore(build_runs(text, draft.lines, marks, known))))
        for draft in draft_blocks(text, lines)
    ]
    _report_unused(hints.notes, notes, restorer, report)
    return assemble(source.citation, text, made, notes.labels, {"moved-lines": moved}, language)


def _find_notes(
    text: str,
    lines: tuple[SuppliedLine, ...],
    hints: NoteHints | NoNotes | None,
    words: Reading,
    report: Report,
) -> tuple[tuple[SuppliedLine, ...], NotesResult, PlacedNotes]:
    """The lines with the notes found: those that hints put in place first, then all others."""
    if isinstance(hints, NoNotes):
        return lines, NotesResult(lines), PlacedNotes()
    lines, torn = join_torn(text, lines, hints.unnumbered if hints else (), report)
    lines, placed = place_notes(text, lines, hints.at if hints else (), report)
    notes = find_notes(text, lines, hints, {**torn, **placed.labels}, words)
    return notes.lines, notes, placed


def _find_structure(
    text: str, lines: tuple[SuppliedLine, ...], guess_by: Language | None
) -> tuple[SuppliedLine, ...]:
    """The lines with quoted mail, headings and list items found; no heading is guessed without words to do it by."""
    lines = find_quoted(text, lines)
    lines = split_run_in(text, lines)
    if guess_by:
        shape = measure(text, [line for line in lines if line.role is Role.FLOW])
        lines = guess_headings(text, lines, shape, guess_by)
    return find_items(text, lines)


def _find_marks(
    text: str, lines: tuple[SuppliedLine, ...], notes: NotesResult, placed: PlacedNotes, words: Reading
) -> tuple[ReferenceMark, ...]:
    """The references, found in reading order, in the order of the supplied text."""
    flow = [line for line in lines if line.role in (Role.FLOW, Role.HEADING)]
    possible = possible_marks(text, flow, notes.style, words)
    if notes.style is MarkStyle.GLUED:
        possible = [mark for mark in possible if mark.start < notes.starts.get(mark.number, len(text))]
    labels = {number: label for number, label in notes.labels.items() if number not in placed.labels}
    chosen = [*choose_marks(possible, notes.style, labels), *placed.marks]
    return tuple(sorted(chosen, key=lambda mark: mark.start))


def _report_unused(
    hints: NoteHints | NoNotes | None, notes: NotesResult, restorer: Restorer, report: Report
) -> None:
    """Report hints that changed nothing."""
    if isinstance(hints, NoteHints) and not notes.labels:
        report(Code.HINT_UNUSED, "the text has no notes of this kind", ("notes",))
    for name, typed in restorer.unused():
        report(Code.HINT_UNUSED, f"“{typed}” was not found in the text", ("restore", name, typed))
