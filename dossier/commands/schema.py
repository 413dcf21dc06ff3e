"""`schema`: writes the JSON Schemas of the YAML files for editors. What they say is left to `load`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from dossier.commands.example import example
from dossier.leaves.program import command
from dossier.load.schemas import FOLDER, schemas, stale_files

_STALE = 1


def _write(root: Path, names: Iterable[str]) -> None:
    made = schemas()
    (root / FOLDER).mkdir(parents=True, exist_ok=True)
    for name in names:
        path = root / FOLDER / name
        if name in made:
            path.write_bytes(made[name].encode())
        else:
            path.unlink()


@click.command(epilog=example("schema --check"))
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; fail where a schema is not current."
)
@click.pass_obj
def schema(root: Path, *, only_check: bool) -> None:
    """Write the JSON Schemas of the YAML files to sources/schema/, for editors."""
    stale = stale_files(root)
    if not only_check:
        _write(root, stale)
    for name in stale:
        click.echo(f"{FOLDER}/{name} {'is not current' if only_check else 'written'}")
    if not stale:
        click.echo("All schemas are current.")
    elif only_check:
        click.echo(f"Run `{command('schema')}` and commit what it writes.")
        raise SystemExit(_STALE)
