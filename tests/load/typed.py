"""Drafts and records from a few typed lines, for the tests of `load`."""

from __future__ import annotations

from textwrap import dedent

from dossier.load.drafts import Draft
from dossier.load.files import File
from dossier.load.lists import parse_list
from dossier.model.problem import Problems

NAME = "typed.yml"


def typed(text: str) -> File:
    return File(NAME, dedent(text).removeprefix("\n"))


def draft(text: str) -> Draft:
    """The first record of a text that lists records without any problem."""
    problems = Problems()
    found = parse_list(typed(text), problems)
    assert list(problems) == []
    return found.drafts[0]


def told(problems: Problems) -> list[tuple[int, int, str]]:
    """Line, column and code of every problem."""
    return [(each.place.line, each.place.column, each.code) for each in problems]
