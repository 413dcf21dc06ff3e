"""`serve`: a preview that follows the save. Building is handed in; MkDocs' own server reloads the browsers."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable
from pathlib import Path

import click
from mkdocs.livereload import LiveReloadServer

from dossier.model.usage_error import UsageError

WATCHED = ("sources", "docs", "overrides", "citations.bib", "works", "mkdocs.yml")


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
