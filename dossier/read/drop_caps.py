"""Finds dropped capitals: the first letter of a paragraph on a line of its own, or apart from its word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dossier.read.hyphens import TextWords
from dossier.read.lines import Role, SuppliedLine, numbered

_LETTER = r"[\"'“‘«]?([^\W\d_a-z])"
_ALONE = re.compile(_LETTER)
_BESIDE = re.compile(_LETTER + r"\s+(?=[^\W\d_])")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _DropCap:
    """A capital of the line at `at` that ends at `end`, and the place of the line that has the rest of its word."""

    at: int
    end: int
    letter: str
    rest: str
    on_own_line: bool


def join_drop_caps(text: str, lines: tuple[SuppliedLine, ...], known: TextWords) -> tuple[SuppliedLine, ...]:
    """The lines, each dropped capital as a line of its own that reads on without a space."""
    possible = list(_possible(text, lines))
    times = _times(text, lines, {cap.rest for cap in possible}) if possible else Counter()
    caps = {cap.at: cap for cap in possible if _is_dropped(cap, known, times)}
    found: list[SuppliedLine] = []
    for at, line in enumerate(lines):
        cap = caps.get(at)
        if cap is None:
            found.append(line)
            continue
        found.append(replace(line, end=cap.end, dropped=True))
        if cap.end < line.end:
            rest = next(_WORD.finditer(text, cap.end, line.end)).start()
            found.append(replace(line, start=rest, gap=0, indent=0, opens_page=False, margin=None))
    return numbered(found) if caps else lines


def _possible(text: str, lines: Sequence[SuppliedLine]) -> Iterator[_DropCap]:
    """Lines of the flow that are a single capital, or paragraphs that begin with one."""
    for at, line in enumerate(lines):
        if line.role is not Role.FLOW:
            continue
        match, rest = _ALONE.fullmatch(text, line.start, line.end), None
        if match and at + 1 < len(lines):
            following = lines[at + 1]
            if following.role is Role.FLOW and not following.opens_page:
                rest = _WORD.match(text, following.start, following.end)
        elif line.gap or not at or lines[at - 1].role is not Role.FLOW:
            match = _BESIDE.match(text, line.start, line.end)
            rest = _WORD.match(text, match.end(), line.end) if match else None
        if match and rest and match[1].isupper():
            yield _DropCap(at, match.end(1), match[1], rest[0], on_own_line=match.end(1) == line.end)


def _times(text: str, lines: Iterable[SuppliedLine], words: set[str]) -> Counter[str]:
    """How often words appear in the lines."""
    every = (match[0] for line in lines for match in _WORD.finditer(text, line.start, line.end))
    return Counter(word for word in every if word in words)


def _is_dropped(cap: _DropCap, known: TextWords, times: Counter[str]) -> bool:
    """Whether the letter belongs to what follows: the text has the word elsewhere, or has the rest nowhere else."""
    letter, rest = cap.letter.lower(), cap.rest.lower()
    whole, alone = letter + rest in known.words, times[cap.rest] == 1
    if letter in known.language.one_letter:
        return whole and (alone or cap.rest.isupper())
    apart = cap.on_own_line and alone and cap.rest.islower() and not rest.startswith(letter)
    return whole or apart
