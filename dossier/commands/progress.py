"""What commands say while they work, on standard error."""

from __future__ import annotations

import click

from dossier.leaves.progress import WAITING, Progress


def progress(*, quiet: bool) -> Progress:
    """Tells of each finished stage; that we wait for another build is always said."""

    def say(stage: str, what: str) -> None:
        if not quiet or stage == WAITING:
            click.echo(f"{click.style(f'{stage:<8}', bold=True)} {what}", err=True)

    return say
