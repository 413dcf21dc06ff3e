"""Finds what pages repeat: their numbers and running heads. Captions and the like are left to hints."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dossier.leaves.language.facts import Reading
from dossier.leaves.language.words import alternatives
from dossier.read.lines import Role, SuppliedLine

_DIGITS = re.compile(r"\d+")
_LEAST = 3
_NEAR = 2
_LONGEST = 120


def lift_furniture(text: str, lines: tuple[SuppliedLine, ...], words: Reading) -> tuple[SuppliedLine, ...]:
    """The lines with page numbers and running heads as furniture."""
    numbers = _page_numbers(text, lines, words)
    edges = numbers | {at for at, line in enumerate(lines) if line.opens_page} | {0, len(lines) - 1}
    heads = _running_heads(text, lines, edges, numbers)
    taken = numbers | heads
    found: list[SuppliedLine] = []
    opens = False
    for at, line in enumerate(lines):
        if at in taken:
            found.append(replace(line, role=Role.CAPTION, group=-1 - at))
            opens = True
            continue
        found.append(replace(line, opens_page=line.opens_page or opens))
        opens = False
    return tuple(found)


@cache
def _page(words: Reading) -> re.Pattern[str]:
    """A page's number alone on its line, with the words that may be beside it."""
    page, of, dash = alternatives(words.page), alternatives((*words.page_of, "/")), r"\s*[-–—|]?\s*"
    return re.compile(rf"(?:{page})?{dash}(\d{{1,4}}){dash}(?:(?:{of})\s*\d{{1,4}})?", re.IGNORECASE)


def _page_numbers(text: str, lines: Sequence[SuppliedLine], words: Reading) -> set[int]:
    """Lines that hold a page's number and nothing else: they rise by one from page to page."""
    page = _page(words)
    numbered = [
        (at, int(match[1]))
        for at, line in enumerate(lines)
        if line.role is Role.FLOW and (match := page.fullmatch(line.words(text)))
    ]
    runs: dict[int, list[int]] = {}  # by the number that a run has come to
    best: list[int] = []
    for at, number in numbered:
        run = runs.pop(number - 1, [])
        run.append(at)
        runs[number] = max(run, runs.get(number, []), key=len)
        best = max(best, run, key=len)
    return set(best) if len(best) >= _LEAST else set()


def _running_heads(text: str, lines: Sequence[SuppliedLine], edges: set[int], numbers: set[int]) -> set[int]:
    """Lines that come again at the edges of pages, but for the numbers in them."""
    alike: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        words = line.words(text)
        if line.role is Role.FLOW and at not in numbers and len(words) <= _LONGEST:
            alike[_DIGITS.sub("#", words).casefold()].append(at)
    heads: set[int] = set()
    for places in alike.values():
        near = [at for at in places if any(at + step in edges for step in range(-_NEAR, _NEAR + 1))]
        if len(near) >= _LEAST and len(near) == len(places):
            heads |= set(near)
    return heads
