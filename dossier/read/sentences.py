"""Splits the words of a block into sentences, for Latin and Arabic scripts; never inside brackets, after an abbreviation or an ellipsis."""

from __future__ import annotations

import re

_STOP = re.compile(r"(?P<dots>\.(?:\s?\.)+|…)?(?P<stop>[.!?؟۔。]+)?(?P<close>[\"'”’»›)\]]*)(?P<space>\s+|$)")
_ENDS = re.compile(r"(?:\.(?: ?\.)*|[…!?؟۔]+[.!?]*)[\"'”’»›)\]]*(?=\s|$)|[。！？][”’」』]*")
_SPACED_ELLIPSIS = re.compile(r"(?:\. ){2}\.")
_DOTTED = re.compile(r"(?:^|[\s(\[“‘\"'/–—-])(?:[^\W\d_]\.){1,6}$")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.$")
_OPENS = re.compile(r"[\"'“‘«‹(\[¿¡]*")
_CITATION = re.compile(
    r"\((?:[^()]*\b(?:1[5-9]|20)\d\d[a-z]?\b[^()]*|[^()]{0,40}(?:translation|emphasis|trad\.)[^()]*)\)"
)
_STARTERS = frozenset(
    [
        "The",
        "In",
        "He",
        "She",
        "It",
        "This",
        "These",
        "They",
        "But",
        "However",
        "We",
        "His",
        "Her",
        "Its",
        "There",
        "When",
        "As",
        "At",
        "On",
        "For",
    ]
)
_NEVER_LAST = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "st",
        "sen",
        "rep",
        "gov",
        "gen",
        "col",
        "lt",
        "capt",
        "sgt",
        "rev",
        "hon",
        "mme",
        "mlle",
        "pp",
        "p",
        "vol",
        "vols",
        "no",
        "nos",
        "nr",
        "art",
        "arts",
        "fig",
        "figs",
        "eq",
        "ed",
        "eds",
        "cf",
        "vs",
        "ca",
        "approx",
        "ch",
        "sec",
        "par",
        "al",
        "trans",
        "ibidem",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "e.g",
        "i.e",
        "viz",
        "bzw",
        "z.b",
        "d.h",
        "dept",
        "univ",
        "bros",
        "messrs",
        "op",
        "loc",
        "cit",
    ]
)
"""Abbreviations behind which the sentence goes on."""
_SELDOM_LAST = frozenset(["etc", "inc", "ltd", "co", "corp", "jr", "sr", "bd"])
"""Abbreviations behind which it goes on unless a capital follows."""


def split_sentences(text: str, *, small: bool = False) -> tuple[tuple[int, int], ...]:
    """The ranges of sentences in `text`. With `small`, a sentence may open with a small letter (where capitals were lost)."""
    found: list[tuple[int, int]] = []
    start, depths = 0, _depths(text)
    for match in _ENDS.finditer(text):
        stop = match.end()
        begin = stop + len(text[stop:]) - len(text[stop:].lstrip()) if stop < len(text) else stop
        if begin >= len(text) or depths[match.end() - 1] > 0 or begin <= start:
            continue
        if not _goes_on(text, match, begin, small=small):
            found.append((start, stop))
            start = begin
    if start < len(text):
        found.append((start, len(text.rstrip())))
    return tuple(found)


def _depths(text: str) -> list[int]:
    """How many brackets stand open after each character; brackets that are never closed do not count."""
    depths = [0] * len(text)
    opened: list[int] = []
    for at, char in enumerate(text):
        if char in "([":
            opened.append(at)
        elif char in ")]" and opened:
            start = opened.pop()
            if not opened:
                for inside in range(start, at):
                    depths[inside] = 1
    return depths


def _goes_on(text: str, match: re.Match[str], begin: int, *, small: bool) -> bool:
    """Whether the sentence goes on behind what looks like its end."""
    _before, ending = text[: match.end()], match[0]
    opening = _OPENS.match(text, begin)
    first = text[opening.end() : opening.end() + 1] if opening else ""
    if _CITATION.match(text, begin):
        return True
    if first.islower() and (not small or _is_ellipsis(ending)):
        return True
    if not first.isalnum():
        return not first or first in ",;:.–—-…&"
    if _is_ellipsis(ending):
        return not _four_dots(ending)
    if not ending.startswith("."):
        return False
    return _is_abbreviation(text[: match.start() + 1], ending, text[begin:], first)


def _is_ellipsis(ending: str) -> bool:
    return ending.startswith("…") or ending.replace(" ", "").startswith("..")


def _four_dots(ending: str) -> bool:
    """Whether an ellipsis stands behind or before a full stop."""
    return ending.count(".") > 3 or (ending.startswith("…") and "." in ending)  # noqa: PLR2004


def _is_abbreviation(before: str, ending: str, after: str, first: str) -> bool:
    """Whether the stop that `before` ends with belongs to an abbreviation within the sentence."""
    if _DOTTED.search(before):
        word = after.split(maxsplit=1)[0].strip(",;:’'")
        return len(before) < 4 or before[-3:-2] != "." or word not in _STARTERS  # noqa: PLR2004
    match = _WORD_BEFORE.search(before)
    if not match:
        return False
    word = match[1].lower()
    if word in _NEVER_LAST:
        return (
            word not in ("no", "p", "art", "sec", "par", "al", "mar", "co")
            or first.isdigit()
            or word in ("al", "p")
        )
    return word in _SELDOM_LAST and (first.islower() or first.isdigit())
