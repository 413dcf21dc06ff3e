"""What may be shown: what `render`, `draw` and `export` receive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier.model.analysis import Analysis
from dossier.model.citation import Citation
from dossier.model.corpus import Corpus
from dossier.model.evidence import Evidence
from dossier.model.ids import ClaimId, SourceKey, WorkKey
from dossier.model.links import Links
from dossier.model.picture import Pictures
from dossier.model.reading import ReadingText


@dataclass(frozen=True, slots=True)
class Public:
    """The whole without what rights forbid to show; `redact` alone makes it, out of a `Checked`.

    `pictures` are what `draw` made of the rest.
    """

    corpus: Corpus
    readings: Mapping[SourceKey, ReadingText]
    evidence: Mapping[ClaimId, Evidence]
    links: Links
    analysis: Analysis
    citations: Mapping[WorkKey, Citation]
    pictures: Pictures = field(default_factory=dict)
