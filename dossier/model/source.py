"""The source: a text we hold, how to read it, and what rights it carries."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from dossier.model.day import Day
from dossier.model.from_text import form
from dossier.model.hints import ReadingHints
from dossier.model.ids import SourceKeyField
from dossier.model.kinds import Completeness, Publish
from dossier.model.pages import PageNumbers, TextPages
from dossier.model.record import Allowance, Record, Text
from dossier.model.vocabulary import Word

LanguageTag = Annotated[
    str, form(r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$", "a language tag", "write a tag such as `en` or `fr`")
]
Sha256 = Annotated[
    str,
    form(
        r"^[0-9a-f]{64}$",
        "a SHA-256 sum",
        "it has 64 digits and letters a to f; the command `pin KEY` writes it",
    ),
]


PDF = "application/pdf"


class Rights(Record):
    """What may be done with the text. `license` is an SPDX id, `permission` or `unstated`."""

    license: Text
    """An SPDX id, `permission`, or `unstated`."""
    publish: Publish
    """How much of the text may be shown."""
    holder: Text | None = None
    """Who holds the rights."""
    note: Text | None = None
    """What a reader should know of them."""


OriginalFile = Annotated[
    str,
    form(r"^original\.[A-Za-z0-9]+$", "the name of an original", "call the file `original.pdf` or the like"),
]


WebAddress = Annotated[
    str, form(r"^https?://\S+$", "a web address", "write it whole, such as `https://example.org/report.pdf`")
]


class Original(Record):
    """The document that the text was taken from. Nothing is taken from it again when a site is built."""

    sha256: Sha256
    """Pins the document; the command `add` writes it."""
    media_type: Text
    """What it is: `application/pdf`."""
    extractor: Text
    """What took the text out of it."""
    file: OriginalFile | None = None
    """Its name beside text.txt; left out where the rights forbid to keep it there."""
    url: WebAddress | None = None
    """Where it was taken from."""
    retrieved: Day | None = None
    """The day on which it was."""


class Waiver(Record):
    """A sentence that rightly gets no claim, by its `words`, and why."""

    words: Text
    """The sentence, or enough of it."""
    why: Text
    """Why it gets no claim."""


class Source(Record):
    """A record of `sources/<key>/source.yml`; `citation` is the folder's name and the work's key.

    `sha256` pins the bytes of `text.txt`; `supplied` is the day the text was taken in.
    """

    citation: SourceKeyField
    """The folder's name, and the key in citations.bib."""
    kind: Word
    """What the publisher of the copy we hold is."""
    language: LanguageTag
    """Its tag of BCP 47: `en`, `fr`, `ar`."""
    sha256: Sha256
    """Pins text.txt; the command `pin KEY` writes it."""
    supplied: Day
    """The day on which the text was taken in."""
    rights: Rights
    """What may be done with the text."""
    reading: ReadingHints = Field(default_factory=ReadingHints)
    """How to read the text, all optional."""
    waive: tuple[Waiver, ...] = ()
    """Sentences that rightly get no claim."""
    coverage: Completeness | None = None
    """`complete`: `check` warns of each sentence that looks checkable and has neither a claim nor a waiver."""
    allow: tuple[Allowance, ...] = ()
    """Answers to checks of the text as a whole, such as `language-not-known`."""
    original: Original | None = None
    """The document that the text was taken from."""
    pages: PageNumbers | None = None
    """What is printed on the pages; where they end is said by the form feeds of text.txt."""
    formerly: tuple[SourceKeyField, ...] = ()
    """Keys that it had before; the command `rename` writes them."""

    def pages_of(self, text: str) -> TextPages:
        """The pages of its text."""
        is_pdf = self.original is None or self.original.media_type == PDF
        return TextPages.of(text, self.pages, "PDF" if is_pdf else "file")
