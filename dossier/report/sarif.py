"""Problems for code scanning: SARIF 2.1.0 (OASIS), which GitHub, GitLab and most editors read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from dossier import __version__
from dossier.model.codes import Code
from dossier.model.place import Place
from dossier.model.problem import Problem

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def to_sarif(problems: Sequence[Problem]) -> str:
    """One run whose rules are the codes that were found, in their order, and whose results are the problems.

    Columns count code points from 1, addresses of files are relative to the project. A result's message goes on with
    its help.
    """
    found = {problem.code for problem in problems}
    codes = [code for code in Code if code in found]
    driver = {"name": "Dossier", "version": __version__, "rules": [_rule(code) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, codes.index(problem.code)) for problem in problems],
    }
    return (
        json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False)
        + "\n"
    )


def _rule(code: Code) -> dict[str, Any]:
    return {
        "id": code,
        "shortDescription": {"text": code.explanation},
        "defaultConfiguration": {"level": code.severity.value},
    }


def _result(problem: Problem, rule: int) -> dict[str, Any]:
    help_ = f"\n{problem.help}" if problem.help else ""
    result = {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity.value,
        "message": {"text": f"{problem.message}{help_}"},
        "locations": [_location(problem.place)],
    }
    related = [
        {"id": number, **_location(further.place), "message": {"text": further.message}}
        for number, further in enumerate(problem.related)
    ]
    return result | ({"relatedLocations": related} if related else {})


def _location(place: Place) -> dict[str, Any]:
    region = {"startLine": place.line, "startColumn": place.column}
    return {"physicalLocation": {"artifactLocation": {"uri": quote(place.file)}, "region": region}}
