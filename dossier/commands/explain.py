"""`explain`: what a code means, with an example and how to fix it; the page of errors says the same."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import click

from dossier.commands.example import example
from dossier.leaves.nearest import suggest
from dossier.leaves.program import command
from dossier.model.codes import Code
from dossier.model.severity import Severity
from dossier.model.usage_error import UsageError
from dossier.render.error_examples import error_examples

_WIDTH = 100
_COUNTS = {
    Severity.ERROR: "an error: it stops the build",
    Severity.WARNING: "a warning: it stops a strict build",
    Severity.NOTE: "a note: it stops nothing",
}


@click.command(epilog=example("explain quote-not-found"))
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Say what a problem CODE means, with an example and how to fix it; without CODE, list all of them.

    The code is the word in brackets at the end of a problem.
    """
    if code is None:
        for known in Code:
            click.echo(f"{known:<24} {known.explanation}")
        return
    typed = code.strip("[]").lower()
    found = next((known for known in Code if known == typed), None)
    if found is None:
        help_ = suggest(typed, Code) or f"`{command('explain')}` lists them"
        raise UsageError(f"there is no code `{code}`; {help_}")
    click.echo("\n".join(_explained(found)))


def _explained(code: Code) -> Iterator[str]:
    shown = error_examples()[code]
    yield f"{code} is {_COUNTS[code.severity]}."
    yield from ("", textwrap.fill(code.explanation, _WIDTH), "", "For example:", "")
    yield textwrap.indent(shown.shown, "    ")
    yield from ("", "To fix it:", "", textwrap.indent(shown.fix, "    "))
