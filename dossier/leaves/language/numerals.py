"""Numbers in a text, in digits and in words, as values: 1,122 · 87 = eighty-seven · half = 50 % · dozens.

The text is folded beforehand. Dates are left to `datings`, which sees the same digits its own way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from dossier.leaves.language.vocabulary import Vocabulary, whole_words

_DIGITS = re.compile(r"(?<![\w.,])\d{1,3}(?:(?P<sep>[, \u202f])\d{3})(?:(?P=sep)\d{3})*(?!\d)|\d+")
_DECIMALS = re.compile(r"[.,]\d+(?![\d.,]*\d)")
_CODE = re.compile(r"(?<!\w)(?:[A-Z]{1,5}-?\d{1,3}|\d{1,2}/\d{1,2})(?![\w/]|[-.,]\d)")
_LETTERS = re.compile(r"\w*")
_HUNDRED = 100
_TENS = range(20, 100, 10)
_FRENCH_TENS = {60, 80}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at `[start, end)`: its value, or the name of a `code` (G5, F-16); `order` marks “hundreds” and such."""

    start: int
    end: int
    value: Fraction
    percent: bool = False
    order: bool = False
    ordinal: bool = False
    code: str = ""


def find_numerals(text: str, words: Vocabulary) -> list[Numeral]:
    """Every number of a folded text, in order; the digits of dates are among them."""
    found = [*_codes(text, words), *_percents(text, _in_digits(text, words), words)]
    found += _percents(text, _in_words(text, words), words)
    taken: list[Numeral] = []
    for numeral in sorted(found, key=lambda one: (one.start, -one.end)):
        if not taken or numeral.start >= taken[-1].end:
            taken.append(numeral)
    return taken


def _codes(text: str, words: Vocabulary) -> Iterator[Numeral]:
    for match in _CODE.finditer(text):
        letters = match.group().rstrip("0123456789").rstrip("-").lower()
        if letters not in words.forms["number_signs"]:
            yield Numeral(match.start(), match.end(), Fraction(0), code=match.group().lower())


def _in_digits(text: str, words: Vocabulary) -> Iterator[Numeral]:
    suffixes = words.forms["ordinal_suffixes"]
    for match in _DIGITS.finditer(text):
        value, end = Fraction(re.sub(r"\D", "", match.group())), match.end()
        decimals = _DECIMALS.match(text, end)
        if decimals and not (match["sep"] == "," == text[end]):
            value, end = (
                value + Fraction(int(text[end + 1 : decimals.end()]), 10 ** (decimals.end() - end - 1)),
                decimals.end(),
            )
        letters = _LETTERS.match(text, end)
        after = letters.group() if letters else ""
        if after in suffixes:
            yield Numeral(match.start(), end + len(after), value, ordinal=True)
        else:
            value, end = _scaled(text, value, end, words)
            yield Numeral(match.start(), end, value)


def _scaled(text: str, value: Fraction, end: int, words: Vocabulary) -> tuple[Fraction, int]:
    """A number in digits with the scale behind it: 9 million."""
    gap = 1 if text[end : end + 1] in {" ", "-"} else 0
    scale = whole_words(tuple(words.scales)).match(text, end + gap)
    if scale is None:
        return value, end
    return value * words.scales[scale.group().lower()], scale.end()


def _in_words(text: str, words: Vocabulary) -> Iterator[Numeral]:
    vocabulary = words.numbers.keys() | words.scales.keys()
    every = vocabulary | words.ordinals.keys() | words.fractions.keys() | words.magnitudes.keys()
    tokens = list(whole_words(tuple(sorted(every))).finditer(text))
    position = 0
    while position < len(tokens):
        length = _run(text, tokens, position, words)
        if length:
            group = tokens[position : position + length]
            yield _spelled(group, words)
            position += length
            continue
        token = tokens[position]
        word = token.group().lower()
        if word in words.fractions and (
            word not in words.ordinals or _one_before(text, token.start(), words)
        ):
            yield Numeral(token.start(), token.end(), Fraction(1, words.fractions[word]))
        elif word in words.ordinals:
            yield Numeral(token.start(), token.end(), Fraction(words.ordinals[word]), ordinal=True)
        elif word in words.magnitudes:
            yield Numeral(token.start(), token.end(), Fraction(words.magnitudes[word]), order=True)
        position += 1


def _run(text: str, tokens: list[re.Match[str]], position: int, words: Vocabulary) -> int:
    """How many tokens from `position` on make one number."""
    length, room = 0, 0
    while position + length < len(tokens):
        token = tokens[position + length]
        word = token.group().lower()
        last = word not in words.numbers and word not in words.scales
        value = words.numbers.get(word, words.scales.get(word, words.fractions.get(word, 0) if last else 0))
        if length and not _adjoins(text, tokens[position + length - 1].end(), token.start(), words, room):
            break
        if last:
            return length + 1 if length and _closes(word, words, room) else length
        if word in words.scales:
            room = words.scales[word]
        elif not length or value < room:
            room = _room(value)
        else:
            break
        length += 1
    return length


def _room(value: int) -> int:
    """Below what a number may be added to one just read: twenty-|one, soixante-|dix."""
    if value in _FRENCH_TENS:
        return 20
    return 10 if value in _TENS else 0


def _adjoins(text: str, end: int, start: int, words: Vocabulary, room: int) -> bool:
    """Whether two number words belong together: side by side, or with “and” after a hundred or a ten that has room."""
    between = text[end:start].strip(" -").lower()
    return len(text[end:start]) > 0 and (not between or (room > 0 and between in words.forms["and"]))


def _closes(word: str, words: Vocabulary, room: int) -> bool:
    """Whether an ordinal or a fraction ends a number: twenty-first, two thirds."""
    if word in words.ordinals and room:
        return words.ordinals[word] < room
    return word in words.fractions


def _spelled(group: list[re.Match[str]], words: Vocabulary) -> Numeral:
    total = current = Fraction(0)
    ordinal, start = False, group[0].start()
    for token in group:
        word = token.group().lower()
        if word in words.numbers:
            current += words.numbers[word]
        elif word in words.scales:
            scale = words.scales[word]
            if scale > _HUNDRED or (total and not current):
                total, current = total + (current or Fraction(1)) * scale, Fraction(0)
            else:
                current = (current or Fraction(1)) * scale
        elif word in words.ordinals and current and current % 10 == 0:
            current, ordinal = current + words.ordinals[word], True
        else:
            current = (total + current) / words.fractions[word]
            total = Fraction(0)
    return Numeral(start, group[-1].end(), total + current, ordinal=ordinal)


def _one_before(text: str, start: int, words: Vocabulary) -> bool:
    before = re.search(r"(\w+)[ -]$", text[:start])
    return before is not None and before[1].lower() in words.forms["one"]


def _percents(text: str, numerals: Iterator[Numeral], words: Vocabulary) -> Iterator[Numeral]:
    for numeral in numerals:
        sign = words.percent.match(text, numeral.end)
        if sign is None:
            yield numeral
        else:
            yield Numeral(numeral.start, sign.end(), numeral.value, percent=True)
