"""`check --fix`: writes what is certain: an id that has changed, the line that names a schema, the layout of YAML."""

from __future__ import annotations

from pathlib import Path

import click

from dossier.commands.edits import Change, Changes, Edit, changes_of, difference, read_typed, write
from dossier.commands.fmt import record_files
from dossier.commands.yaml_layout import NoLayoutError, laid_out
from dossier.leaves.program import command
from dossier.model.problem import Problems
from dossier.model.usage_error import UsageError


def fix(root: Path, problems: Problems, *, yes: bool) -> bool:
    """Show the fixes that problems bring with them, and the layout; whether they were written."""
    changes = _fixes(root, problems)
    click.echo(difference(changes), nl=False)
    if changes and yes:
        write(root, changes)
    elif changes:
        click.echo(f"Nothing was written; `{command('check --fix --yes')}` writes this.\n", err=True)
    return bool(changes) and yes


def _fixes(root: Path, problems: Problems) -> Changes:
    edits = [
        Edit(problem.place, problem.fix.typed, problem.fix.instead) for problem in problems if problem.fix
    ]
    changes = changes_of(root, edits)
    for name in record_files(root):
        try:
            typed = read_typed(root, name)
            before = changes.get(name, Change(typed, typed))
            after = laid_out(before.after)
        except (UsageError, NoLayoutError):
            continue
        if after != before.before:
            changes[name] = Change(before.before, after)
    return changes
