"""Lifts the numbers of headings out, and gives back what only looks like one: the initials of names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dossier.read.lines import Role, SuppliedLine, space_end
from dossier.read.numerals import parse_roman, print_roman

_NUMBERED = re.compile(r"((?:\d{1,2}\.)+\d{0,2}|\d{1,2}|[IVX]{1,5}\.|[A-Z]\.)(?=\s+[^\W\d_])")


def is_numbered(words: str) -> bool:
    """Whether words begin with a number as headings have it."""
    return bool(_NUMBERED.match(words))


def lift_number(text: str, line: SuppliedLine) -> SuppliedLine:
    """The first line of a heading, its number lifted out; how many parts it has is its rank."""
    match = _NUMBERED.match(text, line.start, line.end)
    if not match:
        return line
    level = len([part for part in match[1].split(".") if part])
    return replace(line, start=space_end(text, match.end(), line.end), label=match.span(1), level=level)


def give_back_initials(text: str, lines: Sequence[SuppliedLine]) -> Iterator[SuppliedLine]:
    """The lines; a single letter that numbers no heading beside another one is an initial: P. O. Box."""
    numbers = {
        at: text[slice(*line.label)].rstrip(".")
        for at, line in enumerate(lines)
        if line.role is Role.HEADING and line.label
    }
    last = {number: at for at, number in numbers.items()}
    first = {number: at for at, number in reversed(numbers.items())}
    for at, line in enumerate(lines):
        letter = numbers.get(at, "")
        if line.label and len(letter) == 1 and letter.isalpha():
            beside = _beside(letter)
            if not any(first.get(one, at) < at or last.get(next_one, at) > at for one, next_one in beside):
                yield replace(line, start=line.label[0], label=None)
                continue
        yield line


def _beside(letter: str) -> Iterator[tuple[str, str]]:
    """What comes before and after a letter in counting, also where it is a roman number."""
    yield chr(ord(letter) - 1), chr(ord(letter) + 1)
    if number := parse_roman(letter):
        yield print_roman(number - 1), print_roman(number + 1)
