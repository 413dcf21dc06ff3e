"""Small invented reading texts, built by hand: what the stage `read` would make of a text.

    text = Text("demo")
    text.paragraph("It was set up in ", restored("salé", "Salé"), " in 2013.", mark("1"))
    text.note("1", "See the law.")
    reading = text.reading()      # and text.raw

White space in words becomes SPACE runs that read as one space.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from dossier.model.ids import SourceKey
from dossier.model.reading import Block, BlockKind, Note, ReadingText, Run, RunKind, Where

_BITS = re.compile(r"\s+|\S+")
_SENTENCE = re.compile(r"\S.*?(?:[.!?:]['”\"’]*(?=\s|$)|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Bit:
    """A stretch of raw text and what it reads as."""

    kind: RunKind
    raw: str
    text: str
    note: str | None = None


def mark(label: str) -> Bit:
    return Bit(RunKind.MARK, label, "", label)


def restored(raw: str, text: str) -> Bit:
    return Bit(RunKind.RESTORED, raw, text)


def joined(raw: str = "-\n", text: str = "") -> Bit:
    return Bit(RunKind.HYPHEN, raw, text)


def label(raw: str) -> Bit:
    return Bit(RunKind.LABEL, raw, "")


@dataclass
class Text:
    """A text under construction: blocks in the order in which they are added, notes last in the reading order."""

    key: str = "demo"
    raw: str = ""
    _blocks: list[Block] = field(default_factory=list)
    _notes: list[tuple[str, list[Block]]] = field(default_factory=list)
    _spaces: list[tuple[int, int]] = field(default_factory=list)
    _number: int = 0
    _heading: int | None = None

    def heading(self, *bits: str | Bit) -> int:
        index = self._add(BlockKind.HEADING, Where.BODY, bits, level=1)
        self._heading = index
        return index

    def paragraph(self, *bits: str | Bit) -> int:
        return self._add(BlockKind.PARAGRAPH, Where.BODY, bits)

    def item(self, *bits: str | Bit, intro: int | None = None) -> int:
        return self._add(BlockKind.ITEM, Where.BODY, (label("• "), *bits), intro=intro, level=1)

    def aside(self, *bits: str | Bit) -> int:
        return self._add(BlockKind.PARAGRAPH, Where.ASIDE, bits)

    def caption(self, *bits: str | Bit) -> int:
        return self._add(BlockKind.PARAGRAPH, Where.CAPTION, bits)

    def note(self, name: str, *paragraphs: str) -> None:
        blocks = [
            self._block(
                BlockKind.PARAGRAPH,
                Where.NOTE,
                (label(f"{name} "), words) if not number else (words,),
                note=name,
            )
            for number, words in enumerate(paragraphs)
        ]
        self._notes.append((name, blocks))

    def reading(self) -> ReadingText:
        blocks = list(self._blocks)
        notes: list[Note] = []
        for name, own in self._notes:
            indexes = tuple(range(len(blocks), len(blocks) + len(own)))
            blocks += [replace(block, index=index) for block, index in zip(own, indexes, strict=True)]
            notes.append(Note(name, len(notes) + 1, indexes, referenced=True))
        return ReadingText(
            SourceKey(self.key), len(self.raw), tuple(blocks), tuple(notes), tuple(self._spaces), {}
        )

    def _add(
        self,
        kind: BlockKind,
        where: Where,
        bits: tuple[str | Bit, ...],
        *,
        intro: int | None = None,
        level: int = 0,
    ) -> int:
        block = replace(self._block(kind, where, bits), index=len(self._blocks), intro=intro, level=level)
        if where is Where.BODY and kind is not BlockKind.HEADING:
            self._number += 1
            block = replace(block, number=self._number)
        self._blocks.append(block)
        return block.index

    def _block(
        self, kind: BlockKind, where: Where, bits: tuple[str | Bit, ...], *, note: str | None = None
    ) -> Block:
        if self.raw:
            self._spaces.append((len(self.raw), len(self.raw) + 2))
            self.raw += "\n\n"
        runs: list[Run] = []
        for bit in bits:
            for one in _split(bit) if isinstance(bit, str) else (bit,):
                runs.append(Run(one.kind, len(self.raw), len(self.raw) + len(one.raw), one.text, one.note))
                self.raw += one.raw
        text = "".join(run.text for run in runs)
        sentences = tuple((found.start(), found.end()) for found in _SENTENCE.finditer(text))
        heading = self._heading if where is Where.BODY and kind is not BlockKind.HEADING else None
        return Block(0, kind, where, tuple(runs), sentences, note=note, heading=heading)


def _split(words: str) -> list[Bit]:
    return [
        Bit(RunKind.SPACE, bit, " ") if bit.isspace() else Bit(RunKind.TEXT, bit, bit)
        for bit in _BITS.findall(words)
    ]
