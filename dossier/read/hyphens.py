"""Decides what a line end inside a word or range reads as: nothing, a hyphen, or a space.

A hyphen at a line end goes only where the word is whole without it. The text itself is the best witness:
the joined word, or its parts as a compound, often appear elsewhere in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from dossier.leaves.characters import BROKEN_HYPHENS, SOFT_HYPHEN, UNSEEN
from dossier.leaves.language.facts import Reading

HYPHENS = f"-‐‑¬{SOFT_HYPHEN}{BROKEN_HYPHENS}"
"""What a hyphen at a line's end is written as; `¬` comes from text recognition."""
_WORD = re.compile(rf"(?:[^\W\d_]|[{BROKEN_HYPHENS}])+(?:[-‐‑][^\W\d_]+)*")
_LEFT = re.compile(rf"((?:[^\W\d_]+[-‐‑])*[^\W\d_]+)[{HYPHENS}]$")
_RIGHT = re.compile(r"[^\W\d_]+")
_DASH = re.compile(r"\S[–—]$")
_NUMBER_HYPHEN = re.compile(r"[\d.][-‐‑]$")
_INSIDE = str.maketrans(dict.fromkeys(SOFT_HYPHEN + UNSEEN, ""))
_URL = re.compile(r"(?:https?://|www\.)\S*[./\-_=?&%#~]$")
_URL_REST = re.compile(r"[\w\-%~]+[./=&?#\-_]\S")
_IDEOGRAPHIC = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_SEEN = 400
_LONG = 7
_WHOLE = 4
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
    """The words of a text: whole ones, compounds, their first and last parts, and pairs of parts but for endings.

    What its `language` knows of hyphens decides where the text itself does not.
    """

    words: frozenset[str]
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
            if not set(BROKEN_HYPHENS).intersection(word):
                (compounds if "-" in word else words).add(word)
    parts = [compound.split("-") for compound in compounds]
    heads = frozenset(part for split in parts for part in split[:-1])
    tails = frozenset(part for split in parts for part in split[1:])
    stems = frozenset((a, b[:_STEM]) for split in parts for a, b in pairwise(split) if len(b) >= _STEM)
    return TextWords(frozenset(words | heads | tails), frozenset(compounds), heads, tails, stems, language)


def judge_line_end(line: str, following: str, known: TextWords) -> Joint:
    """What comes between a line and the following one when they read on."""
    line, following = line[-_SEEN:], following[:_SEEN]
    if line.endswith(SOFT_HYPHEN):
        return judge_soft_hyphen(line[:-1], following)
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
    return _judge_hyphen(left[1].replace("‐", "-").replace("‑", "-"), right[0], known)


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


def _judge_hyphen(left: str, right: str, known: TextWords) -> Joint:
    language, last, rest = known.language, left.rpartition("-")[2].lower(), right.lower()
    if (
        rest in language.joining
        and (last in language.counts or last in known.heads)
        and last + rest not in known.words
    ):
        return Joint.SPACE
    if last + rest in known.words:
        return Joint.LIFTED
    whole = rest in known.words and len(rest) >= _WHOLE
    keeps = (
        f"{last}-{rest}" in known.compounds
        or (last, rest[:_STEM]) in known.stems
        or right[0].isupper()
        or (last in known.heads and (whole or (last in known.words and len(last) > _WHOLE)))
        or (rest in known.tails and whole)
        or (last in known.words and whole and len(rest) >= _LONG and not rest.startswith(language.closed))
        or (
            len(rest) >= _WHOLE
            and last in language.hyphenating
            and not rest.startswith(language.hyphenating[last])
        )
    )
    return Joint.KEPT if keeps else Joint.LIFTED
