"""`serve`: a preview that follows the save; MkDocs' own server reloads the browsers."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import click
from mkdocs.livereload import LiveReloadServer

from dossier import pipeline
from dossier.commands.example import example
from dossier.commands.progress import progress
from dossier.commands.schema import write_schemas
from dossier.leaves.progress import WAITING
from dossier.load.vocabulary import read_vocabulary
from dossier.model.problem import Problems
from dossier.model.usage_error import UsageError
from dossier.report import Format, show
from dossier.site import restore

WATCHED = ("sources", "docs", "overrides", "citations.bib", "works", "mkdocs.yml")


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
    """Show the site while you edit: every save builds it anew, and the browser follows.

    When something is wrong the problems are shown here, and the last good pages stay. Schemas of another version of
    the program are written anew.
    """
    say = progress(quiet=True)
    restore(root, root / "site", partial(say, WAITING))
    if vocabulary := read_vocabulary(root, Problems()):  # what is wrong with it the build says
        write_schemas(root, vocabulary)

    def rebuild(site: Path) -> bool:
        problems = Problems()
        published = pipeline.build(root, site, problems, say)
        show(problems, root, Format.TEXT)
        return published is not None

    serve_site(root, rebuild, host, port, open_browser=open_browser)


def serve_site(
    root: Path, rebuild: Callable[[Path], bool], host: str, port: int, *, open_browser: bool
) -> None:
    """Build with `rebuild` into a folder of its own, serve it, and build again after each save until interrupted.

    `rebuild` says whether it published. The published `site/` is not touched.
    Raises `UsageError` where the port is taken.
    """
    logging.getLogger("mkdocs.livereload").setLevel(logging.WARNING)
    with tempfile.TemporaryDirectory(prefix="dossier-") as folder:
        site = Path(folder) / "site"

        def builder() -> None:
            # An exception would hold back every page until the fix: the server waits for a build that ends well.
            try:
                built = rebuild(site)
            except UsageError as trouble:
                built = False
                click.echo(trouble, err=True)
            said = (
                f"Built; {server.url} shows it."
                if built
                else "Waiting for a fix; still serving the last good build."
            )
            click.echo(said, err=True)

        server = LiveReloadServer(builder, host=host, port=port, root=str(site))
        server.error_handler = lambda code: _error_page(site, code)
        for name in WATCHED:
            if (root / name).exists():
                server.watch(str(root / name), recursive=(root / name).is_dir())
        try:
            builder()
            server.serve(open_in_browser=open_browser)  # type: ignore[no-untyped-call]
        except OSError as error:
            raise UsageError(
                f"cannot serve on {host}:{port}: {error.strerror}; choose another port with --port"
            ) from error
        except KeyboardInterrupt:
            click.echo("Stopped.", err=True)
        finally:
            server.shutdown()


def _error_page(site: Path, code: int) -> bytes | None:
    page = site / f"{code}.html"
    return page.read_bytes() if page.is_file() else None
