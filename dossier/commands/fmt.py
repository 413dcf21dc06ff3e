"""`fmt`: lays out the YAML files of records alike, so that a change shows as what was changed.

What the layout is, is left to `yaml_layout`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from dossier.commands.example import example
from dossier.commands.yaml_layout import NoLayoutError, laid_out
from dossier.leaves.program import command
from dossier.leaves.tree import files_below
from dossier.leaves.whole_files import write_whole
from dossier.load.files import read_file
from dossier.load.schemas import FOLDER as SCHEMAS
from dossier.model.problem import Problems

_PROBLEMS = 1


def record_files(root: Path) -> Iterator[str]:
    """The YAML files of records, relative to the project."""
    for path in files_below(root / "sources"):
        name = f"sources/{path}"
        if name.endswith(".yml") and not name.startswith(f"{SCHEMAS}/"):
            yield name


@click.command(epilog=example("fmt --check"))
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--check", "only_check", is_flag=True, help="Write nothing; fail where a file would change.")
@click.pass_obj
def fmt(root: Path, files: tuple[Path, ...], *, only_check: bool) -> None:
    """Lay out the YAML files of records: indents, lists, long texts as blocks below `>-`.

    FILES are the files to lay out, all unless given. No value and no comment changes, and a second run changes
    nothing. A file that is not YAML stays as it is.
    """
    wanted = {path.resolve() for path in files}
    names = [name for name in record_files(root) if not wanted or (root / name).resolve() in wanted]
    other, left = [], []
    for name in names:
        file = read_file(root, name, Problems())  # what keeps it from being read `check` says
        if file is None or not file.decoded:
            left.append((name, "it cannot be read"))
            continue
        try:
            made = laid_out(file.text).encode()
        except NoLayoutError as error:
            left.append((name, str(error)))
            continue
        if made != (root / name).read_bytes():
            other.append(name)
            if not only_check:
                write_whole(root / name, made)
    for name in other:
        click.echo(f"{name} {'is laid out otherwise' if only_check else 'laid out'}")
    for name, why in left:
        click.echo(f"{name} stays as it is: {why}; `{command('check')}` says more", err=True)
    if not (other or left):
        click.echo("All files are laid out alike.")
    if left or (only_check and other):
        sys.exit(_PROBLEMS)
