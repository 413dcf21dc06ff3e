"""The guard `lost-letters`: a text with characters that stand for no letter, reported once with the first of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.leaves.characters import LOST, REPLACEMENT
from dossier.leaves.doubt import Doubt
from dossier.leaves.numbers import counted
from dossier.model.codes import Code
from dossier.model.place import Place
from dossier.model.problem import Related
from dossier.model.reading import ReadingText, RunKind
from dossier.verify.matching import Searchable

_WORD = re.compile(rf"[\w'’-]{{0,40}}{LOST.pattern}(?:[\w'’-]|{LOST.pattern}){{0,40}}")
_SHOWN = 5
_AROUND = 30


def doubt_characters(source: Searchable) -> Iterator[Doubt]:
    """The one doubt about all characters that no hint restores."""
    if not LOST.search(source.raw):  # as in most texts; to look for words takes far longer
        return
    restored = _restored(source.reading)
    words = [
        word
        for word in _WORD.finditer(source.raw)
        if not all(word.start() + lost.start() in restored for lost in LOST.finditer(word[0]))
    ]
    if not words:
        return
    lost = [char for word in words for char in LOST.findall(word[0])]
    named = list(dict.fromkeys(_shown(word[0]) for word in words))
    hints = ", ".join(f'"{word}": …' for word in named[:_SHOWN])
    first = words[0]
    around = _shown(source.raw[max(0, first.start() - _AROUND) : first.end() + _AROUND])
    yield Doubt(
        Code.LOST_LETTERS,
        _place(source, first),
        f"{counted(len(lost), 'character')} of this text {'is' if len(lost) == 1 else 'are'} no letter "
        f"({', '.join(sorted({f'U+{ord(char):04X}' for char in lost}))}); the first in “{around}”",
        f"tell in source.yml what the words are: `reading: {{restore: {{words: {{{hints}}}}}}}` "
        f"({REPLACEMENT} stands for any such character);\n"
        "where nobody can know, add `allow: [{code: lost-letters, why: …}]`",
        tuple(Related(_place(source, word), f"“{_shown(word[0])}”") for word in words[1:_SHOWN]),
    )


def _restored(reading: ReadingText) -> frozenset[int]:
    """Every place of the supplied text whose letter a hint restores."""
    runs = (run for block in reading.blocks for run in block.runs if run.kind is RunKind.RESTORED)
    return frozenset(at for run in runs for at in range(run.start, run.end))


def _place(source: Searchable, word: re.Match[str]) -> Place:
    lost = LOST.search(word[0])
    offset = word.start() + (lost.start() if lost else 0)
    return Place(f"sources/{source.reading.source}/text.txt", *source.lines.position(offset))


def _shown(words: str) -> str:
    return " ".join(LOST.sub(REPLACEMENT, words).split())
