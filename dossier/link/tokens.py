"""What is found in inline Markdown: tokens, which are written anew in a page, and slips, which are reported."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model.codes import Code
from dossier.model.links import CiteForm


@dataclass(frozen=True, slots=True)
class Cited:
    """One item of a citation: its key, the offset of its `@`, what is printed before and behind it."""

    key: str
    at: int
    form: CiteForm
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class CitationToken:
    """`[@id]`, `[see @id, p. 4; @other]`, `@id`."""

    start: int
    end: int
    items: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class MentionToken:
    """`[[id]]` or `[[id|words]]`."""

    start: int
    end: int
    id: str
    words: str | None


@dataclass(frozen=True, slots=True)
class CountToken:
    """`{{name}}`; `at` is where the name begins."""

    start: int
    end: int
    name: str
    at: int


@dataclass(frozen=True, slots=True)
class Address:
    """What a link leads to or a picture shows, as typed, and the attribute of the element that it became."""

    start: int
    end: int
    text: str
    element: str
    attribute: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """The backslash of `\\@`, which no renderer takes away."""

    start: int
    end: int


Token = CitationToken | MentionToken | CountToken | Address | Dropped
"""A stretch `[start, end)` of Markdown that is not passed on as it is."""


@dataclass(frozen=True, slots=True)
class Bracketed:
    """`[words]`, which is a slip where the words are the id of something."""

    at: int
    words: str


@dataclass(frozen=True, slots=True)
class Slip:
    """Something that looks like a citation or a link and is none: where, what is wrong, how to fix it."""

    at: int
    message: str
    help: str = ""
    code: Code = Code.BROKEN_CITATION


Part = Token | Bracketed | Slip
