"""Finds words of a language in a text: whole words, in any case, with the particles that are written on to them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from dossier.leaves.language.facts import Language
from dossier.leaves.language.tables import Phrases

_SAME_IN_ANY_CASE = str.maketrans("İıſ\u212a", "iisk")
"""Letters that `re.IGNORECASE` takes for others, and `str.lower` does not."""
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")


def plain(text: str, language: Language) -> str:
    """A folded text as words and numbers are compared, one character for one: digits 0 to 9, hyphens for dashes."""
    if text.isascii():
        return text
    text = _OTHER_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), text).replace("–", "-")
    for letter, same in language.same_letters.items():
        text = text.replace(letter, same)
    return text


def any_of(words: Iterable[str], language: Language) -> re.Pattern[str]:
    """A pattern whose group `word` is one of the words, the longest first, in a plain text."""
    return _any_of(tuple(words), language.prefixes)


@cache
def _any_of(words: tuple[str, ...], prefixes: tuple[str, ...]) -> re.Pattern[str]:
    written_on = f"(?:{alternatives(prefixes)})?"
    return re.compile(rf"(?<!\w){written_on}(?P<word>{alternatives(words)})(?:(?<=\W)|(?!\w))", re.IGNORECASE)


def starts_word(language: Language) -> str:
    """What matches where a word or number begins, also one with particles written on to it."""
    return r"(?<!\w)" + "".join(rf"|(?<=(?<!\w){re.escape(prefix)})" for prefix in language.prefixes)


def alternatives(words: Iterable[str]) -> str:
    """What matches any of the words, the longest first; nothing where there are none."""
    longest = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\*", r"\w*") for word in longest) or r"(?!)"


def phrases_in(text: str, phrases: Phrases, language: Language) -> list[str]:
    """The words of a list that appear in a folded text, as printed there, in order."""
    compared = plain(text, language)
    if not _may_have(compared, phrases.words):
        return []
    for harmless in any_of(phrases.harmless, language).finditer(compared):
        start, end = harmless.span("word")
        compared = compared[:start] + "\0" * (end - start) + compared[end:]
    found = [text[slice(*match.span("word"))] for match in any_of(phrases.words, language).finditer(compared)]
    return [word for word in found if word.islower() or word.lower() not in phrases.capital_counts]


def _may_have(text: str, words: tuple[str, ...]) -> bool:
    """Whether the beginning of any of the words is in a text, in any case: a look, since most texts have none."""
    lowered = text.translate(_SAME_IN_ANY_CASE).lower()
    return any(beginning in lowered for beginning in _beginnings(words))


@cache
def _beginnings(words: tuple[str, ...]) -> tuple[str, ...]:
    """The letters that each begins with, up to a space or `*`; of words that begin alike, those of the shortest."""
    found: list[str] = []
    for word in sorted({re.split(r"[\s*]", word.lower())[0] for word in words}, key=len):
        if not any(beginning in word for beginning in found):
            found.append(word)
    return tuple(found)
