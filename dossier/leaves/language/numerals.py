"""Numbers in a text, in digits and in words, as values: 1,122 · 87 = eighty-seven · half = 50 % · dozens.

The text is folded beforehand. Dates are left to `datings`, which sees the same digits its own way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from dossier.leaves.language.facts import Language
from dossier.leaves.language.tables import Numbers
from dossier.leaves.language.words import (
    alternatives,
    any_of,
    has_digit,
    in_any_case,
    plain,
    starts_word,
    words_in,
)

_CODE = re.compile(r"(?<!\w)(?:[A-Z]{1,5}-?\d{1,3}|\d{1,2}/\d{1,2})(?![\w/]|[-.,]\d)")
_DIGITS_AT_MOST = 400
"""Longer runs of digits are no numbers that anybody compares; Python refuses to read those over 4,300."""
_LONGEST_WORD = 40
_HUNDRED = 100
_THOUSAND = 1000
_UNITS = range(1, 10)
_TENS = range(20, 100, 10)


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


def find_numerals(text: str, language: Language) -> list[Numeral]:
    """Every number of a folded text, in order; the digits of dates are among them."""
    text = plain(text, language)
    found: list[Numeral] = []
    if has_digit(text):
        found += [*_codes(text, language), *_percents(text, _in_digits(text, language), language)]
    found += _percents(text, _in_words(text, language), language)
    taken: list[Numeral] = []
    for numeral in sorted(found, key=lambda one: (one.start, -one.end)):
        if not taken or numeral.start >= taken[-1].end:
            taken.append(numeral)
    return taken


def _codes(text: str, language: Language) -> Iterator[Numeral]:
    for match in _CODE.finditer(text):
        letters = match.group().rstrip("0123456789").rstrip("-").lower()
        if letters not in language.numbers.signs:
            yield Numeral(match.start(), match.end(), Fraction(0), code=match.group().lower())


@cache
def _digits(language: Language) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Whole numbers with their groups, decimals and what ordinals end with, as the language prints them."""
    numbers = language.numbers
    group, point = alternatives(numbers.thousands), alternatives(numbers.decimals)
    groups = rf"\d{{1,3}}(?P<sign>{group})\d{{3}}(?:(?P=sign)\d{{3}})*(?!\d)"
    return (
        re.compile(rf"(?:{starts_word(language)})(?<![.,]){groups}|\d+"),
        re.compile(rf"(?P<sign>{point})(?P<digits>\d+)(?![.,]*\d)"),
        re.compile(rf"(?:{alternatives(numbers.ordinal_endings)})(?!\w)"),
    )


def _in_digits(text: str, language: Language) -> Iterator[Numeral]:
    whole, point, ending = _digits(language)
    for match in whole.finditer(text):
        if len(match.group()) > _DIGITS_AT_MOST:
            continue
        value, end = Fraction(re.sub(r"\D", "", match.group())), match.end()
        decimals = point.match(text, end)
        if decimals and len(decimals["digits"]) <= _DIGITS_AT_MOST and match["sign"] != decimals["sign"]:
            value += Fraction(int(decimals["digits"]), 10 ** len(decimals["digits"]))
            end = decimals.end()
        if ordinal := ending.match(text, end):
            yield Numeral(match.start(), ordinal.end(), value, ordinal=True)
        else:
            value, end = _scaled(text, value, end, language)
            yield Numeral(match.start(), end, value)


def _scaled(text: str, value: Fraction, end: int, language: Language) -> tuple[Fraction, int]:
    """A number in digits with the scale behind it: 9 million."""
    scales = language.numbers.scales
    gap = 1 if text[end : end + 1] in {" ", "-"} else 0
    scale = any_of(scales, language).match(in_any_case(text), end + gap)
    if scale is None:
        return value, end
    return value * scales[scale["word"]], scale.end()


def _in_words(text: str, language: Language) -> Iterator[Numeral]:
    numbers = language.numbers
    tokens = words_in(text, _number_words(numbers), language)
    position = 0
    while position < len(tokens):
        length = _run(text, tokens, position, numbers)
        if length:
            group = tokens[position : position + length]
            yield _spelled(group, numbers)
            position += length
            continue
        (start, end), word = tokens[position].span("word"), tokens[position]["word"]
        if word in numbers.fractions and (word not in numbers.ordinals or _one_before(text, start, numbers)):
            yield Numeral(start, end, numbers.fractions[word])
        elif word in numbers.ordinals:
            yield Numeral(start, end, Fraction(numbers.ordinals[word]), ordinal=True)
        elif word in numbers.magnitudes:
            yield Numeral(start, end, Fraction(numbers.magnitudes[word]), order=True)
        position += 1


@cache
def _number_words(numbers: Numbers) -> tuple[str, ...]:
    tables = numbers.words, numbers.scales, numbers.ordinals, numbers.fractions, numbers.magnitudes
    return tuple(sorted({word for table in tables for word in table}))


def _run(text: str, tokens: list[re.Match[str]], position: int, numbers: Numbers) -> int:
    """How many tokens from `position` on make one number."""
    length, room = 0, range(0)
    while position + length < len(tokens):
        token = tokens[position + length]
        word = token["word"]
        last = word not in numbers.words and word not in numbers.scales
        if length and not _adjoins(
            text, tokens[position + length - 1].end(), token.start("word"), numbers, joint=bool(room)
        ):
            break
        if last:
            return length + 1 if length and _closes(word, numbers, room) else length
        if word in numbers.scales:
            room = range(numbers.scales[word])
        elif not length or numbers.words[word] in room:
            room = _room(numbers.words[word], numbers)
        else:
            break
        length += 1
    return length


def _room(value: int, numbers: Numbers) -> range:
    """What may be added to a number just read: twenty-|one, soixante-|dix, five and |twenty."""
    if value >= _HUNDRED:
        return range(_THOUSAND if value % _THOUSAND == 0 else _HUNDRED)
    if value in numbers.vigesimal:
        return range(20)
    if numbers.units_first:
        return _TENS if value in _UNITS else range(0)
    return range(10) if value in _TENS else range(0)


def _adjoins(text: str, end: int, start: int, numbers: Numbers, *, joint: bool) -> bool:
    """Whether two number words belong together: side by side, or with “and” after a hundred or a ten that has room."""
    between = text[end:start].strip(" -").lower()
    return len(text[end:start]) > 0 and (not between or (joint and between in numbers.joints))


def _closes(word: str, numbers: Numbers, room: range) -> bool:
    """Whether an ordinal or a fraction ends a number: twenty-first, two thirds."""
    if word in numbers.ordinals and room:
        return numbers.ordinals[word] in room
    return word in numbers.fractions


def _spelled(group: list[re.Match[str]], numbers: Numbers) -> Numeral:
    total = current = Fraction(0)
    ordinal, start = False, group[0].start("word")
    for token in group:
        word = token["word"]
        if word in numbers.words:
            current += numbers.words[word]
        elif word in numbers.scales:
            scale = numbers.scales[word]
            if scale > _HUNDRED or (total and not current):
                total, current = total + (current or Fraction(1)) * scale, Fraction(0)
            else:
                current = (current or Fraction(1)) * scale
        elif word not in numbers.fractions or (word in numbers.ordinals and current and current % 10 == 0):
            current, ordinal = current + numbers.ordinals[word], True
        else:
            current = (total + current) * numbers.fractions[word]
            total = Fraction(0)
    return Numeral(start, group[-1].end(), total + current, ordinal=ordinal)


def _one_before(text: str, start: int, numbers: Numbers) -> bool:
    before = re.search(r"(\w+)[ -]$", text[max(0, start - _LONGEST_WORD) : start])
    return before is not None and before[1].lower() in numbers.ones


def _percents(text: str, numerals: Iterator[Numeral], language: Language) -> Iterator[Numeral]:
    sign_or_word = _percent(language.numbers)
    for numeral in numerals:
        sign = sign_or_word.match(text, numeral.end)
        if sign is None:
            yield numeral
        else:
            yield Numeral(numeral.start, sign.end(), numeral.value, percent=True)


@cache
def _percent(numbers: Numbers) -> re.Pattern[str]:
    """A sign or word for hundredths, directly behind a number."""
    return re.compile(rf"\s*(?:{alternatives(numbers.percent)})(?!\w)", re.IGNORECASE)
