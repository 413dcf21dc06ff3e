"""`build`: everything is checked, then a site made of it. The stages are called in `pipeline`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dossier.commands.example import example
from dossier.commands.exit_codes import PROBLEMS
from dossier.commands.formats import FORMATS
from dossier.commands.last_run import LastRun, Said
from dossier.commands.progress import progress
from dossier.model.problem import Problems
from dossier.model.usage_error import UsageError
from dossier.report import Format, show


@click.command(epilog=example("build --strict --site public"))
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
@click.option(
    "--zip",
    "archive",
    is_flag=True,
    help="Pack the whole site into dossier.zip, too, which opens from a disk; pages then link to it.",
)
@click.option("--quiet", "-q", is_flag=True, help="Say nothing of progress.")
@click.pass_obj
def build(
    root: Path,
    *,
    strict: bool,
    site: Path | None,
    shape: str,
    no_cache: bool,
    archive: bool,
    quiet: bool,
) -> None:
    """Check everything and build the site.

    With any problem nothing is published, and the last good site stays as it is.
    """
    if site is not None and not site.name:
        raise UsageError(f"--site {site} has no name; name a folder that the site gets for itself")
    folder = site.absolute() if site else root / "site"
    last, say = LastRun(root, folder, archive=archive), progress(quiet=quiet)
    inputs = "" if no_cache else last.inputs()
    said = last.find(inputs) if inputs else None
    if said and not said.problems.stop(strict=strict):
        say("site", "nothing has changed since it was built")
        show(said.problems, root, Format(shape))
        return

    from dossier import pipeline  # noqa: PLC0415 - it takes longer than all of the above

    problems = Problems()
    published = pipeline.build(
        root, folder, problems, say, strict=strict, cached=not no_cache, archive=archive
    )
    show(problems, root, Format(shape))
    if published is None:
        click.echo("Nothing was published; the last good site stays.", err=True)
        sys.exit(PROBLEMS)
    if published.plain and inputs and inputs == last.inputs():  # else something was saved meanwhile
        last.keep(inputs, Said(problems), published.digests)
