"""Finds the running heads of pages: lines that come again at their edges, and lines with the number of their page.

Where a text shows no pages, a head is known by its number, which rises, and by the sentences that it cuts.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from dossier.read.hyphens import HYPHENS
from dossier.read.lines import Role, SuppliedLine
from dossier.read.paragraphs import is_open

_DIGITS = re.compile(r"\d+")
_LEADING = re.compile(r"(\d{1,4})[\s|–—-]+\S*[^\W\d_]")
_TRAILING = re.compile(r"[\s|–—-](\d{1,4})$")
_END_NUMBERS = re.compile(r"^\d+|\d+$")
_BODY = re.compile(rf"[{HYPHENS},;]$|.{{40}}[.:]$")
_LEAST = 3
_NEAR = 2
_LONGEST = 120
_LETTERS_AT_LEAST = 6
_NEARLY_ALL = 0.8
_HALF = 0.5
_CUTS_AT_LEAST = 0.25
"""Share of heads that cut a sentence, in a text without page breaks."""
_PAGE_AT_LEAST = 4
"""Lines of a page, at the least."""
_STEP_AT_MOST = 2
"""How far the numbers of heads on pages of the same side are apart."""


def find_running_heads(
    text: str, lines: Sequence[SuppliedLine], edges: Collection[int], numbers: Collection[int]
) -> set[int]:
    """The places of running heads; `edges` are places where pages begin or end, `numbers` those of page numbers."""
    short = [
        at
        for at, line in enumerate(lines)
        if line.role is Role.FLOW
        and line.margin is None
        and at not in numbers
        and line.end - line.start <= _LONGEST
    ]
    heads = _numbered(text, lines, short)
    alike: dict[str, list[int]] = defaultdict(list)
    for at in short:
        alike[_DIGITS.sub("#", " ".join(lines[at].words(text).split())).casefold()].append(at)
    for key, places in alike.items():
        near = [at for at in places if any(at + step in edges for step in range(-_NEAR, _NEAR + 1))]
        if len(places) < _LEAST or _is_body(text, lines, places):
            continue
        if len(near) >= max(_LEAST, len(places) * _NEARLY_ALL):
            heads |= set(near)
        elif _has_words(key) and _are_pages_apart(places) and ("#" not in key or _rises(text, lines, places)):
            least = _CUTS_AT_LEAST if "#" in key else _HALF
            if _cuts(text, lines, places, numbers) >= len(places) * least:
                heads |= set(places)
    return heads


def _has_words(key: str) -> bool:
    """Whether a line says enough to be a head: a lone word or the number of a formula comes again anywhere."""
    return len(key.split()) > 1 and sum(char.isalpha() for char in key) >= _LETTERS_AT_LEAST


def _is_body(text: str, lines: Sequence[SuppliedLine], places: Sequence[int]) -> bool:
    """Whether lines that are alike look like lines of sentences, and have no number that rises."""
    words = lines[places[0]].words(text)
    return bool(words[:1].islower() or _BODY.search(words)) and not _rises(text, lines, places)


def _rises(text: str, lines: Sequence[SuppliedLine], places: Sequence[int]) -> bool:
    """Whether one of the numbers in lines that are alike rises from line to line."""
    rows = [[int(digits[-6:]) for digits in _DIGITS.findall(lines[at].words(text))] for at in places]
    return any(all(one < other for one, other in pairwise(column)) for column in zip(*rows, strict=True))


def _are_pages_apart(places: Sequence[int]) -> bool:
    return all(other - one >= _PAGE_AT_LEAST for one, other in pairwise(places))


def _cuts(text: str, lines: Sequence[SuppliedLine], places: Sequence[int], numbers: Collection[int]) -> int:
    """How many of the lines stand inside a sentence."""
    cuts = 0
    for at in places:
        before, after = at - 1, at + 1
        while before in numbers:
            before -= 1
        while after in numbers:
            after += 1
        if before >= 0 and after < len(lines) and is_open(text, lines[before]):
            cuts += lines[after].words(text)[:1].islower()
    return cuts


def _numbered(text: str, lines: Sequence[SuppliedLine], short: Sequence[int]) -> set[int]:
    """Lines that begin or end with the number of their page, whatever else is in them."""
    found = [(at, number) for at in short for number in _ends(lines[at].words(text))]
    opens = [at for at, line in enumerate(lines) if line.opens_page]
    heads = _at_page_edges(lines, found) if opens else _in_sequence(text, lines, found)
    said = {at: _END_NUMBERS.sub("", lines[at].words(text)).strip() for at in heads}
    times = Counter(said.values())
    repeated = {at for at, words in said.items() if times[words] > 1 or words.isupper()}
    return repeated if len(repeated) >= max(_LEAST, len(heads) * _HALF) else set()


def _ends(words: str) -> Iterator[int]:
    """The numbers with which a line begins and ends."""
    if match := _LEADING.match(words):
        yield int(match[1])
    if match := _TRAILING.search(words, max(len(words) - 6, 0)):
        yield int(match[1])


def _at_page_edges(lines: Sequence[SuppliedLine], found: Sequence[tuple[int, int]]) -> set[int]:
    """Those that are first or last on their page, with numbers that count the pages."""
    page, pages = 0, []
    for line in lines:
        page += line.opens_page
        pages.append(page)
    edges = {at for at in range(len(lines)) if at in (0, len(lines) - 1) or pages[at - 1] != pages[at]}
    edges |= {at - 1 for at in edges if at}
    first = {at: number - pages[at] for at, number in found if at in edges}
    if not first:
        return set()
    offset, times = Counter(first.values()).most_common(1)[0]
    enough = times >= _LEAST and times >= (page + 1) * _CUTS_AT_LEAST
    return {at for at, number in found if at in edges and number - pages[at] == offset} if enough else set()


def _in_sequence(text: str, lines: Sequence[SuppliedLine], found: Sequence[tuple[int, int]]) -> set[int]:
    """The longest run of those whose numbers rise by one or two, a page apart, if they cut sentences."""
    runs: dict[int, list[int]] = {}  # by the number that a run has come to
    best: list[int] = []
    for at, number in found:
        run: list[int] = []
        for step in range(1, _STEP_AT_MOST + 1):
            before = runs.get(number - step, [])
            if before and at - before[-1] >= _PAGE_AT_LEAST:
                run = runs.pop(number - step)
                break
        run.append(at)
        runs[number] = max(run, runs.get(number, []), key=len)
        best = max(best, run, key=len)
    cut = _cuts(text, lines, best, ())
    return set(best) if len(best) > _LEAST and cut >= len(best) * _CUTS_AT_LEAST else set()
