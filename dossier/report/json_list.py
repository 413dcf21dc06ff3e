"""Problems for programs: a JSON list of objects, sorted by place."""

from __future__ import annotations

import json
from collections.abc import Iterable

from dossier.model.place import Place
from dossier.model.problem import Problem


def to_json(problems: Iterable[Problem]) -> str:
    """Each problem as `file, line, column, severity, code, message, help, related`, as the contract has them.

    `related` is a list of `file, line, column, message`. Lines and columns count from 1, columns in code points.
    """
    listed = [
        {
            **_place(problem.place),
            "severity": problem.severity.value,
            "code": problem.code,
            "message": problem.message,
            "help": problem.help,
            "related": [{**_place(related.place), "message": related.message} for related in problem.related],
        }
        for problem in problems
    ]
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"


def _place(place: Place) -> dict[str, str | int]:
    return {"file": place.file, "line": place.line, "column": place.column}
