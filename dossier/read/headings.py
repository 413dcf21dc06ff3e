"""Finds headings: those that run into their paragraph, and, where no hint names any, those that stand alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dossier.read.lines import Line, Role, space_end, trim
from dossier.read.numerals import parse_number
from dossier.read.paragraphs import is_open
from dossier.read.shape import Shape, breadth

_RUN_IN = re.compile(r"((\d{1,2}|[A-Z])[.)])\s+([^\W\d_][^:.!?]{2,150}:)(?=\s+[^\Wa-zß-ÿ\d_]|\s+[“\"‘«])")
_NUMBERED = re.compile(r"((?:\d{1,2}\.)+\d{0,2}|\d{1,2}|[IVX]{1,5}\.|[A-Z]\.)(?=\s+[^\W\d_])")
_CAPITAL = re.compile(r"[\"'“‘«(\[]*(?:[^\W\d_]|\d)")
_LEANS_ON = re.compile(
    r"(?:^|\s)(?:and|or|of|the|a|an|in|on|to|for|with|by|from|at|et|de|des|du|la|le|les|und|der|die)$"
)
_ENDS_WRONG = re.compile(r"[.,;:!…]$|[^\s]-$")
_LONGEST = 110
_TOGETHER = 3
_NARROWER = 0.75


def split_run_in(text: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with headings such as `1. Words of a heading: The paragraph …` cut off their paragraphs.

    Only numbers in sequence, of which there are two or more, make headings.
    """
    matches = {
        at: match
        for at, line in enumerate(lines)
        if line.role is Role.FLOW and not line.label and (match := _RUN_IN.match(text, line.start, line.end))
    }
    sure = _in_sequence([(at, match[2]) for at, match in matches.items()])
    alone = any(line.role is Role.HEADING for line in lines)
    found: list[Line] = []
    for at, line in enumerate(lines):
        if at not in sure:
            found.append(line)
            continue
        match = matches[at]
        start, end = trim(text, match.start(3), match.end(3))
        head = replace(line, start=start, end=end, label=match.span(1), run_in=True)
        found.append(replace(head, role=Role.HEADING, group=-1 - at, level=2 if alone else 1))
        rest = space_end(text, end, line.end)
        found.append(replace(line, start=rest, gap=0, indent=0, opens_page=False))
    return tuple(replace(line, index=index) for index, line in enumerate(found))


def _in_sequence(numbered: Sequence[tuple[int, str]]) -> set[int]:
    """The places whose numbers rise by one from 1, in runs of two or more."""
    sure: set[int] = set()
    run: list[int] = []
    for place, printed in [*numbered, (-1, "0")]:
        number = int(printed) if printed.isdigit() else ord(printed) - ord("A") + 1
        if number != len(run) + 1:
            sure |= set(run) if len(run) > 1 else set()
            run = []
        if number == len(run) + 1:
            run.append(place)
    return sure


def guess_headings(text: str, lines: tuple[Line, ...], shape: Shape) -> tuple[Line, ...]:
    """The lines with those that look like headings marked: short, without a stop, and apart from what is around them."""
    found = list(lines)
    run: list[int] = []
    for at in [*range(len(lines)), None]:
        if at is not None and _looks_like_heading(text, found, at, shape):
            found[at] = _head(text, found, at)
            run.append(at)
            continue
        if len(run) > _TOGETHER:
            for place in run:
                found[place] = lines[place]
        run = []
    return tuple(found)


def _looks_like_heading(text: str, lines: Sequence[Line], at: int, shape: Shape) -> bool:
    line = lines[at]
    words = line.words(text)
    if (
        line.role is not Role.FLOW
        or line.label
        or line.quoted
        or at + 1 == len(lines)
        or len(words) > _LONGEST
    ):
        return False
    before, after = (lines[at - 1] if at else None), lines[at + 1]
    following = after.words(text)
    leans = bool(_LEANS_ON.search(words))
    if _ENDS_WRONG.search(words) or not _CAPITAL.match(words) or not any(char.isalpha() for char in words):
        return False
    if after.role not in (Role.FLOW, Role.HEADING) or not (
        _starts_high(following) or (leans and not after.gap)
    ):
        return False
    closed = before is None or before.role is not Role.FLOW or not is_open(text, before)
    if not closed or not _starts_high(words):
        return False
    above = before is None or line.gap > 0 or line.opens_page or before.role is not Role.FLOW
    if above and after.gap:
        return not (shape.wrapped and breadth(words) > shape.width * 1.1)
    if shape.wrapped:
        return breadth(words) <= shape.width * _NARROWER and (shape.has_room(words, following) or leans)
    return above and bool(_NUMBERED.match(words))


def _starts_high(words: str) -> bool:
    """Whether words begin as a sentence does: not with a small letter."""
    first = next((char for char in words if char.isalnum()), "")
    return bool(first) and not first.islower()


def _head(text: str, lines: Sequence[Line], at: int) -> Line:
    """The line as a heading: joined to the heading above it where that one cannot end there, its number lifted out."""
    line = lines[at]
    before = lines[at - 1] if at else None
    if before and before.role is Role.HEADING and not line.gap and _LEANS_ON.search(before.words(text)):
        return replace(line, role=Role.HEADING, group=before.group, level=before.level)
    match = _NUMBERED.match(text, line.start, line.end)
    if not match or (match[1].isdigit() and parse_number(match[1]) is None):
        return replace(line, role=Role.HEADING, group=-1 - at, level=1)
    start = space_end(text, match.end(), line.end)
    level = len([part for part in match[1].split(".") if part])
    return replace(line, role=Role.HEADING, group=-1 - at, level=level, start=start, label=match.span(1))
