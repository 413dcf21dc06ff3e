"""Finds the notes of a text: which lines are theirs, and under which label; references to them are found by `marks`.

A line opens a note when it begins with the next number and a reference of that number comes before it. A note runs
to the next one, to the end of its page where the text shows pages, or to the next blank line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dossier.leaves.language.facts import Reading
from dossier.model.source import MarkStyle, NoteHints, Numerals
from dossier.read.lines import Line, Role, space_end
from dossier.read.marks import ReferenceMark, possible_marks
from dossier.read.numerals import parse_number, parse_roman
from dossier.read.paragraphs import is_open
from dossier.read.torn import RejoinedLabels

_LABELS = (
    re.compile(r"\[(\d{1,4}|[ivxlc]{1,8})\][.:]?(?=\s)"),
    re.compile(r"(\d{1,4}|[¹²³⁰⁴-⁹]{1,4})[.)]?(?=\s)"),
    re.compile(r"([ivxlc]{1,8})[.)]?(?=\s)"),
)
_GAP_AT_MOST = 10
_GLUED_AT_LEAST = 2


@dataclass(frozen=True, slots=True)
class Opening:
    """The line at the place `at` that opens the note `number`; its label is at `[start, end)`."""

    at: int
    number: int
    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NotesResult:
    """The notes of a text: the lines with their roles, the style of references, and labels by number."""

    lines: tuple[Line, ...]
    style: MarkStyle = MarkStyle.GLUED
    labels: Mapping[int, str] = field(default_factory=dict)


def find_notes(
    text: str, lines: tuple[Line, ...], hints: NoteHints | None, torn: RejoinedLabels, words: Reading
) -> NotesResult:
    """The notes, in the style that hints name, or else in the style that gives the most of them."""
    styles = (
        [(hints.marks, hints.numerals)]
        if hints
        else [
            (MarkStyle.BRACKETS, Numerals.ARABIC),
            (MarkStyle.BRACKETS, Numerals.ROMAN),
            (MarkStyle.GLUED, Numerals.ARABIC),
        ]
    )
    best: tuple[MarkStyle, list[Opening]] = (styles[0][0], [])
    for style, numerals in styles:
        marks = possible_marks(text, [line for line in lines if line.role is Role.FLOW], style, words)
        for pattern in _LABELS:
            chain = _chain(text, _openings(text, lines, pattern, numerals), marks, lines, torn)
            enough = hints or style is MarkStyle.BRACKETS or len(chain) >= _GLUED_AT_LEAST
            if enough and len(chain) > len(best[1]):
                best = style, chain
    style, chain = best
    if not chain and not torn.labels:
        return NotesResult(lines, style)
    marked = _assign(
        text,
        lines,
        chain,
        possible_marks(text, [line for line in lines if line.role is Role.FLOW], style, words),
    )
    labels = {opening.number: opening.label for opening in chain} | dict(torn.labels)
    return NotesResult(marked, style, dict(sorted(labels.items())))


def _openings(
    text: str, lines: Sequence[Line], pattern: re.Pattern[str], numerals: Numerals
) -> Iterator[Opening]:
    """All lines that begin with a number as notes do."""
    for at, line in enumerate(lines):
        if line.role is not Role.FLOW or not (match := pattern.match(text, line.start, line.end)):
            continue
        number = parse_roman(match[1]) if numerals is Numerals.ROMAN else parse_number(match[1])
        if number and match[1].isalpha() == (numerals is Numerals.ROMAN):
            label = match[1] if match[1].isalpha() else str(number)
            yield Opening(at, number, label, match.start(), match.end())


def _chain(
    text: str,
    openings: Iterator[Opening],
    marks: Sequence[ReferenceMark],
    lines: Sequence[Line],
    torn: RejoinedLabels,
) -> list[Opening]:
    """The openings whose numbers run on from 1, each behind a reference of its number."""
    places: dict[int, list[int]] = {}
    for mark in marks:
        places.setdefault(mark.number, []).append(mark.start)
    chain: list[Opening] = []
    last = 0
    for opening in openings:
        while last + 1 in torn.labels:
            last += 1
        step = opening.number - last
        if not 1 <= step <= (_GAP_AT_MOST if last else 1):
            continue
        referred = any(place < opening.start for place in places.get(opening.number, ()))
        line = lines[opening.at]
        fresh = line.gap or line.opens_page or (chain and _runs_on(lines, chain[-1].at, opening.at))
        if (referred and fresh) or (step == 1 and chain and _is_next(text, lines, chain[-1].at, opening.at)):
            chain.append(opening)
            last = opening.number
    return chain


def _runs_on(lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether no page begins between two lines, and all of them are of the flow."""
    between = lines[first + 1 : last + 1]
    return not any(line.opens_page or line.role is not Role.FLOW for line in between)


def _is_next(text: str, lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether the paragraph that begins at `first` ends where `last` begins, so that a number opens the next note."""
    between = lines[first + 1 : last]
    closed = lines[last].gap or not is_open(text, lines[last - 1])
    return bool(closed) and _runs_on(lines, first, last) and not any(line.gap for line in between)


def _assign(
    text: str, lines: tuple[Line, ...], chain: Sequence[Opening], marks: Sequence[ReferenceMark]
) -> tuple[Line, ...]:
    """The lines with the notes' lines marked as such."""
    paged = any(line.opens_page for line in lines[1:])
    at_end = bool(chain) and all(
        mark.start < lines[chain[0].at].start for mark in marks if mark.number <= chain[-1].number
    )
    found = list(lines)
    for opening, following in zip(chain, [*chain[1:], None], strict=False):
        stop = following.at if following else len(lines)
        group = -opening.number
        enclosed = following is not None and (at_end or (paged and _runs_on(lines, opening.at, following.at)))
        to_page_end = paged and any(line.opens_page for line in lines[opening.at + 1 :])
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
