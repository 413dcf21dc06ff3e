"""`check`: everything that authors wrote is read and judged, and no site built. The stages are called in `pipeline`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dossier.commands.example import example
from dossier.commands.exit_codes import PROBLEMS
from dossier.commands.formats import FORMATS
from dossier.commands.last_run import LastRun, Said
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
    last = LastRun(root)
    inputs = "" if no_cache or show_fixes else last.inputs()
    said = last.find(inputs) if inputs else None
    if said is None:
        said = _run(root, cached=not no_cache, show_fixes=show_fixes, yes=yes)
        if inputs and inputs == last.inputs():  # else something was saved meanwhile
            last.keep(inputs, said)
    show(said.problems, root, Format(shape))
    for line in said.lines:
        click.echo(line, err=True)
    sys.exit(PROBLEMS if said.problems.stop(strict=strict) else 0)


def _run(root: Path, *, cached: bool, show_fixes: bool, yes: bool) -> Said:
    """Check everything; with fixes, once more after they were written."""
    from dossier import pipeline  # noqa: PLC0415 - it takes longer than to find that nothing has changed

    cache = root / pipeline.CACHE if cached else None
    problems = Problems()
    checked = pipeline.check(root, problems, cache=cache)
    if show_fixes:
        from dossier.commands.fix import fix  # noqa: PLC0415 - few ask for it

        if fix(root, problems, yes=yes):
            problems = Problems()
            checked = pipeline.check(root, problems, cache=cache)
    drafts = checked.corpus.drafts.items()
    return Said(problems, [f"{counted(count, 'draft')} in sources/{key}/drafts.yml" for key, count in drafts])
