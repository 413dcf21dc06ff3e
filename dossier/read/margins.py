"""Lifts the numbers that count the lines of a page in its margin, as pleadings, bills and transcripts have them.

They rise by one from line to line and begin again with the page; a list has numbers, too, but its items are no lines
that break sentences.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dossier.read.lines import Role, SuppliedLine, space_end

_NUMBER = re.compile(r"\d{1,3}(?=\s|$)")
_RUN_AT_LEAST = 5
_FIRST_AT_MOST = 2
_EVERY_FIFTH = 5
_BETWEEN_AT_MOST = 2
"""Lines without a number that may come between two that have one: a head, a caption."""
_BROKEN_AT_LEAST = 0.3
"""Share of the lines that begin inside a sentence, for their numbers to count lines."""
_LONG_AT_LEAST = 24
"""How long half of the lines are at the least, in characters; rows of tables are shorter."""


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A line at the place `at` that begins with a number, and where its words begin."""

    at: int
    number: int
    end: int
    words: int


def lift_line_numbers(text: str, lines: tuple[SuppliedLine, ...]) -> tuple[SuppliedLine, ...]:
    """The lines without the numbers in their margin; lines that are nothing else become furniture."""
    numbered = list(_numbered(text, lines))
    for step in (1, _EVERY_FIFTH):
        runs = [run for run in _runs(numbered, step) if _counts_a_page(run, step)]
        if _count_lines(text, lines, runs):
            return _lift(lines, runs)
    return lines


def _lift(lines: Sequence[SuppliedLine], runs: Sequence[Sequence[_Numbered]]) -> tuple[SuppliedLine, ...]:
    found = list(lines)
    for run in runs:
        spaced = Counter(lines[one.at].gap for one in run[1:]).most_common(1)[0][0]
        for place, one in enumerate(run):
            line = lines[one.at]
            gap = max(line.gap - spaced, 0) if place else line.gap
            if one.words >= line.end:
                found[one.at] = replace(line, role=Role.CAPTION, group=-1 - run[0].at, gap=gap)
            else:
                indent, margin = one.words - one.end, (line.start, one.end)
                found[one.at] = replace(line, start=one.words, margin=margin, indent=indent, gap=gap)
    return tuple(found)


def _numbered(text: str, lines: Sequence[SuppliedLine]) -> Iterator[_Numbered]:
    """The lines of the flow that begin with a number."""
    for at, line in enumerate(lines):
        match = _NUMBER.match(text, line.start, line.end) if line.role is Role.FLOW else None
        if match:
            yield _Numbered(at, int(match[0]), match.end(), space_end(text, match.end(), line.end))


def _runs(numbered: Sequence[_Numbered], step: int) -> Iterator[list[_Numbered]]:
    """Lines whose numbers rise by `step`, each about as many lines below the one before."""
    run: list[_Numbered] = []
    for one in numbered:
        if one.number % step:
            continue
        far = one.at - run[-1].at - step if run else 0
        follows = run and one.number == run[-1].number + step and -step < far <= _BETWEEN_AT_MOST
        if run and not follows:
            yield run
            run = []
        run.append(one)
    yield run


def _counts_a_page(run: Sequence[_Numbered], step: int) -> bool:
    """Whether a run begins with a page and is long enough."""
    long = len(run) * step >= _RUN_AT_LEAST and len(run) > _BETWEEN_AT_MOST
    return long and run[0].number <= max(step, _FIRST_AT_MOST)


def _count_lines(text: str, lines: Sequence[SuppliedLine], runs: Sequence[Sequence[_Numbered]]) -> bool:
    """Whether the numbers count lines: many of those begin inside a sentence, and they are not short."""
    words = [
        text[one.words : lines[one.at].end] for run in runs for one in run if one.words < lines[one.at].end
    ]
    broken = sum(line[0].islower() for line in words)
    long = sum(len(line) >= _LONG_AT_LEAST for line in words)
    return (
        len(words) > _BETWEEN_AT_MOST and broken >= len(words) * _BROKEN_AT_LEAST and long * 2 >= len(words)
    )
