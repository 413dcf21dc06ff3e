"""`schema`: writes the JSON Schemas of the YAML files for editors. What they say is left to `load`."""

from __future__ import annotations

from pathlib import Path

import click

from dossier.commands.example import example
from dossier.leaves.program import command
from dossier.leaves.whole_files import write_whole
from dossier.load import load
from dossier.load.schemas import FOLDER, IDS_FILE, ids_schema, schemas, stale_files
from dossier.load.vocabulary import read_vocabulary
from dossier.model.problem import Problems
from dossier.model.vocabulary import Vocabulary
from dossier.report import Format, show

_FAILED = 1


def write_schemas(root: Path, vocabulary: Vocabulary) -> list[str]:
    """Write the schemas and the list of ids that are not current, and remove those of kinds that are gone; names."""
    made, stale = schemas(vocabulary), stale_files(root, vocabulary)
    (root / FOLDER).mkdir(parents=True, exist_ok=True)
    for name in stale:
        path = root / FOLDER / name
        if name in made:
            write_whole(path, made[name].encode())
        else:
            path.unlink()
    ids = ids_schema(load(root, Problems())).encode()
    path = root / FOLDER / IDS_FILE
    if path.is_file() and path.read_bytes() == ids:
        return stale
    write_whole(path, ids)
    return [*stale, IDS_FILE]


@click.command(epilog=example("schema --check"))
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; fail where a schema is not current."
)
@click.pass_obj
def schema(root: Path, *, only_check: bool) -> None:
    """Write the JSON Schemas of the YAML files to sources/schema/, for editors, with a list of the ids to offer.

    --check looks at the schemas alone: the list of ids goes on to offer those that there were.
    """
    problems = Problems()
    vocabulary = read_vocabulary(root, problems)
    if vocabulary is None:
        show(problems, root, Format.TEXT)
        raise SystemExit(_FAILED)
    stale = stale_files(root, vocabulary) if only_check else write_schemas(root, vocabulary)
    for name in stale:
        click.echo(f"{FOLDER}/{name} {'is not current' if only_check else 'written'}")
    if not stale:
        click.echo("All schemas are current.")
    elif only_check:
        click.echo(f"Run `{command('schema')}` and commit what it writes.")
        raise SystemExit(_FAILED)
