"""The reading text: a supplied text in blocks, each character of it accounted for.

All offsets count code points of `text.txt`, ends exclusive (W3C TextPositionSelector).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from dossier.model.ids import SourceKey

OMITTED = "[…]"
"""What words that may not be shown read as."""


class RunKind(StrEnum):
    """What became of a stretch of the supplied text."""

    TEXT = "text"
    """Reads as it is."""
    SPACE = "space"
    """White space that reads as one space (or as nothing at the edge of a block and behind a dash)."""
    HYPHEN = "hyphen"
    """A hyphen and line break inside a word; lifted out (`text` is empty), or kept as the hyphen alone."""
    RESTORED = "restored"
    """Letters that extraction lost; `text` is the restored reading."""
    MARK = "mark"
    """A reference to a note, lifted out; `text` is empty."""
    LABEL = "label"
    """A bullet, list number or note number, lifted out; `text` is empty."""
    OMITTED = "omitted"
    """Words that may not be published, in a published view alone; `text` stands for them, the range is empty."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch `[start, end)` of the supplied text and what it reads as.

    `note` is the label of the note a MARK refers to.
    """

    kind: RunKind
    start: int
    end: int
    text: str
    note: str | None = None


class BlockKind(StrEnum):
    """The shape of a block."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTATION = "quotation"


class Where(StrEnum):
    """In which part of a source words appear; furniture counts as caption."""

    BODY = "body"
    NOTE = "note"
    ASIDE = "aside"
    CAPTION = "caption"


@dataclass(frozen=True)
class Block:
    """A heading, paragraph, list item or quotation of the reading text.

    `index` is its place in `ReadingText.blocks`. `level` is a heading's rank (1 = section, 2 = subsection …) or
    an item's depth (from 1).
    `label` is the bullet or number as printed. `note` is the note it belongs to. `heading` and `intro` are
    the indexes of the heading above and of the block whose sentence introduces the list of an item.
    `number` counts paragraphs and items of the body from 1 (None elsewhere). `sentences` are ranges of `text`
    that cover it but for the space between them.
    `run_in` says that a heading is printed at the start of the next block's first line.
    """

    index: int
    kind: BlockKind
    where: Where
    runs: tuple[Run, ...]
    sentences: tuple[tuple[int, int], ...]
    level: int = 0
    label: str = ""
    note: str | None = None
    heading: int | None = None
    intro: int | None = None
    number: int | None = None
    run_in: bool = False

    @cached_property
    def text(self) -> str:
        """The words of the block as they read."""
        return "".join(run.text for run in self.runs)

    @property
    def is_omitted(self) -> bool:
        """Whether nothing of it may be published; then a sign of omission is all its text."""
        return all(run.kind is RunKind.OMITTED for run in self.runs)

    @property
    def start(self) -> int:
        """The offset of its first character in the supplied text."""
        return min(run.start for run in self.runs)

    def sentences_at(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The sentences that the range `[start, end)` of `text` touches, in order."""
        return tuple(sentence for sentence in self.sentences if sentence[0] < end and start < sentence[1])

    def whole_sentences(self, start: int, end: int) -> tuple[int, int]:
        """The range `[start, end)` of `text`, widened to the whole of the sentences that it touches."""
        touched = self.sentences_at(start, end)
        return (min(start, touched[0][0]), max(end, touched[-1][1])) if touched else (start, end)

    def supplied_at(self, offset: int) -> int:
        """Where the character at `offset` of `text` is in the supplied text; of restored letters, the first."""
        for start, run in self.placed():
            if start <= offset < start + len(run.text):
                return run.start + (offset - start if run.kind is RunKind.TEXT else 0)
        return self.runs[-1].end

    def placed(self) -> Iterator[tuple[int, Run]]:
        """Each run with the offset in `text` at which it begins."""
        offset = 0
        for run in self.runs:
            yield offset, run
            offset += len(run.text)


@dataclass(frozen=True, slots=True)
class Note:
    """A note of the source: its `label` as printed ("5", "iv"), its `number`, and the indexes of its blocks.

    `referenced` says that a mark in the text points at it.
    """

    label: str
    number: int
    blocks: tuple[int, ...]
    referenced: bool


@dataclass(frozen=True)
class ReadingText:
    """A source made readable by declared, counted, reversible steps.

    `blocks` are in reading order: the flow (body), with asides and captions where they were, then the notes.
    `spaces` are the white space that belongs to no block. Together every character of the supplied text
    is in exactly one run or one space. `steps` counts what was done, by step: `lines-joined`, `hyphens-joined`,
    `marks`, `labels`, `notes`, lines set apart as `asides` and `captions`, `moved-lines`, stretches `restored`
    as hints tell, `letter-forms` (ligatures and presentation forms read as their letters), and where a text has
    them, the `line-numbers` of its margins.
    """

    source: SourceKey
    length: int
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    spaces: tuple[tuple[int, int], ...]
    steps: Mapping[str, int]

    @cached_property
    def by_index(self) -> Mapping[int, Block]:
        """Blocks by their index."""
        return {block.index: block for block in self.blocks}

    @cached_property
    def notes_by_label(self) -> Mapping[str, Note]:
        """Notes by their label."""
        return {note.label: note for note in self.notes}

    def in_part(self, where: Where) -> tuple[Block, ...]:
        """The blocks of one part, in reading order."""
        return tuple(block for block in self.blocks if block.where is where)
