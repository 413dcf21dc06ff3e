"""`clean`: what builds write for themselves goes; what people wrote and the published site stay."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from dossier.commands.example import example
from dossier.model.usage_error import UsageError

BUILT = "build"


@click.command(epilog=example("clean"))
@click.pass_obj
def clean(root: Path) -> None:
    """Remove the pages and all else that builds keep in build/; the published site stays."""
    folder = root / BUILT
    if folder.is_symlink():
        raise UsageError(f"{folder} is a symbolic link; remove it yourself, a build makes the folder")
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:
        click.echo("There was nothing to remove.")
    except OSError as error:
        raise UsageError(f"{folder} could not be removed: {error.strerror}") from error
    else:
        click.echo(f"{BUILT}/ is gone; the next build makes it anew.")
