"""What may be shown: what `render` and `export` receive."""

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
class Public:
    """The whole without what rights forbid to show; `redact` alone makes it, out of a `Checked`."""

    corpus: Corpus
    readings: Mapping[SourceKey, ReadingText]
    evidence: Mapping[ClaimId, Evidence]
    links: Links
    analysis: Analysis
