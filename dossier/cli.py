"""The command line: what a person or CI types. The stages are called in `pipeline`, other commands live in `commands`.

Exit codes: 0 clean, 1 problems in what authors wrote, 2 wrong use or environment.
"""

from __future__ import annotations

import sys
from functools import partial
from io import TextIOWrapper
from pathlib import Path

import click

from dossier import __version__, pipeline
from dossier.commands.example import example
from dossier.commands.explain import explain
from dossier.commands.find import find
from dossier.commands.fmt import fmt
from dossier.commands.new import new
from dossier.commands.pin import pin
from dossier.commands.schema import schema, write_schemas
from dossier.commands.serve import serve_site
from dossier.commands.suggest import suggest
from dossier.leaves.program import command
from dossier.load.vocabulary import read_vocabulary
from dossier.model.problem import Problems
from dossier.model.usage_error import UsageError
from dossier.report import Format, show
from dossier.site import restore

PROBLEMS = 1
WRONG_USE = 2

_ANYWHERE = ("explain", "new")
"""Commands that need no project."""

FORMATS = click.Choice([shape.value for shape in Format])


class CommandGroup(click.Group):
    """Shows `UsageError` as one line and exit code 2, as click does for wrong usage."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except UsageError as trouble:
            click.echo(f"{click.style('error:', fg='red', bold=True)} {trouble}", err=True)
            ctx.exit(WRONG_USE)


@click.group(
    cls=CommandGroup,
    invoke_without_command=True,
    epilog=example("check"),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="dossier")
@click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=Path(),
    help="The project's folder, which holds mkdocs.yml and sources/; the current one unless given.",
)
@click.pass_context
def main(ctx: click.Context, root: Path) -> None:
    """Dossier makes a site of source-backed research notes, and proves that every quotation was found in its source.

    Without a command it builds the site.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # texts have letters that a pipe's own encoding may lack
            stream.reconfigure(encoding="utf-8")
    root = root.resolve()  # MkDocs reads a path that is relative against the folder of mkdocs.yml
    is_project = (root / "mkdocs.yml").is_file() and (root / "sources").is_dir()
    if not is_project and ctx.invoked_subcommand not in _ANYWHERE:
        raise UsageError(
            f"{root} holds no mkdocs.yml and sources/; run this in the project's folder, use --root, "
            f"or begin a project with `{command('new DIR')}`"
        )
    ctx.obj = root
    if ctx.invoked_subcommand is None:
        ctx.invoke(build)


@main.command(epilog=example("build --strict --site public"))
@click.option("--strict", is_flag=True, help="Let warnings stop the build, as CI does.")
@click.option(
    "--site",
    type=click.Path(path_type=Path),
    default=None,
    help="Where the site goes; site/ in the project unless given.",
)
@click.option(
    "--format",
    "shape",
    type=FORMATS,
    default=Format.TEXT.value,
    show_default=True,
    help="How problems are shown.",
)
@click.option(
    "--no-cache", is_flag=True, help="Use nothing that was kept from earlier builds, and keep nothing."
)
@click.option("--quiet", "-q", is_flag=True, help="Say nothing of progress.")
@click.pass_obj
def build(root: Path, *, strict: bool, site: Path | None, shape: str, no_cache: bool, quiet: bool) -> None:
    """Check everything and build the site.

    With any problem nothing is published, and the last good site stays as it is.
    """
    problems = Problems()
    if site is not None and not site.name:
        raise UsageError(f"--site {site} has no name; name a folder that the site gets for itself")
    folder = site.absolute() if site else root / "site"
    progress = _progress(quiet=quiet)
    published = pipeline.build(root, folder, problems, progress, strict=strict, cached=not no_cache)
    show(problems, root, Format(shape))
    if published is None:
        click.echo("Nothing was published; the last good site stays.", err=True)
        sys.exit(PROBLEMS)


@main.command(epilog=example("check --format github"))
@click.option("--strict", is_flag=True, help="Let warnings fail the check, as CI does.")
@click.option(
    "--format",
    "shape",
    type=FORMATS,
    default=Format.TEXT.value,
    help="text for people, github for annotations of a pull request, json for programs, sarif for code scanning.",
)
@click.pass_obj
def check(root: Path, *, strict: bool, shape: str) -> None:
    """Check every record, quotation and link, and build nothing."""
    problems = Problems()
    pipeline.check(root, problems)
    show(problems, root, Format(shape))
    sys.exit(PROBLEMS if problems.stop(strict=strict) else 0)


@main.command(epilog=example("serve --open"))
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
    say = _progress(quiet=True)
    restore(root, root / "site", partial(say, pipeline.WAITING))
    if vocabulary := read_vocabulary(root, Problems()):  # what is wrong with it the build says
        write_schemas(root, vocabulary)

    def rebuild(site: Path) -> bool:
        problems = Problems()
        published = pipeline.build(root, site, problems, say)
        show(problems, root, Format.TEXT)
        return published is not None

    serve_site(root, rebuild, host, port, open_browser=open_browser)


main.add_command(explain)
main.add_command(find)
main.add_command(fmt)
main.add_command(new)
main.add_command(pin)
main.add_command(schema)
main.add_command(suggest)


def _progress(*, quiet: bool) -> pipeline.Progress:
    """Tells of each finished stage on standard error; that we wait for another build is always said."""

    def say(stage: str, what: str) -> None:
        if not quiet or stage == pipeline.WAITING:
            click.echo(f"{click.style(f'{stage:<8}', bold=True)} {what}", err=True)

    return say
