"""Named foldings of a text, with the way back to the offsets of the original.

A folding removes a difference that typing and extraction make and meaning does not: never case, never a letter,
never a digit, never punctuation but the shape of quotation marks, dashes and ellipses. Deciding which foldings to use
is left to `verify`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from dossier.leaves.characters import DIRECTION_MARKS


class Folding(StrEnum):
    """What is folded; the values appear in exported evidence."""

    WHITE_SPACE = "white-space"
    """Any run of white space reads as one space."""
    HYPHENS = "hyphens"
    """Every hyphen reads as hyphen-minus; soft hyphens vanish."""
    QUOTATION_MARKS = "quotation-marks"
    """Double marks read as `"`, without the space inside them; single marks, apostrophes and back-ticks as `'`."""
    DASHES = "dashes"
    """Every dash reads as an en dash, two or three hyphens in a row too; a single hyphen is no dash."""
    ELLIPSES = "ellipses"
    """Three full stops read as `…`, with and without spaces between them."""
    VOWELS = "arabic-vowels"
    """Arabic vowels, and the tatweel that only lengthens a word, vanish."""
    DIRECTION_MARKS = "direction-marks"
    """Characters that turn the direction of writing and show nothing vanish."""
    COMPOSITION = "composition"
    """Composed and decomposed letters are the same (Unicode NFC)."""


ALL = tuple(Folding)

_HYPHENS = {"\u2010": "-", "\u2011": "-", "\u2043": "-", "\u2212": "-", "\u00ad": ""}
_DASHES = dict.fromkeys("\u2012\u2014\u2015", "\u2013")
_SINGLE_MARKS = dict.fromkeys("‘’‚‛‹›`´ʻʼʽʾʿ′", "'")
_VOWELS = dict.fromkeys(map(chr, (0x0640, *range(0x064B, 0x0653), *range(0x0656, 0x0660), 0x0670)), "")
_TABLES = {
    Folding.HYPHENS: _HYPHENS,
    Folding.DASHES: _DASHES,
    Folding.QUOTATION_MARKS: _SINGLE_MARKS,
    Folding.VOWELS: _VOWELS,
    Folding.DIRECTION_MARKS: dict.fromkeys(DIRECTION_MARKS, ""),
}
"""Characters by what they read as, one by one; sequences come after them."""

_SEQUENCES = {
    Folding.QUOTATION_MARKS: (r"(?<![\w.,!?…)\]])[«“„]\s|\s[»”](?!\w)|[«»“”„‟″]|''", '"'),
    Folding.DASHES: (r"(?<!-)--{1,2}(?!-)", "\u2013"),
    Folding.ELLIPSES: (r"\.\s?\.\s?\.", "…"),
}
"""What is folded of the characters that follow each other, and what it reads as."""

_PLAIN = re.compile(r"[!-_a-~](?:[!-_a-~]| (?=[!-_a-~]))*(?![^\x00-\x7f])")
"""A stretch in which each character reads as itself, with single spaces: most of what is folded."""

_HANGUL_VOWELS_AND_FINALS = range(0x1160, 0x1200)


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A folded text; `starts[i]` and `ends[i]` bound what its character `i` stood for in the original."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The range of the original that the folded range `[start, end)` stands for; it must not be empty."""
        return self.starts[start], self.ends[end - 1]


@lru_cache(maxsize=2)  # several guards look at one statement, one after the other
def fold(text: str, foldings: tuple[Folding, ...] = ALL) -> FoldedText:
    """Fold `text`; with no foldings it comes back as it is, each character standing for itself."""
    table: dict[str, str] = {}
    for folding in foldings:
        table |= _TABLES.get(folding, {})
    split = _clusters if Folding.COMPOSITION in foldings else _characters
    spaces = Folding.WHITE_SPACE in foldings
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for cluster, start, end, plain in _pieces(text, split):
        if plain:
            chars += cluster
            starts += range(start, end)
            ends += range(start + 1, end + 1)
            continue
        if spaces and cluster.isspace():
            if chars and chars[-1] == " " and ends[-1] == start:
                ends[-1] = end
                continue
            cluster = " "  # noqa: PLW2901 - what the cluster reads as
        for char in "".join(table.get(part, part) for part in cluster):
            chars.append(char)
            starts.append(start)
            ends.append(end)
    return _fold_sequences(FoldedText("".join(chars), tuple(starts), tuple(ends)), frozenset(foldings))


def _fold_sequences(folded: FoldedText, foldings: frozenset[Folding]) -> FoldedText:
    """The same with each sequence as one character."""
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for match in _sequences(foldings).finditer(folded.text):
        start, end = match.span()
        texts += folded.text[at:start], _reads_as(match)
        starts += *folded.starts[at:start], folded.starts[start]
        ends += *folded.ends[at:start], folded.ends[end - 1]
        at = end
    if not at:
        return folded
    return FoldedText(
        "".join([*texts, folded.text[at:]]), (*starts, *folded.starts[at:]), (*ends, *folded.ends[at:])
    )


@cache
def _sequences(foldings: frozenset[Folding]) -> re.Pattern[str]:
    """Any of the sequences of these foldings; the group is named as the folding is."""
    groups = (
        f"(?P<{folding.name}>{_SEQUENCES[folding][0]})" for folding in _SEQUENCES if folding in foldings
    )
    return re.compile("|".join(groups) or r"(?!)")


def _reads_as(match: re.Match[str]) -> str:
    return _SEQUENCES[Folding[str(match.lastgroup)]][1]


_ALL_TABLES = str.maketrans({old: new for table in _TABLES.values() for old, new in table.items()})
_ALL_IN_ASCII = tuple(char for char in map(chr, _ALL_TABLES) if char.isascii())
_ALL_SEQUENCES = _sequences(frozenset(ALL))
_MAY_BE_SEQUENCE = re.compile(r"[«»“”„‟″]|''|--|\.\s?\.")
_SPACE = re.compile(r"\s+")
_OTHER_SPACE = re.compile(r"[^\S ]|  ")


@lru_cache(maxsize=64)  # several guards look at the words of one claim, one after the other
def folded_text(text: str) -> str:
    """`fold(text).text`, many times as fast for the usual text, where the way back is not needed."""
    if not unicodedata.is_normalized("NFC", text):
        return fold(text).text
    if _OTHER_SPACE.search(text):
        text = _SPACE.sub(" ", text)
    if not text.isascii() or any(char in text for char in _ALL_IN_ASCII):
        text = text.translate(_ALL_TABLES)
    return _ALL_SEQUENCES.sub(_reads_as, text) if _MAY_BE_SEQUENCE.search(text) else text


@lru_cache(maxsize=20_000)  # the same names are sought in many texts
def folded_name(name: str) -> str:
    """A name or a text that may have it, folded: in names a hyphen is often typed for a dash."""
    return folded_text(name).replace("\u2013", "-")


def _pieces(
    text: str, split: Callable[[str], Iterator[tuple[str, int, int]]]
) -> Iterator[tuple[str, int, int, bool]]:
    """Plain stretches whole, and the pieces into which `split` splits what is between them."""
    at = 0
    for match in _PLAIN.finditer(text):
        start, end = match.span()
        yield from ((piece, at + first, at + last, False) for piece, first, last in split(text[at:start]))
        yield match[0], start, end, True
        at = end
    yield from ((piece, at + first, at + last, False) for piece, first, last in split(text[at:]))


def _characters(text: str) -> Iterator[tuple[str, int, int]]:
    for offset, char in enumerate(text):
        yield char, offset, offset + 1


def _clusters(text: str) -> Iterator[tuple[str, int, int]]:
    """A base character with the marks that compose with it, in NFC; none does with a space."""
    start = 0
    for offset in range(1, len(text) + 1):
        if offset < len(text) and _composes(text[offset]) and not text[offset - 1].isspace():
            continue
        cluster = text[start:offset]
        yield (
            (cluster if offset - start == 1 and cluster.isascii() else unicodedata.normalize("NFC", cluster)),
            start,
            offset,
        )
        start = offset


def _composes(char: str) -> bool:
    return not char.isascii() and (unicodedata.combining(char) != 0 or ord(char) in _HANGUL_VOWELS_AND_FINALS)
