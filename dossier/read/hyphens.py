"""Decides what a line end inside a word or range reads as: nothing, a hyphen, or a space.

A hyphen at a line end goes only where the word is whole without it. The text itself is the best witness:
the joined word, or its parts as a compound, often appear elsewhere in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise

from dossier.leaves.characters import BROKEN_HYPHENS, SOFT_HYPHEN, UNSEEN
from dossier.leaves.language.tables import Reading
from dossier.leaves.language.words import alternatives

HYPHENS = f"-‐‑¬{SOFT_HYPHEN}{BROKEN_HYPHENS}"
"""What a hyphen at a line's end is written as; `¬` comes from text recognition."""
_BROKEN = frozenset(BROKEN_HYPHENS)
_WORD = re.compile(rf"(?:[^\W\d_]|[{BROKEN_HYPHENS}])+(?:[-‐‑][^\W\d_]+)*")
_LEFT = re.compile(rf"((?:[^\W\d_]+[-‐‑])*[^\W\d_]+)[{HYPHENS}]$")
_RIGHT = re.compile(r"([^\W\d_]+)([-‐‑’']?)")
_DASH = re.compile(r"\S[–—]$")
_NUMBER_HYPHEN = re.compile(r"[\d.][-‐‑]$")
_INSIDE = str.maketrans(dict.fromkeys(SOFT_HYPHEN + UNSEEN, ""))
_URL = re.compile(r"(?:https?://|www\.)\S*[./\-_=?&%#~]$")
_URL_REST = re.compile(r"[\w\-%~]+[./=&?#\-_]\S")
_IDEOGRAPHIC = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_SEEN = 400
_LONG = 7
_WHOLE = 4
_PART = 2
_STEM = 5


class Joint(StrEnum):
    """What a line end reads as."""

    SPACE = " "
    NOTHING = ""
    LIFTED = "lifted"
    """The hyphen goes with the line end."""
    KEPT = "kept"
    """The hyphen stays, the line end goes."""


@dataclass(frozen=True, slots=True)
class TextWords:
    """The words of a text, those among them that are no part of a compound (`apart`), and its compounds.

    Of the compounds: first parts, last parts, and pairs of parts but for endings. What its `language` knows of
    hyphens decides where the text itself does not.
    """

    words: frozenset[str]
    apart: frozenset[str]
    compounds: frozenset[str]
    heads: frozenset[str]
    tails: frozenset[str]
    stems: frozenset[tuple[str, str]]
    language: Reading


def learn_words(lines: Iterable[str], language: Reading) -> TextWords:
    """The vocabulary of lines, but for the halves of words that their ends cut."""
    words: set[str] = set()
    compounds: set[str] = set()
    cut = False
    for words_of_line in lines:
        line = words_of_line[:-1].translate(_INSIDE) + words_of_line[-1:]
        found = list(_WORD.finditer(line))
        if cut and found and found[0].start() == 0:
            found = found[1:]
        cut = line.endswith(tuple(HYPHENS))
        if cut and found and found[-1].end() == len(line) - 1:
            found = found[:-1]
        for match in found:
            word = match[0].lower().replace("‐", "-").replace("‑", "-")
            if _BROKEN.isdisjoint(word):
                (compounds if "-" in word else words).add(word)
    parts = [compound.split("-") for compound in compounds]
    heads = frozenset(part for split in parts for part in split[:-1])
    tails = frozenset(part for split in parts for part in split[1:])
    stems = frozenset((a, b[:_STEM]) for split in parts for a, b in pairwise(split) if len(b) >= _STEM)
    return TextWords(
        frozenset(words | heads | tails),
        frozenset(words),
        frozenset(compounds),
        heads,
        tails,
        stems,
        language,
    )


def is_hyphenated(line: str) -> bool:
    """Whether a line ends with a hyphen that a word is cut by, or that belongs to it."""
    return bool(_LEFT.search(line[-_SEEN:]))


def judge_line_end(line: str, following: str, known: TextWords) -> Joint:
    """What comes between a line and the following one when they read on."""
    line, following = line[-_SEEN:], following[:_SEEN]
    if line.endswith(SOFT_HYPHEN):
        inside = line[-2:-1].isalnum()
        return judge_soft_hyphen(line[:-1], following) if inside else Joint.SPACE
    rest = following.split(maxsplit=1)[0] if following.strip() else ""
    if _URL.search(line) and _URL_REST.match(rest) and not rest.startswith(("http", "www")):
        return Joint.NOTHING
    if _DASH.search(line) or (_IDEOGRAPHIC.search(line[-1:]) and _IDEOGRAPHIC.match(following)):
        return Joint.NOTHING
    left, right = _LEFT.search(line), _RIGHT.match(following)
    if _NUMBER_HYPHEN.search(line) and rest[:1].isdigit():
        return Joint.NOTHING
    if not left or not right:
        return Joint.NOTHING if line[-1:] in HYPHENS and rest[:1].isdigit() else Joint.SPACE
    return _judge_hyphen(left[1].replace("‐", "-").replace("‑", "-"), right[1], known, goes_on=bool(right[2]))


def judge_inside(before: str, hyphen: str, after: str, known: TextWords) -> Joint:
    """What a hyphen reads as that only a line's end shows, or that a line's end was lost with."""
    if hyphen == SOFT_HYPHEN:
        return judge_soft_hyphen(before, after)
    joint = judge_line_end(before + hyphen, after, known)
    return joint if joint is Joint.KEPT else Joint.LIFTED


def judge_soft_hyphen(before: str, after: str) -> Joint:
    """A soft hyphen is one of the word where it comes before a digit, or before a capital that begins a part of it."""
    last, first = before[-1:], after[:1]
    begins = first.isupper() and (not last.isupper() or after[1:2].islower())
    return Joint.KEPT if first.isdigit() or begins else Joint.LIFTED


def _judge_hyphen(left: str, right: str, known: TextWords, *, goes_on: bool) -> Joint:
    """What the hyphen between two parts of a word is; `goes_on` where another hyphen or an apostrophe follows."""
    language = known.language
    earlier, _, last = left.lower().rpartition("-")
    rest = right.lower()
    if (
        rest in language.joining
        and (last in language.counts or last in known.heads)
        and last + rest not in known.words
    ):
        return Joint.SPACE
    before_link = goes_on and last not in language.fused and (rest in language.linking or len(rest) == 1)
    if before_link or (earlier and last in language.linking):
        return Joint.KEPT
    if last + rest in known.words:
        return Joint.LIFTED
    printed = len(last) == 1 or _begins_name(left, right) or _is_compound(last, rest, known)
    return Joint.KEPT if printed or _looks_compound(last, rest, known) else Joint.LIFTED


def _begins_name(left: str, right: str) -> bool:
    """Whether a capital begins what follows, and not all of the word is in capitals."""
    capitals = left[-1].isupper() and right.isupper()
    return right[0].isupper() and (not capitals or max(len(left), len(right)) < _WHOLE)


def _is_compound(last: str, rest: str, known: TextWords) -> bool:
    """Whether the text or its language has the two parts in a compound."""
    language = known.language
    if f"{last}-{rest}" in known.compounds or (last, rest[:_STEM]) in known.stems:
        return True
    fused = last in language.fused
    begins = language.hyphenating.get(last)
    if (
        begins is not None
        and len(rest) >= _PART
        and not rest.startswith(begins)
        and (not fused or (last in known.heads and len(rest) >= _STEM))
    ):
        return True
    whole, ending = _compounds(language)
    return bool(whole.fullmatch(f"{last}-{rest}") or (not fused and ending.fullmatch(f"{last}-{rest}")))


def _looks_compound(last: str, rest: str, known: TextWords) -> bool:
    """Whether both parts are words of the text, of which one is a part of other compounds, or the second is long."""
    language = known.language
    if (
        last in language.fused
        or rest not in known.words
        or len(rest) < _WHOLE
        or rest.startswith(language.closed)
    ):
        return False
    if last not in known.apart:
        return last in known.heads and len(last) >= _STEM
    return (
        last in known.heads
        or rest in known.tails
        or len(rest) >= _LONG
        or (len(last) >= _WHOLE and rest in known.apart)
    )


@cache
def _compounds(language: Reading) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The compounds of a language: those whose first part is known, and those of any first part."""
    open_ = [word for word in language.compounds if word.startswith("*")]
    known = [word for word in language.compounds if not word.startswith("*")]
    return re.compile(alternatives(known)), re.compile(alternatives(open_))
