"""Problems for programs: a JSON list of objects, sorted by place."""

from __future__ import annotations

import json
from collections.abc import Iterable

from dossier.model.problem import Problem


def to_json(problems: Iterable[Problem]) -> str:
    """Each problem as `file, line, column, severity, code, message, help`; lines and columns from 1, in code points."""
    listed = [
        {
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.column,
            "severity": problem.severity.value,
            "code": problem.code,
            "message": problem.message,
            "help": problem.help,
        }
        for problem in problems
    ]
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"
