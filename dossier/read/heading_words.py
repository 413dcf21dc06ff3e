"""Whether words look like those of a heading. Whether their lines are set apart as one is left to `headings`."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import cache, lru_cache

from dossier.leaves.language.facts import Language
from dossier.leaves.language.words import alternatives
from dossier.read.hyphens import HYPHENS

_CAPITAL = re.compile(r"[\"'“‘«(]*(?:[^\W\d_]|\d)")
_BRACKETED = re.compile(r"\((?!\w{1,4}\)\s)")
_ENDS_WRONG = re.compile(rf"[.,;:!?…،؟۔][\"'”’»)\]]*(?:\[\w{{1,8}}\]|\d{{1,3}})?$|\S[{HYPHENS}]$|[=(\[]$")
_DATED = re.compile(r"\b\d{1,2}\.? [^\W\d_]{3,} (?:1[5-9]|20)\d\d$|^[^\W\d_]{3,} \d{1,2}, (?:1[5-9]|20)\d\d$")
_ADDRESS = re.compile(r"https?://|www\.|\S@\S+\.\S")
_INITIAL = re.compile(r"(?<![^\W\d_])(?<!\.)[A-Z]\.[\s,-]")
_WORD = re.compile(r"[^\W\d_]{2}")
_LONG_WORD = re.compile(r"[^\W\d_]{3}|^[A-Z]{2}$")
_IDEOGRAPHIC = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff]")
_ROMAN = re.compile(r"[IVXLC]{1,6}\.?")
_NUMBER = re.compile(r"^[\dIVXLC]+(?:\.\d+)*[.)]?\s+")
_SMALL_CAPITALS = re.compile(r"(?<=\b[A-Z])\s(?=[A-Z]{2})")
"""The space that extraction leaves between a capital and the small capitals of its word."""
_BELONG = "+|<>~"
"""Mathematical signs that headings have, too."""
LONGEST = 130
"""How many characters a heading has at the most."""
_INITIALS_AT_MOST = 1
_SPACED_AT_LEAST = 4


class WordsKind(StrEnum):
    """What words look like that may be set apart."""

    HEADING = "heading"
    SENTENCE = "sentence"
    """They are part of a sentence, or all of it."""
    OTHER = "other"
    """Neither: words in brackets, an address, a formula, the caption of a picture, a list of names, figures."""


@lru_cache(maxsize=1024)
def kind_of(words: str, language: Language) -> WordsKind:
    """A heading is short, begins high, has no stop at its end and is no byline; and it is mostly words."""
    if len(words) > LONGEST or _ENDS_WRONG.search(words) or not starts_high(words):
        return WordsKind.SENTENCE
    if _byline(language).match(words) or _DATED.search(words):
        return WordsKind.SENTENCE
    other = (
        not _CAPITAL.match(words)
        or _BRACKETED.match(words)
        or _ADDRESS.search(words)
        or _caption(language).match(words)
        or _is_formula(words)
        or len(_INITIAL.findall(words)) > _INITIALS_AT_MOST
        or not _is_worded(words)
    )
    return WordsKind.OTHER if other else WordsKind.HEADING


def starts_high(words: str) -> bool:
    """Whether words begin as a sentence does: not with a small letter."""
    first = next((char for char in words if char.isalnum()), "")
    return bool(first) and not first.islower()


@cache
def division_of(language: Language) -> re.Pattern[str]:
    """Nothing but the number of a division: Article 1, CHAPTER IV., Article premier."""
    ordinal = rf"(?:{alternatives(language.prefixes)})?(?:{alternatives(language.numbers.ordinals)})"
    number = rf"\d+(?:[.-]\d+)*|[IVXLC]+|[A-Z]|{ordinal}"
    return re.compile(rf"(?:{alternatives(language.reading.divisions)})\s+(?:{number})[.:]?", re.IGNORECASE)


@cache
def _byline(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(language.reading.bylines)})\s")


@cache
def _caption(language: Language) -> re.Pattern[str]:
    """What opens the caption of a picture or table."""
    return re.compile(rf"(?:{alternatives(language.reading.captions)})\s*(?:\d|[IVX]+\b)", re.IGNORECASE)


def _is_formula(words: str) -> bool:
    """Whether a sign of mathematics is among the words, or one that no font shows."""
    return any(
        unicodedata.category(char) in {"Sm", "Co", "Cn", "Cc"} and char not in _BELONG
        for char in words
        if not char.isspace() and not char.isalnum()
    )


def _is_worded(words: str) -> bool:
    """Whether at least half of what is behind a number are words, or all are spaced letters, or one roman number."""
    tokens = _SMALL_CAPITALS.sub("", _NUMBER.sub("", words)).split()
    if _IDEOGRAPHIC.search(words) or _ROMAN.fullmatch(words):
        return True
    if all(len(token) == 1 for token in tokens):
        return len(tokens) >= _SPACED_AT_LEAST and all(token.isupper() for token in tokens)
    worded = sum(bool(_WORD.search(token)) for token in tokens)
    return worded * 2 >= len(tokens) and any(_LONG_WORD.search(token) for token in tokens)
