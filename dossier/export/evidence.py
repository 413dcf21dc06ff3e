"""The field `evidence` of a claim: where its quotation was found (W3C TextQuoteSelector, TextPositionSelector)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from dossier.export.fields import INTEGER, RANGE, TEXT, Field, FieldType, list_of, one_of, or_null, record
from dossier.model.evidence import Anchor, Evidence, EvidenceState, Locator
from dossier.model.pages import Page
from dossier.model.reading import Where

V = TypeVar("V")

PAGE: FieldType[Page] = record(
    Field("number", "The number of the page in the file, from 1.", INTEGER, lambda page: page.number),
    Field("label", "The number printed on it, where that is known.", or_null(TEXT), lambda page: page.label),
)
LOCATOR: FieldType[Locator] = record(
    Field("heading", "The heading above.", or_null(TEXT), lambda locator: locator.heading),
    Field(
        "paragraph",
        "The paragraph or list item of the body, counted from 1.",
        or_null(INTEGER),
        lambda locator: locator.paragraph,
    ),
    Field("note", "The note, as the source numbers it.", or_null(TEXT), lambda locator: locator.note),
    Field(
        "page",
        "The page of the words' first character; null where the text has no pages.",
        or_null(PAGE),
        lambda locator: locator.pages[0] if locator.pages else None,
    ),
    Field(
        "pages",
        "The pages of the first and the last character, where the words run over a break.",
        list_of(PAGE),
        lambda locator: locator.pages if len(locator.pages) > 1 else (),
    ),
    Field("lines", "The first and last line of `text.txt`.", RANGE, lambda locator: locator.lines),
)


def _anchored(value: Callable[[Anchor], V]) -> Callable[[Evidence], V | None]:
    return lambda evidence: value(anchor) if (anchor := evidence.anchor) else None


EVIDENCE: FieldType[Evidence] = record(
    Field(
        "state", "Whether the quotation was found.", one_of(EvidenceState), lambda evidence: evidence.state
    ),
    Field(
        "folding",
        "What had to be taken as equal to find it: kinds of dashes, of ellipses, of quotation marks, and so on.",
        list_of(TEXT),
        lambda evidence: evidence.folding,
    ),
    Field(
        "pieces",
        "Ranges of `text.txt` in reading order, in code points, ends exclusive; "
        "their joined text, folded, is the quotation.",
        list_of(RANGE),
        lambda evidence: evidence.anchor.pieces if evidence.anchor else (),
    ),
    Field("start", "Their least offset.", or_null(INTEGER), _anchored(lambda anchor: anchor.start)),
    Field("end", "Their greatest offset.", or_null(INTEGER), _anchored(lambda anchor: anchor.end)),
    Field(
        "exact",
        "The words as the source page shows them.",
        or_null(TEXT),
        _anchored(lambda anchor: anchor.exact),
    ),
    Field(
        "prefix", "Up to 40 characters before them.", or_null(TEXT), _anchored(lambda anchor: anchor.prefix)
    ),
    Field(
        "suffix", "Up to 40 characters after them.", or_null(TEXT), _anchored(lambda anchor: anchor.suffix)
    ),
    Field(
        "hedges",
        "The words in it by which the source itself holds back, such as “may” or “appears to”.",
        list_of(TEXT),
        lambda evidence: evidence.hedges,
    ),
    Field(
        "where",
        "In which part of the source they are.",
        or_null(one_of(Where)),
        _anchored(lambda anchor: anchor.where),
    ),
    Field(
        "locator",
        "Where a reader of another copy finds them.",
        or_null(LOCATOR),
        _anchored(lambda anchor: anchor.locator),
    ),
)
