"""The signals of a source's sentences, kept from run to run: for the words and their language, whatever is quoted."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from dossier.analyze.signals import signals_in
from dossier.analyze.worklist import looked_at
from dossier.leaves.at_work import programs_at_work
from dossier.leaves.fold import folded_text
from dossier.leaves.kept import Kept, digest_of
from dossier.leaves.language.languages import language_of
from dossier.model.analysis import Signal
from dossier.model.reading import ReadingText
from dossier.model.source import Source

Signals = tuple[tuple[Signal, ...], ...]
"""Of each sentence that is looked at, in reading order."""

_FILE = TypeAdapter(Signals)


def signals_of(source: Source, reading: ReadingText, cache: Path | None) -> Signals:
    """The signals but for names, which are all that other records can change; kept in the folder `cache`."""
    sentences = [block.text[start:end] for block, start, end in looked_at(reading)]
    if cache is None:
        return _signals(sentences, source.language)
    key = digest_of(
        programs_at_work().encode(), source.language.encode(), *(words.encode() for words in sentences)
    )
    content = Kept(cache / "signals").recall(
        f"{reading.source}.json", key, lambda: _FILE.dump_json(_signals(sentences, source.language))
    )
    with suppress(ValidationError):
        return _FILE.validate_json(content)
    return _signals(sentences, source.language)


def _signals(sentences: Sequence[str], tag: str) -> Signals:
    language = language_of(tag)
    return tuple(tuple(signals_in(folded_text(words), language)) for words in sentences)
