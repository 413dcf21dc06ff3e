"""Finds the references to notes in running text: bracketed, raised, or glued to a word.

A number is never taken for a reference by its looks alone. Bracketed ones must name a note that is there; glued
ones must run 1, 2, 3 … through the text beside notes of these numbers; of all such sequences the likeliest is taken.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dossier.leaves.language.tables import Reading
from dossier.leaves.language.words import alternatives
from dossier.model.hints import MarkStyle
from dossier.read.lines import SuppliedLine
from dossier.read.numerals import parse_number

_BRACKETED = re.compile(r"\[(\d{1,4}|[ivxlc]{1,8})\]")
_GLUED = re.compile(r"(?<=[^\s\d\[(/\-‐‑–—#$£€])(\d{1,3}|[¹²³⁰⁴-⁹]{1,3})(?=$|[\s)\]”’\"',;:.!?»–—])")
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_YEAR = re.compile(r"(?:^|\D)(?:1[5-9]|20)\d\d$")
_PLAIN_WORD = re.compile(r"(?:^|[^\w])(?:[a-zß-ÿ]{2,}|[^\W\d_][a-zß-ÿ]{3,})$")
_NEW_SENTENCE = re.compile(r"(?:\s+[\"“‘«]?[^\Wa-zß-ÿ\d_]|\s*$)")
_SURE, _LIKELY, _THIN = 6, 3, 1
_SEEN = 80
"""How much of a line is looked at on either side of a number: more would cost time for each of many."""


@dataclass(frozen=True, slots=True)
class ReferenceMark:
    """A reference `[start, end)` to the note `label`; `weight` says how much it looks like one."""

    start: int
    end: int
    label: str
    number: int
    weight: int = _SURE


def possible_marks(
    text: str, lines: Sequence[SuppliedLine], style: MarkStyle, words: Reading
) -> list[ReferenceMark]:
    """Everything that could be a reference, in the order of the lines."""
    pattern = _BRACKETED if style is MarkStyle.BRACKETS else _GLUED
    found: list[ReferenceMark] = []
    for line in lines:
        for match in pattern.finditer(text, line.start, line.end):
            number = parse_number(match[1])
            weight = (
                _SURE
                if style is MarkStyle.BRACKETS
                else _weigh(
                    text[max(line.start, match.start() - _SEEN) : match.start()],
                    match[1],
                    text[match.end() : min(line.end, match.end() + _SEEN)],
                    words,
                )
            )
            if number and weight:
                label = match[1] if match[1][0] not in _RAISED else str(number)
                found.append(ReferenceMark(match.start(), match.end(), label, number, weight))
    return found


def choose_marks(
    possible: Sequence[ReferenceMark], style: MarkStyle, notes: Mapping[int, str]
) -> tuple[ReferenceMark, ...]:
    """The references among what is possible, for notes with these numbers and labels, each under its note's label."""
    known = [
        ReferenceMark(m.start, m.end, notes[m.number], m.number, m.weight)
        for m in possible
        if m.number in notes
    ]
    return tuple(known) if style is MarkStyle.BRACKETS else _heaviest_sequence(known)


@cache
def _numbered(words: Reading) -> re.Pattern[str]:
    """An abbreviation whose number is no reference to a note."""
    return re.compile(rf"(?:^|\W)(?:{alternatives(words.numbered)})$", re.IGNORECASE)


def _weigh(before: str, printed: str, after: str, words: Reading) -> int:
    """How much digits between `before` and `after` look like a reference; 0 for none."""
    if not before:
        return 0
    if printed[0] in _RAISED:
        return _SURE
    last, stem = before[-1], before[:-1]
    if last.isalpha():
        return _THIN if _PLAIN_WORD.search(before) else 0
    if last in ".,:" and (not stem or stem[-1].isspace()):
        return 0
    if last in ".,:" and stem[-1].isdigit():
        ends = _YEAR.search(stem) or _NEW_SENTENCE.match(after)
        return _THIN if last == "." and ends else 0
    if last == "." and _numbered(words).search(stem):
        return 0
    if last in ".!?…”’\"')]»":
        return _SURE
    return _LIKELY if last in ",;:" else 0


def _heaviest_sequence(known: Sequence[ReferenceMark]) -> tuple[ReferenceMark, ...]:
    """Of all sequences whose numbers rise from reference to reference, the one of greatest weight."""
    numbers: list[int] = []  # rising, each with a greater total than the one before it
    totals: list[int] = []
    ends: list[int] = []
    back: list[int] = []
    for at, mark in enumerate(known):
        place = bisect_left(numbers, mark.number)
        total = mark.weight + (totals[place - 1] if place else 0)
        back.append(ends[place - 1] if place else -1)
        if place < len(numbers) and numbers[place] == mark.number and totals[place] >= total:
            continue
        stop = place
        while stop < len(numbers) and (totals[stop] <= total or numbers[stop] == mark.number):
            stop += 1
        numbers[place:stop], totals[place:stop], ends[place:stop] = [mark.number], [total], [at]
    chosen: list[ReferenceMark] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chosen.append(known[at])
        at = back[at]
    return tuple(reversed(chosen))
