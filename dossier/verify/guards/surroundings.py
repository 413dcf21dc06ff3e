"""The guards `negation-outside` and `hedge-outside`: words in the rest of the quote's sentence that turn its sense."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.leaves.doubt import Doubt
from dossier.leaves.fold import folded_text
from dossier.leaves.language.languages import language_of
from dossier.leaves.language.words import phrases_in
from dossier.model.codes import Code
from dossier.model.evidence import Span
from dossier.model.problem import Related
from dossier.verify.anchoring import place_of
from dossier.verify.guards.doubt import VerifiedClaim, fixes

NEGATION = Code.NEGATION_OUTSIDE
HEDGE = Code.HEDGE_OUTSIDE
_GAP = "\0"


def doubt_surroundings(found: VerifiedClaim) -> Iterator[Doubt]:
    """“not” or “may” and the like outside of the quote; words of attribution are silent where a voice is named."""
    language, rest = language_of(found.language), folded_text(_rest(found))
    yield from _doubt(found, NEGATION, phrases_in(rest, language.negation, language))
    hedges = phrases_in(rest, language.hedge, language) + phrases_in(rest, language.condition, language)
    if not found.claim.speaker and not found.claim.via:
        hedges += phrases_in(rest, language.attribution, language)
    yield from _doubt(found, HEDGE, hedges)


def _doubt(found: VerifiedClaim, code: Code, words: list[str]) -> Iterator[Doubt]:
    if not words:
        return
    listed = ", ".join(f"“{word}”" for word in dict.fromkeys(words))
    verb = "is" if len(dict.fromkeys(words)) == 1 else "are"
    yield Doubt(
        code,
        found.places.of("quote"),
        f"{listed} {verb} in the same sentence, outside the quote",
        fixes(code) + ("; where a voice is reported, name it as `speaker` or `via`" if code == HEDGE else ""),
        tuple(_sentences(found)),
    )


def _own(found: VerifiedClaim) -> Iterator[tuple[int, int, int]]:
    """The sentences that the quote touches: block, start, end."""
    yield from dict.fromkeys(
        (span.block, *sentence)
        for span in found.anchor.spans
        for sentence in found.reading.blocks[span.block].sentences_at(span.start, span.end)
    )


def _sentences(found: VerifiedClaim) -> Iterator[Related]:
    for index, start, end in _own(found):
        sentence = found.reading.blocks[index].text[start:end]
        yield Related(place_of(found.source, Span(index, start, end)), f"the sentence: “{sentence}”")


def _rest(found: VerifiedClaim) -> str:
    """The quote's own sentences without what quote and context cover."""
    covered: list[Span] = [*found.anchor.spans, *(span for anchor in found.context for span in anchor.spans)]
    pieces: list[str] = []
    for index, start, end in _own(found):
        sentence = found.reading.blocks[index].text[start:end]
        for span in covered:
            if span.block == index:
                low, high = max(span.start - start, 0), max(min(span.end, end) - start, 0)
                sentence = sentence[:low] + _GAP * (high - low) + sentence[high:]
        pieces.append(sentence)
    return _GAP.join(pieces)
