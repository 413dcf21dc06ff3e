"""Finds words of a language in a text: whole words, in any case, with the particles that are written on to them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from dossier.leaves.language.facts import Language
from dossier.leaves.language.tables import Phrases

_SAME_IN_ANY_CASE = tuple(zip("İıſ\u212a", "IisK", strict=True))
"""Letters that `re.IGNORECASE` takes for others, and `str.lower` does not: the long s of old prints is one."""
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
_DIGIT = re.compile("[0-9]")
_LETTERS = re.compile(r"\w+")


def plain(text: str, language: Language) -> str:
    """A folded text as words and numbers are compared, one character for one: digits 0 to 9, hyphens for dashes."""
    if text.isascii():
        return text
    text = _OTHER_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), text).replace("–", "-")
    return _replaced(text, (*_SAME_IN_ANY_CASE, *language.same_letters.items()))


def in_any_case(text: str) -> str:
    """A text in small letters, one character for one: what is the same in any case is the same in it."""
    return text.lower() if text.isascii() else _replaced(text, _SAME_IN_ANY_CASE).lower()


def _replaced(text: str, letters: Iterable[tuple[str, str]]) -> str:
    """A text with other letters: where few are there at all, quicker than a look at each."""
    for letter, same in letters:
        text = text.replace(letter, same)
    return text


def has_digit(text: str) -> bool:
    """Whether a plain text has a digit: without one it has no number that is not in words."""
    return _DIGIT.search(text) is not None


def any_of(words: Iterable[str], language: Language) -> re.Pattern[str]:
    """A pattern whose group `word` is one of the words, the longest first, in a text in small letters."""
    return _any_of(tuple(words), language.prefixes)


def words_in(text: str, words: Iterable[str], language: Language) -> list[re.Match[str]]:
    """The places of any of the words in a plain text, in order; the group `word` has it in small letters."""
    words = tuple(words)
    if not may_have(text, words, language):
        return []
    return list(_any_of(words, language.prefixes).finditer(in_any_case(text)))


@cache
def _any_of(words: tuple[str, ...], prefixes: tuple[str, ...]) -> re.Pattern[str]:
    """Not one that ignores case: that takes ten times as long."""
    written_on, sought = alternatives(map(in_any_case, prefixes)), alternatives(map(in_any_case, words))
    return re.compile(rf"(?<!\w)(?:{written_on})?(?P<word>{sought})(?:(?<=\W)|(?!\w))")


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
    if not may_have(compared, phrases.words, language):
        return []
    for harmless in words_in(compared, phrases.harmless, language):
        start, end = harmless.span("word")
        compared = compared[:start] + "\0" * (end - start) + compared[end:]
    found = [text[slice(*match.span("word"))] for match in words_in(compared, phrases.words, language)]
    return [word for word in found if word.islower() or word.lower() not in phrases.capital_counts]


def may_have(text: str, words: tuple[str, ...], language: Language) -> bool:
    """Whether the first letters of any of the words are in a plain text: a look, since most texts have none of them."""
    whole, begun = _first_letters(words)
    there = _letters_of(text, language.prefixes)
    return not whole.isdisjoint(there) or (
        begun != () and any(letters.startswith(begun) for letters in there)
    )


@cache
def _first_letters(words: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The first run of letters and digits in each of the words, and how those begin whose run `*` makes longer."""
    whole, begun = set[str](), set[str]()
    for word in words:
        first = _LETTERS.search(word)
        if first is None or word[: first.start()].endswith("*"):
            begun.add("")
        elif word[first.end() :].startswith("*"):
            begun.add(first[0].lower())
        else:
            whole.add(first[0].lower())
    return frozenset(whole), tuple(begun)


@lru_cache(maxsize=32)  # many lists are sought in one text, one after the other
def _letters_of(text: str, prefixes: tuple[str, ...]) -> frozenset[str]:
    """The runs of letters and digits in a text, in small letters, also without what is written on to them; and none."""
    there = {"", *_LETTERS.findall(in_any_case(text))}
    return frozenset(there.union(*({run.removeprefix(prefix) for run in there} for prefix in prefixes)))
