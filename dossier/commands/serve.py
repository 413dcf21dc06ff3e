"""`serve`: a preview that follows the save. Its pages are left to `preview`, browsers to `preview_server`."""

from __future__ import annotations

import threading
import webbrowser
from functools import partial
from pathlib import Path

import click

from dossier.commands.example import example
from dossier.commands.preview import Preview
from dossier.commands.preview_server import serving
from dossier.commands.progress import progress
from dossier.commands.schema import write_schemas
from dossier.leaves.progress import WAITING
from dossier.load.vocabulary import read_vocabulary
from dossier.model.problem import Problems
from dossier.report import Format, show
from dossier.site import restore
from dossier.site.page_preview import site_path


@click.command(epilog=example("serve --open"))
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(1, 65535),
    help="The port.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open the site in a browser.")
@click.pass_obj
def serve(root: Path, *, host: str, port: int, open_browser: bool) -> None:
    """Show the site while you edit: a page is made when you look at it, and follows each save.

    When something is wrong it is shown here and over the last good page. Nothing is written to site/. Schemas of
    another version of Dossier are written anew.
    """
    say = progress(quiet=True)
    restore(root, root / "site", partial(say, WAITING))
    if vocabulary := read_vocabulary(root, Problems()):  # what is wrong with it the check says
        write_schemas(root, vocabulary)
    path = site_path(root)

    def tell(preview: Preview) -> None:
        if preview.problems:
            show(preview.problems, root, Format.TEXT)
        shows = "shows it" if not preview.problems.errors else "shows the last good pages; waiting for a fix"
        click.echo(f"http://{host}:{port}{path} {shows}.", err=True)

    try:
        with serving(root, path, host, port, tell):
            if open_browser:
                webbrowser.open(f"http://{host}:{port}{path}")
            threading.Event().wait()
    except KeyboardInterrupt:
        click.echo("Stopped.", err=True)
