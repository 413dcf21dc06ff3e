"""`clean`: what builds write for themselves goes; what people wrote and the published site stay."""

from __future__ import annotations

import shutil
from contextlib import suppress
from functools import partial
from pathlib import Path

import click

from dossier.commands.example import example
from dossier.model.usage_error import UsageError

BUILT = "build"


@click.command(epilog=example("clean"))
@click.pass_obj
def clean(root: Path) -> None:
    """Remove the pages and all else that builds keep in build/; the published site stays.

    A build that is at work is waited for.
    """
    folder = root / BUILT
    if folder.is_symlink():
        raise UsageError(f"{folder} is a symbolic link; remove it yourself, a build makes the folder")
    if not folder.exists():
        click.echo("There was nothing to remove.")
        return
    try:
        _remove(folder)
    except OSError as error:
        raise UsageError(f"{folder} could not be removed: {error.strerror}") from error
    click.echo(f"{BUILT}/ is gone; the next build makes it anew.")


def _remove(folder: Path) -> None:
    from dossier.site.lock import NAME, hold  # noqa: PLC0415 - most commands have no use for it

    with hold(folder / NAME, partial(click.echo, err=True)):
        for path in folder.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            elif path.name != NAME:
                path.unlink()
    with suppress(OSError):  # the next build has begun
        folder.rmdir()
