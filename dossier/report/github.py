"""Problems as annotations of a pull request: the workflow commands of GitHub Actions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.model.place import Place
from dossier.model.problem import Problem
from dossier.model.severity import Severity

_NOTICE = "notice"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: _NOTICE}
_IN_MESSAGES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = {**_IN_MESSAGES, ":": "%3A", ",": "%2C"}


def to_github(problems: Iterable[Problem]) -> str:
    """`::error file=…,line=…,col=…,title=…::message`, one line a problem, and a `::notice` at each further place.

    A problem's message goes on with its further places and its help, a further place's with the problem.
    """
    return "".join(f"{command}\n" for problem in problems for command in _commands(problem))


def _commands(problem: Problem) -> Iterator[str]:
    further = [f"{related.place}: {related.message}" for related in problem.related]
    help_ = [f"help: {problem.help}"] if problem.help else []
    yield _command(
        _LEVELS[problem.severity], problem.place, problem.code, [problem.message, *further, *help_]
    )
    for related in problem.related:
        message = [related.message, f"{problem.place}: {problem.message}"]
        yield _command(_NOTICE, related.place, problem.code, message)


def _command(level: str, place: Place, title: str, lines: Iterable[str]) -> str:
    properties = {"file": place.file, "line": str(place.line), "col": str(place.column), "title": title}
    listed = ",".join(f"{name}={_escape(value, _IN_PROPERTIES)}" for name, value in properties.items())
    message = "\n".join(lines)
    return f"::{level} {listed}::{_escape(message, _IN_MESSAGES)}"


def _escape(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(char, char) for char in text)
