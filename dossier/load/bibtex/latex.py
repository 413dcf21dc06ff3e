"""LaTeX inside BibTeX values: what readers see of it, in plain text. Which values are text is left to `entry`.

What is one sign (an accented letter, a symbol, a formula) is read once, however often a file has it: whole values go
through the parser only where more than that is in them.
"""

from __future__ import annotations

import html
import re
import sys
from dataclasses import dataclass
from functools import cache, lru_cache

from dossier.load.bibtex.latex_decoder import (
    LITERAL,
    UnreadableLatexError,
    parse_latex,
    printed_symbols,
    seen,
)
from dossier.load.bibtex.latex_macros import DOCUMENT
from dossier.load.bibtex.web_addresses import clean_address

__all__ = ["Decoded", "UnreadableLatexError", "decode", "decode_groups", "seen"]

_LIGATURES = {"---": "—", "--": "–", "``": "“", "''": "”", "~": " "}
_LIGATURE = re.compile("|".join(_LIGATURES))
_ACCENT = r"""\\(?:[`'^"~=.]\s*(?:\{\s*\\?[A-Za-z]\s*\}|\\[ij](?![A-Za-z])|[A-Za-z])
    |[cvuHkbdr](?:\s*\{\s*\\?[A-Za-z]\s*\}|\s+[A-Za-z]))"""
_LETTER = re.compile(rf"(?<!\\)(?:\{{\s*{_ACCENT}\s*\}}|{_ACCENT})", re.VERBOSE)
_SYMBOL = re.compile(r"(?<!\\)\\(?:([&%#_${}])|([A-Za-z]+)(?:\{\}|[ ]+|(?![A-Za-z{\[])))")
_FORMULA = re.compile(r"(?<!\\)(\${1,2})(?!\$)(?:\\.|[^$\\])*\1")
_DOLLAR = re.compile(r"(?<!\\)\$")
_MONEY = re.compile(r"(?<!\\)\$(?=\d[^$\\]*\s\$\d)")
_NUMBERED = re.compile(r"""\\char\s*(?:([0-9]{1,7})|"([0-9A-F]{1,6})|'([0-7]{1,7}))\s?""")
_GROUPED_SIGN = re.compile(r"\{(\\[&#])\}")  # `{\&}amp;`
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BARE_ADDRESS = re.compile(r"(?:https?|ftp)://(?:\\[_%&#$~]|[^\s{}\\])+")
_FIRST_STAND_IN = 0xF0000  # a plane of Unicode that no text uses
_SPACE = re.compile(r"[ \t\r\n\f\v]+")


@dataclass(frozen=True, slots=True)
class Decoded:
    """What readers see of a value, in one line, and the macros in it that nobody knows: their arguments are kept."""

    text: str
    unknown: tuple[str, ...] = ()


def decode(typed: str) -> Decoded:
    """A value as readers see it. HTML's character references, which exports carry along, are read as well.

    A bare per cent or dollar sign is meant as one. Raises `UnreadableLatexError`.
    """
    grouped = decode_groups(typed)
    return Decoded(seen(grouped.text).strip(), grouped.unknown)


@lru_cache(maxsize=10_000)
def decode_groups(typed: str) -> Decoded:
    """The same with the braces of groups kept, and with stand-ins (`LITERAL`) for braces that readers see."""
    text = _GROUPED_SIGN.sub(r"\1", _SPACE.sub(" ", typed).strip())
    unknown: list[str] = []
    kept: dict[str, str] = {}
    if "://" in text:
        text = _BARE_ADDRESS.sub(lambda match: _stand_in(clean_address(match[0]), kept), text)
    if "\\char" in text:
        text = _NUMBERED.sub(lambda match: _stand_in(_by_number(match), kept), text)
    if "$" in text:
        text = _with_formulas(text, unknown)
    if "\\" in text:
        text = _SYMBOL.sub(_symbol, _LETTER.sub(lambda match: _letter(match[0]), text))
    if "\\" in text:
        text = _parsed(text, unknown)
    elif any(sign in text for sign in ("--", "``", "''", "~")):
        text = _LIGATURE.sub(lambda match: _LIGATURES[match[0]], text)
    text = _ENTITY.sub(_character, text)
    for words, stand_in in kept.items():
        text = text.replace(stand_in, words.translate(LITERAL))
    return Decoded(_SPACE.sub(" ", text).strip(), tuple(dict.fromkeys(unknown)))


def _stand_in(words: str, kept: dict[str, str]) -> str:
    """A character that stands for words which are read already."""
    return kept.setdefault(words, chr(_FIRST_STAND_IN + len(kept)))


def _by_number(match: re.Match[str]) -> str:
    """A character by its number: `\\char126`, `\\char"7E`, `\\char'176`."""
    base, digits = next(
        (base, digits) for base, digits in zip((10, 16, 8), match.groups(), strict=True) if digits
    )
    number = int(digits, base)
    return chr(number) if number <= sys.maxunicode and chr(number).isprintable() else match[0]


def _character(entity: re.Match[str]) -> str:
    character = html.unescape(entity[0])
    return character.translate(LITERAL) if character.isprintable() else entity[0]


@lru_cache(maxsize=10_000)
def _letter(typed: str) -> str:
    return seen(parse_latex(typed)[0])


def _symbol(match: re.Match[str]) -> str:
    """A sign, or a macro without arguments of which it is known what it prints."""
    sign, name = match.groups()
    return str(sign).translate(LITERAL) if sign else _symbols().get(name, match[0])


@cache
def _symbols() -> dict[str, str]:
    return {name: text.translate(LITERAL) for name, text in printed_symbols().items() if name not in DOCUMENT}


def _with_formulas(text: str, unknown: list[str]) -> str:
    """The text with its formulas read; a dollar sign that belongs to none is one."""
    text = _MONEY.sub("$".translate(LITERAL), text)
    if len(_DOLLAR.findall(text)) % 2:
        return _DOLLAR.sub("$".translate(LITERAL), text)
    return _FORMULA.sub(lambda match: _parsed(match[0], unknown), text)


def _parsed(text: str, unknown: list[str]) -> str:
    read, strange = parse_latex(text)
    unknown.extend(strange)
    return read
