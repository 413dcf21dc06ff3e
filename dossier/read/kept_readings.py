"""Keeps reading texts from run to run, each for the text and the record of its source."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from dossier.leaves.at_work import programs_at_work
from dossier.leaves.kept import Kept, digest_of
from dossier.model.ids import SourceKey
from dossier.model.reading import ReadingText
from dossier.model.source import Source

_FILE = TypeAdapter(ReadingText)


def find_reading(cache: Path, key: SourceKey, source: Source, text: str) -> ReadingText | None:
    """What was kept in the folder for this text and record."""
    content = _kept(cache).find(f"{key}.json", _key(source, text))
    with suppress(ValidationError):
        return _FILE.validate_json(content) if content else None
    return None


def keep_reading(cache: Path, key: SourceKey, source: Source, text: str, reading: ReadingText) -> None:
    """Keep a reading text in the folder; one that can't be written costs only time."""
    with suppress(OSError):
        _kept(cache).keep(f"{key}.json", _key(source, text), _FILE.dump_json(reading))


def _kept(cache: Path) -> Kept:
    return Kept(cache / "readings")


def _key(source: Source, text: str) -> str:
    return digest_of(programs_at_work().encode(), repr(source).encode(), text.encode())
