"""How to read a text, as its source.yml tells: what its lines are, and which letters to restore. What becomes of it
is left to `read`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, WithJsonSchema

from dossier.model.from_text import FIELDS, TEXT, by_shape, form
from dossier.model.record import Record, Text

LineRange = Annotated[
    str,
    form(
        r"^[1-9][0-9]*(-[1-9][0-9]*)?$",
        "a line or a range of lines",
        "write one line or a range, such as `40` or `40-41`",
    ),
    WithJsonSchema({"type": ["string", "integer"]}),
]
"""Physical lines of `text.txt`, 1-based, both ends included: `"40"` or `"40-41"`."""

LineNumber = Annotated[int, Field(ge=1)]


def parse_lines(typed: str) -> tuple[int, int]:
    """First and last line of a `LineRange`."""
    first, _, last = typed.partition("-")
    return int(first), int(last or first)


class LinePassage(Record):
    """A passage named by its lines."""

    lines: LineRange
    """One line or a range, from 1: `40` or `40-41`."""


class HeadingLines(LinePassage):
    """A heading named by its lines; `level` is its rank (1 = section, 2 = subsection …)."""

    level: Annotated[int, Field(ge=1, le=6)] = 1
    """Its rank: 1 for a section, 2 for a subsection."""


Passage = Annotated[
    Annotated[Text, TEXT] | Annotated[LinePassage, FIELDS], by_shape("text or a set of `field: value`")
]
"""A passage named by its exact words, or by its lines."""


Heading = Annotated[
    Annotated[Text, TEXT] | Annotated[HeadingLines, FIELDS], by_shape("text or a set of `field: value`")
]
"""A heading named in the same ways."""


class MarkStyle(StrEnum):
    """How references to notes are printed: `glued` to a word, or in `brackets`."""

    GLUED = "glued"
    BRACKETS = "brackets"


class Numerals(StrEnum):
    """How notes are numbered."""

    ARABIC = "arabic"
    ROMAN = "roman"


class NoteTexts(StrEnum):
    """Where the texts of notes are printed: at the `foot` of pages, or at the `end`."""

    FOOT = "foot"
    END = "end"


class Unnumbered(Record):
    """Notes whose numbers (`marks`) and texts (`texts`) were torn apart, in the same order."""

    marks: LineRange
    """The lines with the numbers."""
    texts: LineRange
    """The lines with the texts."""


class PlacedNote(Record):
    """One note that no rule can know: its lines, its label as printed, and the line with the reference to it."""

    text: LineRange
    """The lines of the note."""
    label: Text
    """Its label, as printed: `1`, `iv` or `*`."""
    mark: LineNumber | None = None
    """The line with the reference to it, where there is one."""


class NoteHints(Record):
    """How the text's notes are printed."""

    marks: MarkStyle = MarkStyle.GLUED
    """How references to notes are printed."""
    numerals: Numerals = Numerals.ARABIC
    """How notes are numbered."""
    texts: NoteTexts = NoteTexts.FOOT
    """Where the texts of notes are printed."""
    unnumbered: tuple[Unnumbered, ...] = ()
    """Notes whose numbers and texts were torn apart."""
    at: tuple[PlacedNote, ...] = ()
    """Single notes, where no rule can know."""

    @property
    def style(self) -> tuple[MarkStyle, Numerals] | None:
        """How all other notes are printed; not given where only single notes are."""
        return None if self.model_fields_set == {"at"} else (self.marks, self.numerals)


class NoNotes(StrEnum):
    """A text whose numbered lines are no notes, whatever they look like."""

    NONE = "none"


class Move(Record):
    """Lines that came out of order: they read after the line `after`."""

    lines: LineRange
    """The lines that came out of order."""
    after: LineNumber
    """The line after which they read."""


class Correction(Record):
    """One restored reading at one line: the characters `from`, read as `to`."""

    line: LineNumber
    """The line, from 1."""
    from_: Text = Field(alias="from")
    """The characters as supplied."""
    to: Text
    """As they read."""


class Restore(Record):
    """Letters that extraction lost: sentence openings, words and phrases throughout, single places.

    A `�` stands for any character that cannot be shown.
    """

    sentences: bool = False
    """`true` where sentences have lost their capital letters."""
    words: dict[str, str] = Field(default_factory=dict)
    """Words throughout: `africa: Africa`."""
    phrases: dict[str, str] = Field(default_factory=dict)
    """Phrases throughout: `world Bank: World Bank`."""
    at: tuple[Correction, ...] = ()
    """Single places."""


class ReadingHints(Record):
    """How to read a text, all optional; a text reads well without any of it."""

    headings: tuple[Heading, ...] = ()
    """By exact words, or by lines."""
    asides: tuple[Passage, ...] = ()
    """Boxes and pull quotes: set apart from the flow."""
    furniture: tuple[Passage, ...] = ()
    """Captions of lost pictures, page heads, stray site text: out of the flow, still listed."""
    notes: (
        Annotated[
            Annotated[NoNotes, TEXT] | Annotated[NoteHints, FIELDS],
            by_shape("`none` or a set of `field: value`"),
        ]
        | None
    ) = None
    """How notes are printed; `none` where there are none."""
    order: tuple[Move, ...] = ()
    """Where columns came out of order."""
    restore: Restore = Field(default_factory=Restore)
    """Letters that extraction lost."""
    remark: Text | None = None
    """What readers of the edition should know: what was inferred, what was left as supplied."""
