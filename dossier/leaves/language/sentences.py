"""Splits words into sentences, in Latin, Arabic and ideographic scripts.

A sentence never ends inside brackets, and not after an abbreviation or an ellipsis; a citation in brackets that follows
its stop belongs to it. What is an abbreviation the language says.
"""

from __future__ import annotations

import re
from functools import cache

from dossier.leaves.language.tables import Sentences
from dossier.leaves.language.words import alternatives

Range = tuple[int, int]

_ENDS = re.compile(r"(?:\.(?: ?\.)*|[…!?؟۔]+[.!?]*)(?:[\"'”’»›)\]]|\s»)*(?=\s|$)|[。！？][”’」』]*")
_SPACE = re.compile(r"\s*")
_BRACKET = re.compile(r"[()\[\]]")
_OPENS = re.compile(r"[\"'“‘«‹(\[¿¡]*\s?")
_DOTTED = re.compile(r"(?:^|[\s(\[“‘\"'/–—-])(?:[^\W\d_]\.){1,6}$")
_SMALL_NUMBER = re.compile(r"(?<![\w.,])\d{1,2}\.$")
_LAST_WORD = re.compile(r"([^\W\d_]+)\.$")
_WORD_AT_MOST = 30
_FULL_ELLIPSIS = 4
_INITIAL = 2


def split_sentences(text: str, words: Sentences, *, small: bool = False) -> tuple[Range, ...]:
    """The ranges of sentences; with `small`, also those that open with a small letter (capitals were lost)."""
    found: list[Range] = []
    start, inside = 0, _bracketed(text)
    for match in _ENDS.finditer(text):
        begin = _skip_space(text, match.end())
        closed = match.end() - 1 not in inside and begin < len(text)
        if closed and begin > start and not _goes_on(text, match, begin, words, small=small):
            found.append((start, match.end()))
            start = begin
    stop = len(text.rstrip())
    return (*found, (start, stop)) if start < stop else tuple(found)


def _skip_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _bracketed(text: str) -> frozenset[int]:
    """The stops inside brackets; brackets that are never closed do not count."""
    stops: set[int] = set()
    opened: list[int] = []
    for bracket in _BRACKET.finditer(text):
        at = bracket.start()
        if bracket[0] in "([":
            opened.append(at)
        elif opened:
            start = opened.pop()
            if not opened:
                stops.update(range(start, at))
    return frozenset(stops)


def _goes_on(text: str, match: re.Match[str], begin: int, words: Sentences, *, small: bool) -> bool:
    """Whether the sentence goes on at `begin`, behind what looks like its end."""
    ending = match[0]
    opening = _OPENS.match(text, begin)
    at = opening.end() if opening else begin
    first = text[at : at + 1]
    ellipsis = ending.startswith(("…", "..", ". ."))
    if _citation(words).match(text, begin) or (first.islower() and (ellipsis or not small)):
        return True
    if not first.isalnum():
        return not first or first in ",;:.–—-…&"
    if ellipsis:
        return ending.count(".") < _FULL_ELLIPSIS
    return ending.startswith(".") and _is_abbreviation(text, match.start() + 1, at, words)


@cache
def _citation(words: Sentences) -> re.Pattern[str]:
    """Brackets that hold a year, or a remark on the quotation before them."""
    year, remark = r"\b(?:1[5-9]|20)\d\d[a-z]?\b", alternatives(words.remarks)
    return re.compile(rf"\((?:[^()]{{0,200}}{year}[^()]{{0,200}}|[^()]{{0,40}}(?:{remark})[^()]{{0,40}})\)")


def _is_abbreviation(text: str, stop: int, following: int, words: Sentences) -> bool:
    """Whether the full stop that ends at `stop` belongs to an abbreviation within the sentence."""
    before, first = text[max(0, stop - _WORD_AT_MOST) : stop], text[following]
    if dotted := _DOTTED.search(before):
        word = re.split(r"\W", text[following : following + _WORD_AT_MOST], maxsplit=1)[0]
        initial = len(dotted[0].strip(" ([“‘\"'/–—-")) <= _INITIAL
        return initial or word not in words.starters
    if words.dotted_ordinals and _SMALL_NUMBER.search(before):
        return True
    match = _LAST_WORD.search(before)
    word = match[1].lower() if match else ""
    if word in words.before_numbers:
        return first.isdigit()
    return word in words.never_last or (word in words.seldom_last and (first.islower() or first.isdigit()))
