"""Everything that the checks saw and found, before anything is cut: no page or export may be made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dossier.model.analysis import Analysis
from dossier.model.corpus import Corpus
from dossier.model.evidence import Evidence
from dossier.model.ids import ClaimId, SourceKey
from dossier.model.links import Links
from dossier.model.reading import ReadingText


@dataclass(frozen=True, slots=True)
class Checked:
    """The records and texts with all that the stages up to `analyze` made of them; its problems were reported."""

    corpus: Corpus
    readings: Mapping[SourceKey, ReadingText]
    evidence: Mapping[ClaimId, Evidence]
    links: Links
    analysis: Analysis
