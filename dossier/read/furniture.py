"""Lifts what pages repeat: their numbers, and the running heads that a sibling finds. Captions are left to hints."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dossier.leaves.language.tables import Reading
from dossier.leaves.language.words import alternatives
from dossier.read.lines import Role, SuppliedLine
from dossier.read.running_heads import find_running_heads

_LEAST = 3
_STEP_AT_MOST = 3
"""How far the numbers of pages may be apart: some pages show none."""


def lift_furniture(text: str, lines: tuple[SuppliedLine, ...], words: Reading) -> tuple[SuppliedLine, ...]:
    """The lines with page numbers and running heads as furniture."""
    numbers = _page_numbers(text, lines, words)
    edges = numbers | {at for at, line in enumerate(lines) if line.opens_page} | {0, len(lines) - 1}
    heads = find_running_heads(text, lines, edges, numbers)
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
    """Lines that hold a page's number and nothing else: they rise from page to page, nearly always by one."""
    page = _page(words)
    numbered = [
        (at, int(match[1]))
        for at, line in enumerate(lines)
        if line.role is Role.FLOW and (match := page.fullmatch(line.words(text)))
    ]
    runs: dict[int, list[int]] = {}  # by the number that a run has come to
    best: list[int] = []
    for at, number in numbered:
        before = next(
            (number - step for step in range(1, _STEP_AT_MOST + 1) if number - step in runs), number
        )
        run = runs.pop(before, []) if before < number else []
        run.append(at)
        runs[number] = max(run, runs.get(number, []), key=len)
        best = max(best, run, key=len)
    return set(best) if len(best) >= _LEAST else set()
