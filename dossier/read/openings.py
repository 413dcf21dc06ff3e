"""Finds the lines that open notes: numbers that rise from line to line, each behind a reference of its own.

Numbered sections rise, too, and an author's line above them has raised numbers. What tells notes apart: a note is near
its reference or near the note before it, most of them have a reference, and they do not look like headings.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dossier.model.hints import MarkStyle, Numerals
from dossier.read.lines import Role, SuppliedLine, space_end
from dossier.read.marks import ReferenceMark, choose_marks
from dossier.read.numerals import parse_number, parse_roman
from dossier.read.paragraphs import is_open
from dossier.read.shape import breadth

LABELS = (
    re.compile(r"\[(\d{1,4}|[ivxlc]{1,8})\][.:]?(?=\s)"),
    re.compile(r"(\d{1,4}|[¹²³⁰⁴-⁹]{1,4})[.)]?(?=\s)"),
    re.compile(r"([ivxlc]{1,8})[.)]?(?=\s)"),
)
_ENDS = re.compile(r"[.,;:!?…)\]”\"’»]$")
_GAP_AT_MOST = 10
_TRIES = 20
_NOTE_AT_MOST = 3000
_HEADING_AT_MOST = 80
_NARROWER = 0.7
_REFERRED_AT_LEAST = 0.6
_PLAUSIBLE_AT_LEAST = 2


@dataclass(frozen=True, slots=True)
class Opening:
    """The line at the place `at` that opens the note `number`; its label is at `[start, end)`."""

    at: int
    number: int
    label: str
    start: int
    end: int


@dataclass(frozen=True)
class Stretches:
    """Lines, with what lies between any two of them known at once."""

    text: str
    lines: Sequence[SuppliedLine]
    _breaks: list[int] = field(init=False, repr=False)
    _gaps: list[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        breaks = (line.opens_page or line.role is not Role.FLOW for line in self.lines)
        object.__setattr__(self, "_breaks", [0, *itertools.accumulate(breaks)])
        object.__setattr__(self, "_gaps", [0, *itertools.accumulate(line.gap > 0 for line in self.lines)])

    def runs_on(self, first: int, last: int) -> bool:
        """Whether no page begins between two lines, and all of them are of the flow."""
        return self._breaks[last + 1] == self._breaks[first + 1]

    def is_next(self, first: int, last: int) -> bool:
        """Whether the paragraph that begins at `first` ends where `last` begins: then a number opens the next note."""
        closed = self.lines[last].gap or not is_open(self.text, self.lines[last - 1])
        return bool(closed) and self.runs_on(first, last) and self._gaps[last] == self._gaps[first + 1]


def possible_openings(
    text: str, lines: Sequence[SuppliedLine], pattern: re.Pattern[str], numerals: Numerals
) -> Iterator[Opening]:
    """All lines that begin with a number as notes do."""
    for at, line in enumerate(lines):
        if line.role is not Role.FLOW or not (match := pattern.match(text, line.start, line.end)):
            continue
        number = parse_roman(match[1]) if numerals is Numerals.ROMAN else parse_number(match[1])
        if number and match[1].isalpha() == (numerals is Numerals.ROMAN):
            label = match[1] if match[1].isalpha() else str(number)
            yield Opening(at, number, label, match.start(), match.end())


def find_chain(
    stretches: Stretches,
    openings: Sequence[Opening],
    marks: Sequence[ReferenceMark],
    taken: Mapping[int, str],
) -> list[Opening]:
    """The openings whose numbers run on from 1, each behind a reference of its number; `taken` numbers are left out."""
    first: dict[int, int] = {}
    for mark in marks:
        first.setdefault(mark.number, mark.start)
    chain: list[Opening] = []
    last = 0
    for opening in openings:
        while last + 1 in taken:
            last += 1
        step = opening.number - last
        if not 1 <= step <= (_GAP_AT_MOST if last else 1):
            continue
        line = stretches.lines[opening.at]
        referred = first.get(opening.number, opening.start) < opening.start
        fresh = line.gap or line.opens_page or (chain and stretches.runs_on(chain[-1].at, opening.at))
        if (referred and fresh) or (step == 1 and chain and stretches.is_next(chain[-1].at, opening.at)):
            chain.append(opening)
            last = opening.number
    return chain


def find_plausible_chain(
    stretches: Stretches,
    openings: Sequence[Opening],
    marks: Sequence[ReferenceMark],
    taken: Mapping[int, str],
) -> list[Opening]:
    """The longest chain of glued references that looks like notes, from any of the first places where one begins."""
    first = next(number for number in itertools.count(1) if number not in taken)
    starts = [place for place, opening in enumerate(openings) if opening.number == first][:_TRIES]
    tried = (
        _plausible(stretches, find_chain(stretches, openings[start:], marks, taken), marks)
        for start in starts
    )
    return max(tried, key=lambda chain: (len(chain), -_headings(stretches, chain)), default=[])


def _plausible(stretches: Stretches, chain: list[Opening], marks: Sequence[ReferenceMark]) -> list[Opening]:
    """The chain as far as it looks like notes; none of it where it looks like sections, or has too few references."""
    places: dict[int, list[int]] = defaultdict(list)
    for mark in marks:
        places[mark.number].append(mark.start)
    for kept, (opening, following) in enumerate(itertools.pairwise(chain), start=1):
        here = places[following.number]
        between = bisect_right(here, opening.start) < bisect_right(here, following.start)
        if following.start - opening.end > _NOTE_AT_MOST and not between:
            chain = chain[:kept]
            break
    begins = {opening.number: opening for opening in chain}
    before = [m for m in marks if m.number in begins and m.start < begins[m.number].start]
    labels = {number: opening.label for number, opening in begins.items()}
    referred = len(choose_marks(before, MarkStyle.GLUED, labels))
    enough = len(chain) >= _PLAUSIBLE_AT_LEAST and referred >= len(chain) * _REFERRED_AT_LEAST
    return chain if enough and _headings(stretches, chain) * 2 <= len(chain) else []


def _headings(stretches: Stretches, chain: Sequence[Opening]) -> int:
    """How many openings look like the headings of sections."""
    return sum(
        _is_headed(stretches, opening, following)
        for opening, following in itertools.zip_longest(chain, chain[1:])
        if opening
    )


def _is_headed(stretches: Stretches, opening: Opening, following: Opening | None) -> bool:
    """Whether an opening looks like the heading of a section: a short line without a stop, and a text below it."""
    text, lines = stretches.text, stretches.lines
    line, below = lines[opening.at], opening.at + 1
    words = text[space_end(text, opening.end, line.end) : line.end]
    if below >= len(lines) or (following and following.at == below) or lines[below].role is not Role.FLOW:
        return False
    if not words[:1].isupper() or len(words) > _HEADING_AT_MOST or _ENDS.search(words):
        return False
    under = lines[below].words(text)
    apart = lines[below].gap > 0 or breadth(words) < breadth(under) * _NARROWER
    return apart and not under[:1].islower()
