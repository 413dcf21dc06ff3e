"""A block of a source as inline HTML: its words, restored letters, references, highlights and markers.

Where quoted segments begin and end is left to `highlights`; paragraphs, lists and notes to the templates.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import zip_longest

from markupsafe import Markup

from dossier.leaves import address
from dossier.leaves.markup import safe
from dossier.model.ids import ClaimId
from dossier.model.reading import Block, RunKind
from dossier.render.highlights import Highlights, Segment
from dossier.render.other_languages import LanguageSpan, OtherLanguages
from dossier.render.page_marks import PageMarks, page_mark

_MARK = Markup('<mark data-claims="{}">{}</mark>')
_PIECE = Markup('<span id="{}">{}</span>')
_FORMER = Markup('<span id="{}"></span>')
_RESTORED = Markup('<span class="restored" data-supplied="{}">{}</span>')
_REFERENCE = Markup('<a id="{}" href="#{}" role="doc-noteref">[{}]</a>')
_REFERENCE_LOST = Markup('<span class="ref-lost" title="The text has no note of this number">[{}]</span>')

Marker = Callable[[ClaimId], Markup]


class References:
    """Writes reference marks, and remembers how often each note was referred to, so that ids stay unique."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        """`numbers` gives the number of a note by its label."""
        self._numbers = numbers
        self.places: dict[int, list[str]] = {}

    def mark(self, label: str) -> Markup:
        """The reference to a note; plain where the text has no such note."""
        number = self._numbers.get(label)
        if number is None:
            return _REFERENCE_LOST.format(safe(label))
        seen = self.places.setdefault(number, [])
        reference = address.reference_id(number, len(seen) + 1)
        seen.append(reference)
        return _REFERENCE.format(Markup(reference), Markup(address.note_id(number)), safe(label))


@dataclass(frozen=True, slots=True)
class BlockWriter:
    """Writes the blocks of one source. `supplied` is the text as taken in, `marker` the numbered link to a claim.

    `former` are the ids that claims had before: links to them still lead to the words.
    """

    highlights: Highlights
    references: References
    marker: Marker
    other_languages: OtherLanguages
    supplied: str
    former: Mapping[ClaimId, tuple[ClaimId, ...]] = field(default_factory=dict)
    page_marks: PageMarks = field(default_factory=dict)

    def html(self, block: Block) -> Markup:
        """The inline HTML of a block: segments in `mark`s, references and markers outside them."""
        stretches = self.other_languages.stretches(block.text)
        segments = {segment.start: segment for segment in self.highlights.segments.get(block.index, ())}
        lifted: dict[int, list[str]] = {}
        for offset, run in block.placed():
            if run.kind is RunKind.MARK:
                lifted.setdefault(offset, []).append(run.note or "")
        ends = {at for index, at in self.highlights.ends if index == block.index}
        pages = self.page_marks.get(block.index, {})
        edges = {0, len(block.text), *lifted, *ends, *pages, *segments, *(s.end for s in segments.values())}
        out = Markup("")
        stops = sorted(edges)
        for start, end in zip_longest(stops, stops[1:], fillvalue=len(block.text)):
            for label in lifted.get(start, ()):
                out += self.references.mark(label)
            for claim in self.highlights.ends.get((block.index, start), ()):
                out += self.marker(claim)
            out += Markup("").join(page_mark(page) for page in pages.get(start, ()))
            part = self._words(block, stretches, start, end)
            out += self._segment(segments[start], part) if start in segments else part
        return out

    def plain(self, block: Block) -> Markup:
        """The words of a block without highlights, markers and references, for a second place on the page."""
        return self._words(block, self.other_languages.stretches(block.text), 0, len(block.text))

    def _words(self, block: Block, stretches: tuple[LanguageSpan, ...], start: int, end: int) -> Markup:
        out, at = Markup(""), start
        for stretch in stretches:
            first, last = max(stretch.start, start), min(stretch.end, end)
            if first < last:
                out += self._letters(block, at, first) + stretch.wrap(self._letters(block, first, last))
                at = last
        return out + self._letters(block, at, end)

    def _letters(self, block: Block, start: int, end: int) -> Markup:
        out, plain = Markup(""), ""
        for offset, run in block.placed():
            part = run.text[max(start - offset, 0) : max(end - offset, 0)]
            if not part:
                continue
            if run.kind is not RunKind.RESTORED:
                plain += part
                continue
            supplied = self.supplied[run.start : run.end]
            if len(supplied) == len(run.text):
                supplied = supplied[max(start - offset, 0) : end - offset]
            out += safe(plain) + _RESTORED.format(safe(supplied), safe(part))
            plain = ""
        return out + safe(plain)

    def _segment(self, segment: Segment, inner: Markup) -> Markup:
        html = _MARK.format(Markup(" ".join(sorted(piece.claim for piece in segment.pieces))), inner)
        spaced, former = False, Markup("")
        for piece in reversed(segment.pieces):
            if piece.spaced and not spaced:
                html, spaced = html + " ", True
            html = _PIECE.format(Markup(address.piece_id(piece.claim, piece.number)), html)
            if piece.number == 1:
                former += Markup("").join(_FORMER.format(old) for old in self.former.get(piece.claim, ()))
        return former + html
