"""How much of a source its claims quote: the paragraphs and items of its body with and without a quote.

Notes, asides and captions are not counted, nor are withdrawn claims.
"""

from __future__ import annotations

from collections.abc import Mapping

from dossier.model.analysis import Coverage
from dossier.model.corpus import Corpus
from dossier.model.evidence import Evidence
from dossier.model.ids import ClaimId, SourceKey
from dossier.model.kinds import ClaimStatus
from dossier.model.links import Links
from dossier.model.reading import BlockKind, ReadingText, Where


def measure_coverage(
    corpus: Corpus,
    readings: Mapping[SourceKey, ReadingText],
    evidence: Mapping[ClaimId, Evidence],
    links: Links,
) -> Mapping[SourceKey, Coverage]:
    """The coverage of every source that can be read."""
    coverage = {}
    for source, reading in readings.items():
        quoted = {
            span.block
            for claim in links.by_source.get(source, ())
            if corpus.claims[claim].status is not ClaimStatus.WITHDRAWN
            and (found := evidence.get(claim)) is not None
            and found.anchor is not None
            for span in found.anchor.spans
        }
        counted = [
            block.index
            for block in reading.in_part(Where.BODY)
            if block.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM}
        ]
        coverage[source] = Coverage(
            covered=tuple(index for index in counted if index in quoted),
            uncovered=tuple(index for index in counted if index not in quoted),
        )
    return coverage
