"""Where quotations were found. Similarity never verifies; it only suggests."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dossier.model.ids import ClaimId, SourceKey
from dossier.model.pages import Page
from dossier.model.reading import Where

AROUND = 40
"""How many characters the `prefix` and `suffix` of an anchor have at most."""


class EvidenceState(StrEnum):
    """Whether a quotation was found in its source."""

    FOUND = "found"
    FOUND_FOLDED = "found-folded"
    AMBIGUOUS = "ambiguous"
    NOT_FOUND = "not-found"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch `[start, end)` of the text of the block `block` of the reading text."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Locator:
    """Where a reader of another copy finds the words; `lines` are those of `text.txt`, from 1, both included.

    `pages` are the page of their first character and, where they run over a break, that of their last.
    """

    heading: str | None
    paragraph: int | None
    note: str | None
    lines: tuple[int, int]
    pages: tuple[Page, ...] = ()


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where one passage was found (W3C TextQuoteSelector and TextPositionSelector).

    `spans` are ranges of block texts; `pieces` the ranges of `text.txt` in reading order whose joined text,
    folded, is the passage. `exact` is the reading text there (parts joined by " […] " where words were left out,
    blocks by a space); `prefix` and `suffix` are up to `AROUND` characters around it, null where the text is withheld.
    """

    source: SourceKey
    spans: tuple[Span, ...]
    pieces: tuple[tuple[int, int], ...]
    exact: str
    prefix: str | None
    suffix: str | None
    where: Where
    locator: Locator

    @property
    def start(self) -> int:
        """The least offset of its pieces."""
        return min(start for start, _ in self.pieces)

    @property
    def end(self) -> int:
        """The greatest offset of its pieces."""
        return max(end for _, end in self.pieces)


class NotFound(StrEnum):
    """Why there is no place where a quotation was found."""

    AMBIGUOUS = "ambiguous"
    NOT_FOUND = "not-found"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What verifying one claim gave: where its quote was found, or why nowhere.

    `folding` names the foldings that were needed; `context` are its further passages. `hedges` are the words inside
    of the quote by which the source itself holds back, as printed.
    """

    claim: ClaimId
    result: Anchor | NotFound
    folding: tuple[str, ...] = ()
    context: tuple[Anchor, ...] = ()
    hedges: tuple[str, ...] = ()

    @property
    def anchor(self) -> Anchor | None:
        """Where the quote was found."""
        return self.result if isinstance(self.result, Anchor) else None

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """Where the quote and the further passages were found."""
        return (self.anchor, *self.context) if self.anchor else self.context

    @property
    def state(self) -> EvidenceState:
        """The outcome in a word."""
        if isinstance(self.result, NotFound):
            return EvidenceState(self.result.value)
        return EvidenceState.FOUND_FOLDED if self.folding else EvidenceState.FOUND
