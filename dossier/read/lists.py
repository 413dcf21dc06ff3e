"""Finds list items and quoted mail by the signs that open their lines: bullets, numbers in sequence, `>`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dossier.read.lines import Role, SuppliedLine, space_end
from dossier.read.numerals import parse_roman
from dossier.read.paragraphs import is_open

_BULLET = re.compile(r"([•◦▪▫●○■□‣⁃∙·➢➤✓❖\uf0b7\uf0a7\uf076\uf0d8])(?=\s|$)")
_WEAK_BULLET = re.compile(r"([-–*+]|o)(?=\s+\S)")
_NUMBER = re.compile(r"(\(?(\d{1,2}|[a-z]|[ivx]{1,5})[.)])(?=\s+\S)")
_QUOTED = re.compile(r"(>(?:[ >]*>)?)(?=\s|$)")


@dataclass(frozen=True, slots=True)
class _Sign:
    """A sign that may open an item, at `[start, end)`: its kind, and its rank among numbers (0 for bullets)."""

    start: int
    end: int
    kind: str
    rank: int = 0


def find_items(text: str, lines: tuple[SuppliedLine, ...]) -> tuple[SuppliedLine, ...]:
    """The lines of the flow and of asides, those that open an item with its sign as label and its depth as level."""
    possible = {at: tried for at, line in enumerate(lines) if (tried := _signs(text, line))}
    signs = _sure_signs(text, lines, possible)
    stack: list[tuple[str, int]] = []
    found: list[SuppliedLine] = []
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


def find_quoted(text: str, lines: tuple[SuppliedLine, ...]) -> tuple[SuppliedLine, ...]:
    """The lines, those of quoted mail with their `>` as label."""
    found: list[SuppliedLine] = []
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


def is_open_item(found: Sequence[SuppliedLine], text: str) -> bool:
    """Whether the last line is in an item that is not at its end."""
    return bool(found) and (found[-1].start >= found[-1].end or is_open(text, found[-1]))


def _signs(text: str, line: SuppliedLine) -> tuple[_Sign, ...]:
    """What a line may open with; `(i)` may be a letter or a roman number."""
    if line.role not in (Role.FLOW, Role.ASIDE) or line.label:
        return ()
    if match := _BULLET.match(text, line.start, line.end):
        return (_Sign(match.start(), match.end(), match[1]),)
    if match := _WEAK_BULLET.match(text, line.start, line.end):
        following = text[space_end(text, match.end(), line.end)]
        small_o = match[1] == "o" and following.islower()
        return () if small_o else (_Sign(match.start(), match.end(), match[1]),)
    if not (match := _NUMBER.match(text, line.start, line.end)):
        return ()
    printed = match[2]
    ranks = [("i", parse_roman(printed)), ("a", ord(printed) - ord("a") + 1 if len(printed) == 1 else None)]
    if printed.isdigit():
        ranks = [("1", int(printed))]
    return tuple(
        _Sign(match.start(), match.end(), match[1].replace(printed, kind), rank)
        for kind, rank in ranks
        if rank
    )


def _sure_signs(
    text: str, lines: Sequence[SuppliedLine], possible: Mapping[int, tuple[_Sign, ...]]
) -> dict[int, _Sign]:
    """The signs without those that only look like ones: a dash in a sentence, a number out of sequence."""
    sure: dict[int, _Sign] = {}
    seen = Counter((sign.kind, sign.rank) for signs in possible.values() for sign in signs)
    ranks: dict[str, int] = {}
    for at, signs in possible.items():
        before = lines[at - 1] if at else None
        apart = (
            before is None or lines[at].gap > 0 or not is_open(text, before) or before.role is Role.HEADING
        )
        for sign in signs:
            listed = at - 1 in sure and (
                sure[at - 1].kind == sign.kind or lines[at].indent > lines[at - 1].indent
            )
            if _BULLET.match(sign.kind):
                fits = True
            elif not (apart or listed):
                fits = False
            elif not sign.rank:
                fits = seen[sign.kind, 0] > 1
            else:
                fits = ranks.get(sign.kind, 0) + 1 == sign.rank or (sign.rank == 1 and seen[sign.kind, 2] > 0)
            if fits:
                ranks[sign.kind] = sign.rank
                sure[at] = sign
                break
    return sure
