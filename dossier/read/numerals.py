"""Numbers as notes, references and lists print them: arabic, raised, or roman."""

from __future__ import annotations

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISE = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_ROMAN_BELOW = 1000
_HUNDREDS = ("", "c", "cc", "ccc", "cd", "d", "dc", "dcc", "dccc", "cm")
_TENS = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")


def parse_number(printed: str) -> int | None:
    """The number that `printed` stands for, or None."""
    plain = printed.translate(_RAISED)
    if plain.isdecimal() and plain.isascii():
        return int(plain) if len(plain) <= 4 and plain[0] != "0" else None  # noqa: PLR2004 - no text has 10,000 notes
    return parse_roman(printed)


def raised(printed: str) -> str:
    """Digits as raised ones."""
    return printed.translate(_RAISE)


def parse_roman(printed: str) -> int | None:
    """The number of a roman numeral below 1000, written as such numerals are."""
    small = printed.lower()
    if not small or any(char not in _ROMAN for char in small) or printed not in (small, small.upper()):
        return None
    values = [_ROMAN[char] for char in small]
    number = sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
    return number if number < _ROMAN_BELOW and small == print_roman(number).lower() else None


def print_roman(number: int) -> str:
    """A number below 1000 as a roman numeral in capitals."""
    return (_HUNDREDS[number // 100] + _TENS[number // 10 % 10] + _ONES[number % 10]).upper()
