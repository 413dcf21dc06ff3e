"""The texts whose reading was reviewed, as supplied and as read."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from dossier.model.hints import ReadingHints
from dossier.model.reading import ReadingText
from tests.read.corpus import read_with

EDITIONS = Path(__file__).parent / "editions"
SOURCES = Path(__file__).parent.parent / "sources"
KEYS = sorted(path.stem for path in EDITIONS.glob("*.yml"))


@cache
def supplied(key: str) -> str:
    return (SOURCES / key / "text.txt").read_bytes().decode()


@cache
def edition(key: str) -> ReadingText:
    record = yaml.load((SOURCES / key / "source.yml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - text only
    reading, reported = read_with(supplied(key), ReadingHints.model_validate(record.get("reading", {})))
    assert reported == []
    return reading
