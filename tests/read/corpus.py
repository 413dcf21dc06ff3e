"""Texts read for tests, and what holds of every reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dossier.model.day import Day
from dossier.model.hints import ReadingHints
from dossier.model.ids import SourceKey
from dossier.model.kinds import Publish
from dossier.model.reading import Block, ReadingText, RunKind
from dossier.model.source import Rights
from dossier.read.lines import is_space
from dossier.read.reading import read_text
from tests.words import SOURCE, VOCABULARY

Reported = list[tuple[str, tuple[str | int, ...]]]


def read_with(
    text: str, hints: ReadingHints | None = None, language: str = "en"
) -> tuple[ReadingText, Reported]:
    reported: Reported = []
    source = SOURCE(
        citation=SourceKey("skerry1950"),
        kind=VOCABULARY.sources[0],
        language=language,
        sha256="0" * 64,
        supplied=Day(1950, 1, 1),
        rights=Rights(license="unstated", publish=Publish.FULL),
        reading=hints or ReadingHints(),
    )
    reading = read_text(source, text, lambda code, _message, path: reported.append((code, path)))
    return reading, reported


def prepare(case: Mapping[str, Any]) -> str:
    """The text of a case; `ends` are its line ends, `opens` stands before it, `replace` puts in what YAML cannot show."""
    text = str(case["text"])
    for plain, odd in case.get("replace", {}).items():
        text = text.replace(plain, odd)
    return str(case.get("opens", "")) + text.replace("\n", case.get("ends", "\n"))


def check_complete(text: str, reading: ReadingText) -> None:
    """Every character stands in exactly one run or one space; only white space is in spaces; kept text is unchanged."""
    times = [0] * len(text)
    for block in reading.blocks:
        for run in block.runs:
            assert 0 <= run.start <= run.end <= len(text)
            for place in range(run.start, run.end):
                times[place] += 1
            if run.kind is RunKind.TEXT:
                assert run.text == text[run.start : run.end]
            if run.kind is RunKind.SPACE:
                assert all(is_space(char) for char in text[run.start : run.end])
    for start, end in reading.spaces:
        assert all(is_space(char) for char in text[start:end])
        for place in range(start, end):
            times[place] += 1
    assert times == [1] * len(text)


def check_sentences(block: Block) -> None:
    """Sentences rise, do not overlap, and leave only white space between them."""
    at = 0
    for start, end in block.sentences:
        assert not block.text[at:start].strip()
        assert at <= start < end
        at = end
    assert not block.text[at:].strip()


def line_of(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def block_of_line(text: str, reading: ReadingText, line: int) -> Block:
    """The block that has the last words of a line."""
    found = [
        (run.end, block)
        for block in reading.blocks
        for run in block.runs
        if run.kind in (RunKind.TEXT, RunKind.RESTORED) and line_of(text, run.end - 1) == line
    ]
    return max(found, key=lambda pair: pair[0])[1]


def shown(reading: ReadingText) -> list[str]:
    """The blocks in a few letters and their words, references in brackets: for cases written as data."""
    return [f"{_kind(block)}: {_words(block)}" for block in reading.blocks]


def _kind(block: Block) -> str:
    parts: Iterable[str] = (
        "" if block.where == "body" else block.where.value,
        block.note or "",
        block.kind.value if block.note is None or block.kind != "paragraph" else "",
        str(block.level) if block.level else "",
        f"({block.label})" if block.label and block.note is None else "",
    )
    return " ".join(part for part in parts if part)


def _words(block: Block) -> str:
    return "".join(f"⟦{run.note}⟧" if run.kind is RunKind.MARK else run.text for run in block.runs)
