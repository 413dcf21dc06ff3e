"""Finds the notes of a text: which lines are theirs, and under which label; references to them are found by `marks`.

Which lines open one is left to `openings`. A note runs to the next one, to the end of its page where the text shows
pages, or to the next blank line.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from dossier.leaves.language.tables import Reading
from dossier.model.hints import MarkStyle, NoteHints, Numerals
from dossier.read.lines import Role, SuppliedLine, space_end
from dossier.read.marks import ReferenceMark, possible_marks
from dossier.read.openings import (
    LABELS,
    Opening,
    Stretches,
    find_chain,
    find_plausible_chain,
    possible_openings,
)
from dossier.read.paragraphs import is_open

_NOTE_LINES_AT_MOST = 60
"""No note of one page has more lines than these."""


@dataclass(frozen=True, slots=True)
class NotesResult:
    """The notes of a text: the lines with their roles, the style of references, and labels by number."""

    lines: tuple[SuppliedLine, ...]
    style: MarkStyle = MarkStyle.GLUED
    labels: Mapping[int, str] = field(default_factory=dict)
    starts: Mapping[int, int] = field(default_factory=dict)
    """Where each begins, by number; not of those that hints put together."""


def find_notes(
    text: str,
    lines: tuple[SuppliedLine, ...],
    hints: NoteHints | None,
    told: Mapping[int, str],
    words: Reading,
) -> NotesResult:
    """The notes, in the style that hints name, or else in the style that gives the most of them.

    `told` are labels by number of notes that hints have put in place already.
    """
    style_told = hints.style if hints else None
    styles = (
        [style_told]
        if style_told
        else [
            (MarkStyle.BRACKETS, Numerals.ARABIC),
            (MarkStyle.BRACKETS, Numerals.ROMAN),
            (MarkStyle.GLUED, Numerals.ARABIC),
        ]
    )
    stretches = Stretches(text, lines)
    flow = [line for line in lines if line.role is Role.FLOW]
    best: tuple[MarkStyle, list[Opening]] = (styles[0][0], [])
    for style, numerals in styles:
        marks = possible_marks(text, flow, style, words)
        find = find_chain if style_told or style is MarkStyle.BRACKETS else find_plausible_chain
        for pattern in LABELS:
            openings = list(possible_openings(text, lines, pattern, numerals))
            chain = find(stretches, openings, marks, told)
            if len(chain) > len(best[1]):
                best = style, chain
    style, chain = best
    if not chain and not told:
        return NotesResult(lines, style)
    marked = _assign(stretches, chain, possible_marks(text, flow, style, words))
    labels = {opening.number: opening.label for opening in chain} | dict(told)
    starts = {opening.number: opening.start for opening in chain}
    return NotesResult(marked, style, dict(sorted(labels.items())), starts)


def _on_one_page(stretches: Stretches, pages: Sequence[int], opening: Opening, following: Opening) -> bool:
    """Whether two notes follow each other on a page, as far as the text shows pages."""
    near = following.at - opening.at <= _NOTE_LINES_AT_MOST
    return bool(pages) and near and stretches.runs_on(opening.at, following.at)


def _at_foot(pages: Sequence[int], opening: Opening) -> bool:
    """Whether a note is printed in the lower half of its page; `pages` are the lines that open one."""
    page = bisect_right(pages, opening.at)
    if page == len(pages) or pages[page] - opening.at > _NOTE_LINES_AT_MOST:
        return False
    begin = pages[page - 1] if page else 0
    return opening.at - begin >= pages[page] - opening.at


def _assign(
    stretches: Stretches, chain: Sequence[Opening], marks: Sequence[ReferenceMark]
) -> tuple[SuppliedLine, ...]:
    """The lines with the notes' lines marked as such."""
    text, lines = stretches.text, stretches.lines
    pages = [at for at, line in enumerate(lines) if line.opens_page and at]
    at_end = bool(chain) and all(
        mark.start < lines[chain[0].at].start for mark in marks if mark.number <= chain[-1].number
    )
    found = list(lines)
    for opening, following in zip(chain, [*chain[1:], None], strict=False):
        stop = following.at if following else len(lines)
        group = -opening.number
        enclosed = following is not None and (at_end or _on_one_page(stretches, pages, opening, following))
        to_page_end = _at_foot(pages, opening)
        first = lines[opening.at]
        start = space_end(text, opening.end, first.end)
        found[opening.at] = replace(
            first,
            role=Role.NOTE,
            group=group,
            start=start,
            label=(opening.start, opening.end),
            note=opening.label,
        )
        for at in range(opening.at + 1, stop):
            line = lines[at]
            if line.role is not Role.FLOW:
                break
            if not enclosed:
                runs_on = line.gap == 0 or is_open(text, lines[at - 1])
                if line.opens_page or not (to_page_end or runs_on):
                    break
            found[at] = replace(line, role=Role.NOTE, group=group, note=opening.label)
    return tuple(found)
