"""The value of a BibTeX field: pieces in braces, in quotation marks or bare, joined by `#`; `@string`s put in."""

from __future__ import annotations

import re
from collections.abc import Mapping

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The strings that every style defines."""

_BARE = re.compile(r"[^\s#{}\"]+")
_MARK = re.compile(r"(?<!\\)[{}\"]")


class BrokenValueError(ValueError):
    """A value that is not what it should be; `word` is what is bare in it, `rest` what follows without `#`."""

    def __init__(self, word: str = "", rest: str = "") -> None:
        super().__init__(word or rest)
        self.word, self.rest = word, rest


def join_value(typed: str, strings: Mapping[str, str]) -> str:
    """The text of a value, without what encloses it; `strings` are by names in small letters.

    Raises `BrokenValueError`.
    """
    if typed.startswith("{") and typed.endswith("}") and typed.count("{") == typed.count("}") == 1:
        return typed[1:-1]
    parts, at = [], 0
    while True:
        part, at = _piece(typed, at, strings)
        parts.append(part)
        rest = typed[at:].lstrip()
        if not rest:
            return "".join(parts)
        if not rest.startswith("#"):
            raise BrokenValueError(rest=rest)
        at = len(typed) - len(rest) + 1


def _piece(typed: str, at: int, strings: Mapping[str, str]) -> tuple[str, int]:
    at += len(typed[at:]) - len(typed[at:].lstrip())
    if typed[at : at + 1] in {"{", '"'}:
        end = _end(typed, at)
        return typed[at + 1 : end], end + 1
    if (match := _BARE.match(typed, at)) is None:
        raise BrokenValueError(rest=typed[at:])
    word = match[0]
    text = word if word.isdigit() else strings.get(word.lower(), word if word.lower() in MONTHS else None)
    if text is None:
        raise BrokenValueError(word, typed[match.end() :].strip())
    return text, match.end()


def _end(typed: str, start: int) -> int:
    """Where the piece that opens at `start` closes."""
    opening, depth = typed[start], 0
    for mark in _MARK.finditer(typed, start + 1):
        if mark[0] == "{":
            depth += 1
        elif depth == 0 and mark[0] == ('"' if opening == '"' else "}"):
            return mark.start()
        elif mark[0] == "}":
            depth -= 1
    raise BrokenValueError(rest=typed[start:])
