"""The document: a text with what its file knows of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dossier.documents.kinds import DocumentKind
from dossier.leaves.characters import LOST, REPLACEMENT
from dossier.model.pages import PageNumbers


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """A heading on the lines `first` to `last` of the text, from 1; `level` is its rank, 1 the highest."""

    first: int
    last: int
    level: int


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says of itself; empty where it says nothing. `date` is a year, or a day in ISO 8601.

    `made` is the day on which the file was made, which may be another one than that of publication.
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    made: str = ""
    language: str = ""
    url: str = ""
    site: str = ""


@dataclass(frozen=True, slots=True)
class DocumentText:
    """The text of a document: form feeds end its pages, raised numbers are references to notes.

    `extractor` is what took it out. `headings` are those that the document names itself, `None` where it names none
    because its format can't; `likely_headings` only look like some. `furniture` are lines of page heads and numbers,
    `notes` is how many notes the layout shows (`None`: it shows nothing of the kind). `doubts` are sentences on what an
    editor should look at.
    """

    kind: DocumentKind
    text: str
    extractor: str
    headings: tuple[HeadingLine, ...] | None = None
    likely_headings: tuple[HeadingLine, ...] = ()
    furniture: tuple[int, ...] = ()
    notes: int | None = None
    pages: PageNumbers | None = None
    metadata: Metadata = Metadata()
    doubts: tuple[str, ...] = ()


def joined_headings(lines: Iterable[tuple[int, int]]) -> Iterator[HeadingLine]:
    """Headings from single lines and their levels: lines next to each other and of one level are one heading."""
    found: HeadingLine | None = None
    for line, level in lines:
        if found and found.last == line - 1 and found.level == level:
            found = HeadingLine(found.first, line, level)
            continue
        if found:
            yield found
        found = HeadingLine(line, line, level)
    if found:
        yield found


def without_lost_characters(text: str) -> tuple[str, int]:
    """The text with a sign for each character that stands for no letter, and how many there are."""
    return LOST.subn(REPLACEMENT, text)


def lost_doubt(count: int) -> tuple[str, ...]:
    """What to say of characters that stand for no letter."""
    if not count:
        return ()
    subject = "1 character has no letter" if count == 1 else f"{count:,} characters have no letters"
    return (f"{subject} in this file and shows as {REPLACEMENT}; quote around them with […]",)
