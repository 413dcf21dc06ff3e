"""What commands say while they work, on standard error."""

from __future__ import annotations

import click

from dossier import pipeline


def progress(*, quiet: bool) -> pipeline.Progress:
    """Tells of each finished stage; that we wait for another build is always said."""

    def say(stage: str, what: str) -> None:
        if not quiet or stage == pipeline.WAITING:
            click.echo(f"{click.style(f'{stage:<8}', bold=True)} {what}", err=True)

    return say
