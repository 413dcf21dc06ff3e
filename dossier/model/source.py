"""The source: a text we hold, how to read it, and what rights it carries."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints, WithJsonSchema

from dossier.model.ids import SourceKeyField
from dossier.model.kinds import Publish, SourceKind
from dossier.model.record import Edtf, Record, Text

LineRange = Annotated[
    str,
    StringConstraints(pattern=r"^[1-9][0-9]*(-[1-9][0-9]*)?$"),
    WithJsonSchema({"type": ["string", "integer"]}),
]
"""Physical lines of `text.txt`, 1-based, both ends included: `"40"` or `"40-41"`."""

LineNumber = Annotated[int, Field(ge=1)]


def parse_lines(typed: str) -> tuple[int, int]:
    """First and last line of a `LineRange`."""
    first, _, last = typed.partition("-")
    return int(first), int(last or first)


class Rights(Record):
    """What may be done with the text. `license` is an SPDX id, `permission` or `unstated`."""

    license: Text
    publish: Publish
    holder: Text | None = None
    note: Text | None = None


class Lines(Record):
    """A passage named by its lines."""

    lines: LineRange


class HeadingLines(Lines):
    """A heading named by its lines; `level` is its rank (1 = section, 2 = subsection …)."""

    level: Annotated[int, Field(ge=1, le=6)] = 1


Passage = Text | Lines
"""A passage named by its exact words, or by its lines."""


class Marks(StrEnum):
    """How references to notes are printed: `glued` to a word, or in `brackets`."""

    GLUED = "glued"
    BRACKETS = "brackets"


class Numerals(StrEnum):
    """How notes are numbered."""

    ARABIC = "arabic"
    ROMAN = "roman"


class NoteTexts(StrEnum):
    """Where the texts of notes stand: at the `foot` of pages, or at the `end`."""

    FOOT = "foot"
    END = "end"


class Unnumbered(Record):
    """Notes whose numbers (`marks`) and texts (`texts`) were torn apart, in the same order."""

    marks: LineRange
    texts: LineRange


class NoteHints(Record):
    """How the text's notes are printed."""

    marks: Marks = Marks.GLUED
    numerals: Numerals = Numerals.ARABIC
    texts: NoteTexts = NoteTexts.FOOT
    unnumbered: tuple[Unnumbered, ...] = ()


class Move(Record):
    """Lines that came out of order: they read after the line `after`."""

    lines: LineRange
    after: LineNumber


class Correction(Record):
    """One restored reading at one line: the characters `from`, read as `to`."""

    line: LineNumber
    from_: Text = Field(alias="from")
    to: Text


class Restore(Record):
    """Letters that extraction lost: sentence openings, words and phrases throughout, single places."""

    sentences: bool = False
    words: dict[str, str] = Field(default_factory=dict)
    phrases: dict[str, str] = Field(default_factory=dict)
    at: tuple[Correction, ...] = ()


class ReadingHints(Record):
    """How to read a text, all optional; a text reads well without any of it."""

    headings: tuple[Text | HeadingLines, ...] = ()
    asides: tuple[Passage, ...] = ()
    furniture: tuple[Passage, ...] = ()
    notes: NoteHints | None = None
    order: tuple[Move, ...] = ()
    restore: Restore = Field(default_factory=Restore)


class Waiver(Record):
    """A sentence that rightly gets no claim, by its `words`, and why."""

    words: Text
    why: Text


class Source(Record):
    """A record of `sources/<key>/source.yml`; `citation` is the folder's name and the work's key.

    `sha256` pins the bytes of `text.txt`; `supplied` is the day the text was taken in.
    """

    citation: SourceKeyField
    kind: SourceKind
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    supplied: Edtf
    rights: Rights
    reading: ReadingHints = Field(default_factory=ReadingHints)
    waive: tuple[Waiver, ...] = ()
