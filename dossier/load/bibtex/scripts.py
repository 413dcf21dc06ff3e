"""Raised and lowered text in Unicode's own characters. Which text is raised or lowered is left to `latex_decoder`."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_SCRIPT = re.compile(r"([_^])\s*(\S?)")


def script(sign: str, text: str) -> str:
    """Text that is raised (`^`) or lowered (`_`): `10⁻³`, `H₂O`; where Unicode lacks a character of it, `x^(AB)`."""
    characters = _characters()[sign]
    if all(char in characters for char in text):
        return "".join(characters[char] for char in text)
    return sign + text if len(text) == 1 else f"{sign}({text})"


def script_in_words(sign: str, text: str) -> str:
    """The same outside of formulas, where raised letters are only set so: `1st`, not `1ˢᵗ`."""
    return text if text.isalpha() else script(sign, text)


def scripts(formula: str) -> tuple[str, str]:
    """The characters of a formula with the scripts among them, and the sign of one that is still to come."""
    pending = ""

    def one(match: re.Match[str]) -> str:
        nonlocal pending
        if match[2]:
            return script(match[1], match[2])
        pending = match[1]
        return ""

    return _SCRIPT.sub(one, formula), pending


@cache
def _characters() -> dict[str, dict[str, str]]:
    """Unicode's raised and lowered characters by those that they stand for."""
    raised, lowered = {"∘": "°", "*": "*", "′": "′", " ": " "}, {" ": " "}
    for char in map(chr, range(0xA0, 0x2D00)):
        kind, _, code = unicodedata.decomposition(char).partition(" ")
        if kind in {"<super>", "<sub>"} and " " not in code:
            (raised if kind == "<super>" else lowered)[chr(int(code, 16))] = char
    return {sign: characters | {"-": characters["−"]} for sign, characters in (("^", raised), ("_", lowered))}
