"""Problems as people, pull requests and programs read them: one module a format.

`lines` reads the files that problems are in, `snippet` shows a line with a caret; the formats are pure.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from dossier.model.problem import Problem, Problems
from dossier.report.github import to_github
from dossier.report.json_list import to_json
from dossier.report.lines import FileLines, lines_of
from dossier.report.sarif import to_sarif
from dossier.report.text import summarize, to_text

__all__ = ["Format", "report", "show"]


class Format(StrEnum):
    """How problems are shown: to people, as annotations of a pull request, to programs, to code scanning."""

    TEXT = "text"
    GITHUB = "github"
    JSON = "json"
    SARIF = "sarif"


def report(problems: Iterable[Problem], lines: FileLines, shape: Format, *, color: bool = False) -> str:
    """All problems in one format, ended by a line feed; `lines` gives the lines of a file."""
    problems = list(problems)
    match shape:
        case Format.TEXT:
            return f"{to_text(problems, lines, color=color)}{summarize(problems)}\n"
        case Format.GITHUB:
            return f"{to_github(problems)}{summarize(problems)}\n"
        case Format.JSON:
            return to_json(problems)
        case Format.SARIF:
            return to_sarif(problems)


def show(problems: Problems, root: Path, shape: Format) -> None:
    """Print all problems on standard output; in color on a terminal, unless `NO_COLOR` is set."""
    color = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    text = report(problems, lines_of(root), shape, color=color)
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, errors="backslashreplace").decode(encoding))
