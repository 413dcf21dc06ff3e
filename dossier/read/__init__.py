"""Makes supplied texts readable, with an exact map back to them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from dossier.leaves.memory import Memory
from dossier.model.corpus import Corpus
from dossier.model.ids import SourceKey
from dossier.model.problem import Problems
from dossier.model.reading import ReadingText
from dossier.read.kept_readings import find_reading, keep_reading

__all__ = ["read"]


def read(
    corpus: Corpus, problems: Problems, cache: Path | None = None, memory: Memory | None = None
) -> Mapping[SourceKey, ReadingText]:
    """The reading text of each source whose text is there, in the corpus's order.

    `cache` is a folder for those that were read without a problem, `memory` has those of this process; with or without
    them the result is the same.
    """
    memory = memory or Memory()
    return {
        key: memory.recall(
            partial(_read, corpus, key, problems, cache), problems, "reading", repr(corpus.sources[key]), text
        )
        for key, text in corpus.texts.items()
        if key in corpus.sources
    }


def _read(corpus: Corpus, key: SourceKey, problems: Problems, cache: Path | None) -> ReadingText:
    source, text = corpus.sources[key], corpus.texts[key]
    if cache and (kept := find_reading(cache, key, source, text)):
        return kept
    from dossier.read.passages import reporter  # noqa: PLC0415 - texts are seldom new, and it takes its time
    from dossier.read.reading import read_text  # noqa: PLC0415

    told = Problems()
    reading = read_text(source, text, reporter(corpus, key, told))
    problems.update(told)
    if cache and not told:
        keep_reading(cache, key, source, text, reading)
    return reading
