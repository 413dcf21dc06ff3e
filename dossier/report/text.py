"""Problems for people: place, severity, message and code; the line with a caret; further places; the help."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.model.problem import Problem
from dossier.model.severity import Severity
from dossier.report.lines import FileLines
from dossier.report.snippet import snippet, visible

_PLAIN = "\x1b[0m"
_BOLD = "\x1b[1m"
_DIM = "\x1b[2m"
_COLORS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.NOTE: "\x1b[1;36m"}
_CARET = "\x1b[1;32m"


def to_text(problems: Iterable[Problem], lines: FileLines, *, color: bool = False) -> str:
    """`file:line:column: severity: message [code]` and what goes with it, an empty line between two problems."""
    return "".join("\n".join(_paragraph(problem, lines, color=color)) + "\n\n" for problem in problems)


def summarize(problems: Iterable[Problem]) -> str:
    """How many problems of each severity there are."""
    severities = [problem.severity for problem in problems]
    counts = [_count(severities.count(severity), severity) for severity in Severity if severity in severities]
    return ", ".join(counts) or "no problems"


def _count(number: int, severity: Severity) -> str:
    return f"{number} {severity}" if number == 1 else f"{number} {severity}s"


def _paragraph(problem: Problem, lines: FileLines, *, color: bool) -> Iterator[str]:
    def paint(style: str, words: str) -> str:
        return f"{style}{words}{_PLAIN}" if color else words

    place, severity = problem.place, problem.severity
    yield (
        f"{paint(_BOLD, visible(f'{place}:'))} {paint(_COLORS[severity], f'{severity}:')} "
        f"{paint(_BOLD, visible(problem.message))} {paint(_DIM, f'[{problem.code}]')}"
    )
    typed = lines(place.file)
    if place.line <= len(typed) and typed[place.line - 1].strip():
        shown, caret = snippet(typed[place.line - 1], place.column)
        yield f"    {shown}"
        yield f"    {paint(_CARET, caret)}"
    for related in problem.related:
        yield f"{paint(_BOLD, visible(f'{related.place}:'))} {visible(related.message)}"
    for number, line in enumerate(problem.help.split("\n") if problem.help else ()):
        yield f"{'      ' if number else 'help: '}{visible(line)}"
