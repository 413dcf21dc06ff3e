"""The page of the guide on commands says what `--help` says: `pytest … --update-golden` writes it anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from dossier.cli import main

PAGE = Path(__file__).parents[2] / "dossier/look/pages/guide/commands.md"
_SIGN = re.compile(r"([\\*_<>|\[\]{}])")
FRONT = """---
title: Every command
summary: What each command does and takes, as its help says it.
---

Each is typed behind `dossier`, in the folder of the site: `dossier check`. `dossier --root DIR check` works in another folder. Every command ends with 0 where all is well, with 1 where records have problems, and with 2 where it was typed wrongly.

New here? Begin with [from a PDF to a published claim](tutorial.md).
"""


def commands_page() -> str:
    context = click.Context(main)
    names = main.list_commands(context)
    return "\n".join([FRONT, *(_section(name, main.get_command(context, name)) for name in names)])


def _section(name: str, command: click.Command | None) -> str:
    assert command is not None
    arguments = " ".join(
        param.make_metavar(click.Context(command))
        for param in command.params
        if isinstance(param, click.Argument)
    )
    paragraphs = (" ".join(part.split()) for part in (command.help or "").split("\n\n"))
    said = "\n\n".join(_code(paragraph.replace("\b", "").strip()) for paragraph in paragraphs)
    rows = "\n".join(_rows(command))
    table = f"\n| option | what it does |\n|---|---|\n{rows}\n" if rows else ""
    return f"## `{f'{name} {arguments}'.strip()}` {{#{name}}}\n\n{said}\n{table}"


def _rows(command: click.Command) -> Iterator[str]:
    context = click.Context(command)
    for param in command.params:
        if isinstance(param, click.Option) and (record := param.get_help_record(context)):
            typed, said = record
            yield f"| `{typed}` | {_code(said)} |"


def _code(said: str) -> str:
    parts = said.split("`")
    return "`".join(part if number % 2 else _SIGN.sub(r"\\\1", part) for number, part in enumerate(parts))


def test_the_page_says_what_the_help_says(pytestconfig: pytest.Config) -> None:
    if pytestconfig.getoption("--update-golden", default=False):
        PAGE.write_text(commands_page(), "utf-8")
    assert PAGE.read_text("utf-8") == commands_page()
