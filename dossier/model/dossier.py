"""Everything together: what `render`, `draw` and `export` receive."""

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
class Dossier:
    """The whole, after every check. `readings` are published views: what may not be shown is not in them.

    `pictures` are what `draw` made of the rest.
    """

    corpus: Corpus
    readings: Mapping[SourceKey, ReadingText]
    evidence: Mapping[ClaimId, Evidence]
    links: Links
    analysis: Analysis
    citations: Mapping[WorkKey, Citation]
    pictures: Pictures = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file to write, `path` relative to `build/pages` with `/`."""

    path: str
    content: bytes

    @classmethod
    def of_text(cls, path: str, text: str) -> OutputFile:
        """A UTF-8 text file."""
        return cls(path, text.encode())
