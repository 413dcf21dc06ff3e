"""Guesses the headings on their own lines, where no hint names any; those that open a paragraph are left to `run_in`.

A heading is short, begins like a sentence and does not end like one, and is set apart from what is above and below it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dossier.leaves.language.facts import Language
from dossier.leaves.language.words import alternatives
from dossier.read.heading_numbers import give_back_initials, is_numbered, lift_number
from dossier.read.heading_words import LONGEST, WordsKind, division_of, kind_of, starts_high
from dossier.read.lines import Role, SuppliedLine
from dossier.read.paragraphs import is_open
from dossier.read.shape import ColumnShape, breadth

_LISTED = re.compile(r"(?:[•◦▪●○■□‣∙·*+–-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)])\s")
_SHORT = 80
_LINES_AT_MOST = 3
_TOGETHER = 3
_NARROWER = 0.75
_WIDER = 1.1


@dataclass(frozen=True, slots=True)
class _Column:
    """A text, the shape of its column, and its language with the words by which lines go on."""

    text: str
    shape: ColumnShape
    language: Language
    leaning: re.Pattern[str]


def guess_headings(
    text: str, lines: tuple[SuppliedLine, ...], shape: ColumnShape, language: Language
) -> tuple[SuppliedLine, ...]:
    """The lines with those that look like headings marked. Many together are no headings but a list of some kind."""
    column = _Column(
        text,
        shape,
        language,
        re.compile(rf"(?:^|\s)(?:{alternatives(language.reading.leaning)})$"),
    )
    found = list(lines)
    together: list[int] = []
    apart = 0  # headings, and other lines set apart, in a row
    at = 0
    while at < len(lines):
        size = _heading_size(column, found, at)
        alone = not size and _heading_size(column, found, at, kind=WordsKind.OTHER) == 1
        if alone:
            found[at] = replace(lines[at], alone=True)
        elif size:
            together += range(at, at + size)
            found[at : at + size] = _as_heading(text, lines[at : at + size], at)
        else:
            together = []
        apart = apart + 1 if alone or size else 0
        at += max(size, 1)
        if apart > _TOGETHER:
            for place in together:
                found[place] = lines[place]
            together = []
    return tuple(give_back_initials(text, found))


def _heading_size(
    column: _Column,
    lines: Sequence[SuppliedLine],
    at: int,
    *,
    below: int = 0,
    kind: WordsKind = WordsKind.HEADING,
) -> int:
    """How many lines the heading has that begins at `at`, perhaps `below` others; 0 where none does.

    The same for words of another `kind` that are set apart as headings are.
    """
    if lines[at].end - lines[at].start > LONGEST:
        return 0
    text, before = column.text, lines[at - 1] if at and not below else None
    closed = before is None or _is_closed(text, before)
    for size in range(1, _LINES_AT_MOST + 1):
        stretch = lines[at : at + size]
        if (
            below >= _TOGETHER
            or len(stretch) < size
            or at + size >= len(lines)
            or any(not _is_plain(line) for line in stretch)
        ):
            return 0
        if any(line.gap for line in stretch[1:]):
            return 0
        words = [line.words(text) for line in stretch]
        division = bool(division_of(column.language).fullmatch(" ".join(words)))
        listed = _is_listed(text, before, words[0], lines[at + size])
        if division or (kind_of(" ".join(words), column.language) is kind and not listed):
            above = (
                before is None
                or bool(stretch[0].gap)
                or stretch[0].opens_page
                or before.role is not Role.FLOW
            )
            place = at, size, below
            ended = closed or division
            if (ended or above) and _stands_out(column, lines, place, above=above, closed=ended):
                return size
    return 0


def _is_plain(line: SuppliedLine) -> bool:
    return line.role is Role.FLOW and line.label is None and not line.quoted and not line.dropped


def _is_listed(text: str, before: SuppliedLine | None, words: str, after: SuppliedLine) -> bool:
    """Whether a numbered line has another one beside it: then both are items."""
    beside = [after.words(text), before.words(text) if before else ""]
    return bool(_LISTED.match(words)) and any(_LISTED.match(other) for other in beside)


def _stands_out(
    column: _Column, lines: Sequence[SuppliedLine], place: tuple[int, int, int], *, above: bool, closed: bool
) -> bool:
    """Whether the lines are apart from what follows: by blank lines, or by being narrower than the column.

    `place` is where they begin, how many they are, and how many headings are just above.
    """
    text, shape = column.text, column.shape
    at, size, below = place
    stretch, after = lines[at : at + size], lines[at + size]
    words = [line.words(text) for line in stretch]
    following = after.words(text)
    if after.role in (Role.ASIDE, Role.CAPTION) or (
        after.role is not Role.NOTE and not starts_high(following)
    ):
        return False
    if closed and all(map(_in_capitals, words)) and following[0].isupper() and not following.isupper():
        return True
    narrow = not shape.wrapped or max(breadth(each) for each in words) <= shape.width * _NARROWER
    if above and after.gap:
        return closed and (narrow or (size == 1 and breadth(words[0]) <= shape.width * _WIDER))
    leaning = [bool(column.leaning.search(line)) for line in words]
    if not closed or leaning != [True] * (size - 1) + [False]:
        return False
    if not shape.wrapped:
        short = size == 1 and len(words[0]) <= _SHORT
        towers = short and len(following) >= 2 * len(words[0])
        numbered = size == 1 and above and is_numbered(words[0])
        return towers or numbered or (short and above and _is_apart(column, lines, at + 1, below + 1))
    if not narrow or not shape.has_room(words[-1], following):
        return False
    return shape.is_full(following) or _is_apart(column, lines, at + size, below + 1)


def _is_closed(text: str, line: SuppliedLine) -> bool:
    """Whether no sentence goes on behind the line: it ends one, is none, or only draws a rule."""
    ruled = not any(char.isalnum() for char in line.words(text))
    return line.role is not Role.FLOW or line.alone or ruled or not is_open(text, line)


def _is_apart(column: _Column, lines: Sequence[SuppliedLine], at: int, below: int) -> bool:
    """Whether what begins at `at`, with `below` headings above, is a heading or set apart as one is."""
    kinds = (WordsKind.HEADING, WordsKind.OTHER)
    return any(_heading_size(column, lines, at, below=below, kind=kind) > 0 for kind in kinds)


def _in_capitals(words: str) -> bool:
    return words.isupper() and len(words.split()) > 1


def _as_heading(text: str, stretch: Sequence[SuppliedLine], at: int) -> list[SuppliedLine]:
    """The lines as one heading, its number lifted out and counted as its rank."""
    heads = [replace(line, role=Role.HEADING, group=-1 - at, level=1) for line in stretch]
    heads[0] = lift_number(text, heads[0])
    return [heads[0], *(replace(line, level=heads[0].level) for line in heads[1:])]
