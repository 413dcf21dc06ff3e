"""`check`: everything that authors wrote is read and judged, and no site built. The stages are called in `pipeline`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dossier import pipeline
from dossier.commands.example import example
from dossier.commands.exit_codes import PROBLEMS
from dossier.commands.fix import fix
from dossier.commands.formats import FORMATS
from dossier.leaves.numbers import counted
from dossier.model.problem import Problems
from dossier.report import Format, show


@click.command(epilog=example("check --format github"))
@click.option("--strict", is_flag=True, help="Let warnings fail the check, as CI does.")
@click.option(
    "--format",
    "shape",
    type=FORMATS,
    default=Format.TEXT.value,
    help="text for people, github for annotations of a pull request, json for other tools, sarif for code scanning.",
)
@click.option(
    "--no-cache", is_flag=True, help="Use nothing that was kept from earlier runs, and keep nothing."
)
@click.option(
    "--fix",
    "show_fixes",
    is_flag=True,
    help="Show what can be fixed with certainty: ids that have changed, schema lines, layout.",
)
@click.option("--yes", is_flag=True, help="With --fix: write it.")
@click.pass_obj
def check(root: Path, *, strict: bool, shape: str, no_cache: bool, show_fixes: bool, yes: bool) -> None:
    """Check every record, quotation and link, and build nothing.

    With --fix, what is certain is shown as a difference first; with --yes it is written, and what is left is shown.
    """
    if yes and not show_fixes:
        raise click.UsageError("--yes writes what --fix shows; give both")
    if show_fixes and Format(shape) is not Format.TEXT:
        raise click.UsageError("--fix shows a difference, for people; leave --format out")
    cache = None if no_cache else root / pipeline.CACHE
    problems = Problems()
    checked = pipeline.check(root, problems, cache=cache)
    if show_fixes and fix(root, problems, yes=yes):
        problems = Problems()
        pipeline.check(root, problems, cache=cache)
    show(problems, root, Format(shape))
    for key, count in checked.corpus.drafts.items():
        click.echo(f"{counted(count, 'draft')} in sources/{key}/drafts.yml", err=True)
    sys.exit(PROBLEMS if problems.stop(strict=strict) else 0)
