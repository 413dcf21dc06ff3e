"""Makes supplied texts readable, with an exact map back to them."""

from __future__ import annotations

from collections.abc import Mapping

from dossier.model.corpus import Corpus
from dossier.model.ids import SourceKey
from dossier.model.problem import Problems
from dossier.model.reading import ReadingText
from dossier.read.passages import reporter
from dossier.read.reading import read_text

__all__ = ["read"]


def read(corpus: Corpus, problems: Problems) -> Mapping[SourceKey, ReadingText]:
    """The reading text of each source whose text is there, in the corpus's order."""
    return {
        key: read_text(corpus.sources[key], text, reporter(corpus, key, problems))
        for key, text in corpus.texts.items()
        if key in corpus.sources
    }
