"""Finds list items and quoted mail by the signs that open their lines: bullets, numbers in sequence, `>`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dossier.read.lines import Line, Role, space_end
from dossier.read.numerals import parse_number
from dossier.read.paragraphs import is_open

_BULLET = re.compile(r"([•◦▪▫●○■□‣⁃∙·➢➤✓❖\uf0b7\uf0a7\uf076\uf0d8])(?=\s|$)")
_WEAK_BULLET = re.compile(r"([-–*+]|o)(?=\s+\S)")
_NUMBER = re.compile(r"(\(?(\d{1,2}|[a-z]|[ivx]{1,5})[.)])(?=\s+\S)")
_QUOTED = re.compile(r"(>(?:[ >]*>)?)(?=\s|$)")
_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Sign:
    """A sign that may open an item: where it ends, its kind, and its rank among numbers (0 for bullets)."""

    start: int
    end: int
    kind: str
    rank: int = 0


def find_items(text: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines of the flow and of asides, those that open an item with its sign as label and its depth as level."""
    signs = {at: sign for at, line in enumerate(lines) if (sign := _sign(text, line))}
    signs = _sure_signs(text, lines, signs)
    stack: list[tuple[str, int]] = []
    found: list[Line] = []
    for at, line in enumerate(lines):
        sign = signs.get(at)
        if line.role is Role.HEADING or (line.gap and not sign and not is_open_item(found, text)):
            stack = []
        if sign is None:
            found.append(line)
            continue
        place = sign.kind, line.indent
        while stack and stack[-1] != place and place in stack:
            stack.pop()
        while stack and stack[-1][1] > line.indent:
            stack.pop()
        if not stack or stack[-1] != place:
            stack.append(place)
        start = space_end(text, sign.end, line.end)
        found.append(
            replace(line, start=min(start, line.end), label=(sign.start, sign.end), level=len(stack))
        )
    return tuple(found)


def find_quoted(text: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines, those of quoted mail with their `>` as label."""
    found: list[Line] = []
    blank = False
    for line in lines:
        match = _QUOTED.match(text, line.start, line.end) if line.role is Role.FLOW else None
        if not match:
            found.append(line)
            blank = False
            continue
        start = min(space_end(text, match.end(), line.end), line.end)
        depth = match[1].count(">")
        found.append(
            replace(line, start=start, label=match.span(1), quoted=depth, gap=1 if blank else line.gap)
        )
        blank = start >= line.end
    return tuple(found)


def is_open_item(found: Sequence[Line], text: str) -> bool:
    """Whether the last line stands in an item that is not at its end."""
    return bool(found) and (found[-1].start >= found[-1].end or is_open(text, found[-1]))


def _sign(text: str, line: Line) -> _Sign | None:
    if line.role not in (Role.FLOW, Role.ASIDE) or line.label:
        return None
    if match := _BULLET.match(text, line.start, line.end):
        return _Sign(match.start(), match.end(), match[1])
    if match := _WEAK_BULLET.match(text, line.start, line.end):
        following = text[space_end(text, match.end(), line.end)]
        return (
            None if match[1] == "o" and following.islower() else _Sign(match.start(), match.end(), match[1])
        )
    if match := _NUMBER.match(text, line.start, line.end):
        kind = match[1].replace(match[2], "1" if match[2].isdigit() else "a")
        rank = parse_number(match[2]) if match[2].isdigit() else ord(match[2][0]) - ord("a") + 1
        if match[2].isalpha() and (roman := parse_number(match[2])) and len(match[2]) > 1:
            kind, rank = match[1].replace(match[2], "i"), roman
        return _Sign(match.start(), match.end(), kind, rank or 0)
    return None


def _sure_signs(text: str, lines: Sequence[Line], signs: dict[int, _Sign]) -> dict[int, _Sign]:
    """Without the signs that only look like ones: a dash in a sentence, a number out of sequence."""
    sure: dict[int, _Sign] = {}
    seen = Counter(sign.kind for sign in signs.values())
    ranks: dict[str, int] = {}
    for at, sign in signs.items():
        if _BULLET.match(sign.kind):
            sure[at] = sign
            continue
        before = lines[at - 1] if at else None
        apart = (
            before is None or lines[at].gap > 0 or not is_open(text, before) or before.role is Role.HEADING
        )
        apart = apart or (at - 1 in sure and sure[at - 1].kind == sign.kind)
        if not apart or seen[sign.kind] < _LEAST:
            continue
        if sign.rank:
            if sign.rank != 1 and ranks.get(sign.kind, 0) + 1 != sign.rank:
                continue
            later = (other for place, other in signs.items() if place > at and other.kind == sign.kind)
            if sign.rank == 1 and not any(other.rank == _LEAST for other in later):
                continue
            ranks[sign.kind] = sign.rank
        sure[at] = sign
    return sure
