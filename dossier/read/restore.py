"""Restores letters that extraction lost, as hints tell: words, phrases, single places, sentence openings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, takewhile

from dossier.leaves.characters import LOST, REPLACEMENT
from dossier.leaves.language.sentences import split_sentences
from dossier.leaves.language.tables import Sentences
from dossier.model.codes import Code
from dossier.model.hints import Restore
from dossier.model.reading import Run, RunKind
from dossier.read.lines import SuppliedLine
from dossier.read.passages import Report

Edit = tuple[int, int, str]
"""A stretch of a block's text, and what it reads as instead."""


@dataclass(slots=True)
class Restorer:
    """Applies the restoring hints of one text, block by block, and knows which of them were of use."""

    hints: Restore
    at: Sequence[tuple[int, int, str]]
    """Single places, as ranges of the supplied text."""
    words: Sentences
    """What ends a sentence."""
    used: set[str] = field(default_factory=set)
    _table: dict[str, str] = field(init=False)
    _pattern: re.Pattern[str] | None = field(init=False)

    def __post_init__(self) -> None:
        self._table = {_spaced(typed): to for typed, to in (self.hints.words | self.hints.phrases).items()}
        longest = sorted(self._table, key=lambda typed: (-len(typed), typed))
        words = "|".join(_pattern(typed) for typed in longest)
        self._pattern = re.compile(rf"(?<![^\W_])(?<![.@])(?:{words})(?![^\W_]|\.\w)") if longest else None

    def restore(self, runs: list[Run]) -> list[Run]:
        """The runs with lost letters restored."""
        edits = [*self._places(runs)]
        text = "".join(run.text for run in runs)
        taken = [(start, end) for start, end, _ in edits]
        for match in self._pattern.finditer(text) if self._pattern else ():
            if not any(start < match.end() and match.start() < end for start, end in taken):
                typed = LOST.sub(REPLACEMENT, match[0])
                edits.append((match.start(), match.end(), self._table[typed]))
                self.used.add(typed)
        runs = apply_edits(runs, sorted(edits))
        return apply_edits(runs, list(_openings(runs, self.words))) if self.hints.sentences else runs

    def unused(self) -> Iterator[tuple[str, str]]:
        """The words and phrases that were found nowhere, as `("words", word)`."""
        for name, table in (("words", self.hints.words), ("phrases", self.hints.phrases)):
            yield from ((name, typed) for typed in table if _spaced(typed) not in self.used)

    def _places(self, runs: Sequence[Run]) -> Iterator[Edit]:
        """The single places in these runs, as edits of their text."""
        low, high = min((run.start for run in runs), default=0), max((run.end for run in runs), default=0)
        for start, end, to in self.at:
            if not low <= start < high:
                continue
            offset, first, last = 0, None, None
            for run in runs:
                if run.kind is RunKind.TEXT and run.start <= start < run.end:
                    first = offset + start - run.start
                if run.kind is RunKind.TEXT and run.start < end <= run.end:
                    last = offset + end - run.start
                offset += len(run.text)
            if first is not None and last is not None:
                yield first, last, to


def find_places(
    text: str, lines: Sequence[SuppliedLine], hints: Restore, report: Report
) -> list[tuple[int, int, str]]:
    """The ranges of the supplied text that the hints `at` mean."""
    found: list[tuple[int, int, str]] = []
    for place, hint in enumerate(hints.at):
        pattern = re.compile(rf"(?<![^\W_]){_pattern(hint.from_)}(?![^\W_])")
        matches = (
            match
            for line in lines
            if line.number == hint.line
            for match in pattern.finditer(text, line.start, line.end)
        )
        match = next(matches, None)
        if match is None:
            report(
                Code.HINT_NOT_FOUND,
                f"“{hint.from_}” was not found in line {hint.line}",
                ("restore", "at", place),
            )
        else:
            found.append((match.start(), match.end(), hint.to))
    return found


def apply_edits(runs: Sequence[Run], edits: Sequence[Edit]) -> list[Run]:
    """The runs with the edits made, which rise and do not overlap.

    An edit that keeps the length changes only the letters that differ; any other one takes the place of the first
    stretch that it covers.
    """
    found: list[Run] = []
    offset, first = 0, 0
    for run in runs:
        end = offset + len(run.text)
        while first < len(edits) and edits[first][1] <= offset:
            first += 1
        inside = takewhile(lambda edit: edit[0] < end, islice(edits, first, None))  # noqa: B023 - used up at once
        if run.kind is RunKind.TEXT:
            found += _edit_run(run, offset, inside)
        else:
            gone = any(begin < offset and len(to) != stop - begin for begin, stop, to in inside)
            found.append(replace(run, text="") if gone else run)
        offset = end
    return found


def _edit_run(run: Run, offset: int, edits: Iterable[Edit]) -> Iterator[Run]:
    """One run of text, in pieces."""
    at = 0
    for start, end, to in edits:
        first, last = max(start - offset, 0), min(end - offset, len(run.text))
        if len(to) == end - start:
            wanted = to[first + offset - start : last + offset - start]
            pieces = _differences(run.text[first:last], wanted)
        else:
            pieces = iter([(0, last - first, to if start >= offset else "")])
        for begin, stop, letters in pieces:
            if first + begin > at:
                yield _part(run, at, first + begin)
            at = first + stop
            yield Run(RunKind.RESTORED, run.start + first + begin, run.start + at, letters)
    if at < len(run.text):
        yield _part(run, at, len(run.text))


def _differences(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    """The stretches in which two texts of one length differ."""
    start: int | None = None
    for at in range(len(old) + 1):
        differs = at < len(old) and old[at] != new[at]
        if differs and start is None:
            start = at
        elif not differs and start is not None:
            yield start, at, new[start:at]
            start = None


def _part(run: Run, start: int, end: int) -> Run:
    return Run(run.kind, run.start + start, run.start + end, run.text[start:end], run.note)


def _openings(runs: Sequence[Run], words: Sentences) -> Iterator[Edit]:
    """Small letters that open a sentence."""
    text = "".join(run.text for run in runs)
    for start, end in split_sentences(text, words, small=True):
        at = next((place for place in range(start, end) if text[place].isalnum()), end)
        if at < end and text[at].islower() and not text[at:end].startswith(("http", "www.")):
            yield at, at + 1, text[at].upper()


def _pattern(typed: str) -> str:
    """Words as a pattern; the sign of a character that cannot be shown stands for any such character."""
    return LOST.pattern.join(re.escape(part) for part in LOST.split(typed))


def _spaced(typed: str) -> str:
    """Words with single spaces, and with one sign for any character that cannot be shown."""
    return LOST.sub(REPLACEMENT, " ".join(typed.split()))
