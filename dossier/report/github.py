"""Problems as annotations of a pull request: the workflow commands of GitHub Actions."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.model.problem import Problem

_IN_MESSAGES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = {**_IN_MESSAGES, ":": "%3A", ",": "%2C"}


def to_github(problems: Iterable[Problem]) -> str:
    """`::error file=…,line=…,col=…,title=…::message`, one line a problem; the mend follows in the message."""
    return "".join(f"{_command(problem)}\n" for problem in problems)


def _command(problem: Problem) -> str:
    place = problem.place
    properties = {
        "file": place.file,
        "line": str(place.line),
        "col": str(place.column),
        "title": problem.code,
    }
    listed = ",".join(f"{name}={_escape(value, _IN_PROPERTIES)}" for name, value in properties.items())
    message = f"{problem.message}\nhelp: {problem.help}" if problem.help else problem.message
    return f"::{problem.severity} {listed}::{_escape(message, _IN_MESSAGES)}"


def _escape(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(char, char) for char in text)
