"""Finds headings that run into their paragraph, such as `1. Words of a heading: The paragraph …`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dossier.read.lines import Role, SuppliedLine, numbered, space_end, trim

_RUN_IN = re.compile(r"((\d{1,2}|[A-Z])[.)])\s+([^\W\d_][^:.!?]{2,150}:)(?=\s+[^\Wa-zß-ÿ\d_]|\s+[“\"‘«])")


def split_run_in(text: str, lines: tuple[SuppliedLine, ...]) -> tuple[SuppliedLine, ...]:
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
    found: list[SuppliedLine] = []
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
    return numbered(found)


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
