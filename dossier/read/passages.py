"""Finds the passages that hints name, by exact words or by lines, and gives their lines the part they play."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from dossier.model.codes import Code
from dossier.model.corpus import Corpus
from dossier.model.hints import HeadingLines, LinePassage, ReadingHints, parse_lines
from dossier.model.ids import SourceKey
from dossier.model.kinds import RecordKind
from dossier.model.problem import Problems
from dossier.read.lines import Role, SuppliedLine, numbered, trim

_HELP = {
    Code.HINT_NOT_FOUND: "copy the words from text.txt; lines count from 1, blank lines included",
    Code.HINT_UNUSED: "delete the hint, or write it exactly as text.txt has it, lost letters too",
}

Range = tuple[int, int]
Report = Callable[[Code, str, tuple[str | int, ...]], None]
"""Notes a problem: code, message, and the path of the hint below `reading`."""


def reporter(corpus: Corpus, source: SourceKey, problems: Problems) -> Report:
    """A `Report` on the hints of one source."""

    def report(code: Code, message: str, path: tuple[str | int, ...]) -> None:
        problems.add(corpus.place(RecordKind.SOURCE, source, "reading", *path), code, message, _HELP[code])

    return report


def play_parts(
    text: str, lines: tuple[SuppliedLine, ...], hints: ReadingHints, report: Report
) -> tuple[SuppliedLine, ...]:
    """The lines with the parts that hints give them; a line is split where a hint names only some of its words."""
    group = 0
    for name, role, passages in (
        ("furniture", Role.CAPTION, hints.furniture),
        ("asides", Role.ASIDE, hints.asides),
        ("headings", Role.HEADING, hints.headings),
    ):
        for place, passage in enumerate(passages):
            group += 1
            ranges = find_passage(text, lines, passage, role)
            what = f"`lines: {passage.lines}`" if isinstance(passage, LinePassage) else f"“{passage}”"
            if not ranges:
                report(Code.HINT_NOT_FOUND, f"{what} of `{name}` was not found in the text", (name, place))
            elif not any(_is_free(line, span) for line in lines for span in ranges):
                report(
                    Code.HINT_NOT_FOUND, f"{what} of `{name}` is already part of another hint", (name, place)
                )
            level = passage.level if isinstance(passage, HeadingLines) else 1
            for number, span in enumerate(ranges):
                unit = group if number == 0 else (group := group + 1)
                lines = _give(text, lines, span, role, unit, level if role is Role.HEADING else 0)
    return lines


def find_passage(
    text: str, lines: Sequence[SuppliedLine], passage: str | LinePassage, role: Role
) -> list[Range]:
    """Where a passage is: whole lines first (all of them), else once at the start or end of a line, else anywhere.

    A heading takes no words from the middle of a line: there they are no heading.
    """
    if isinstance(passage, LinePassage):
        first, last = parse_lines(passage.lines)
        inside = [line for line in lines if first <= line.number <= last]
        return [(inside[0].start, inside[-1].end)] if inside else []
    pattern = re.compile(r"\s+".join(re.escape(word) for word in passage.split()))
    starts, ends = {line.start for line in lines}, {line.end for line in lines}
    found = [match.span() for match in pattern.finditer(text)]
    whole = [span for span in found if span[0] in starts and span[1] in ends]
    opening = [span for span in found if span[0] in starts]
    closing = [span for span in found if span[1] in ends]
    return whole or opening[:1] or closing[:1] or ([] if role is Role.HEADING else found[:1])


def _is_free(line: SuppliedLine, span: Range) -> bool:
    return line.role is Role.FLOW and line.start < span[1] and span[0] < line.end


def _give(
    text: str, lines: tuple[SuppliedLine, ...], span: Range, role: Role, group: int, level: int
) -> tuple[SuppliedLine, ...]:
    """The lines with `span` as a part of its own."""
    parts: list[SuppliedLine] = []
    for line in lines:
        parts += _cut(text, line, span, role, group, level) if _is_free(line, span) else [line]
    return numbered(parts)


def _cut(
    text: str, line: SuppliedLine, span: Range, role: Role, group: int, level: int
) -> Iterator[SuppliedLine]:
    """The up to three parts of a line that `span` makes."""
    first = True
    for start, end, inside in (
        (line.start, min(max(span[0], line.start), line.end), False),
        (max(span[0], line.start), min(span[1], line.end), True),
        (max(min(span[1], line.end), line.start), line.end, False),
    ):
        start, end = trim(text, start, end)  # noqa: PLW2901 - the same part, without its edges
        if start >= end:
            continue
        part = replace(line, start=start, end=end)
        if inside:
            part = replace(part, role=role, group=group, level=level)
        if not first:
            part = replace(part, gap=0, indent=0, opens_page=False)
        first = False
        yield part
