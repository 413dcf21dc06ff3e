"""The command line: what a person or CI types. Each command is the module of its name in `commands`.

Exit codes: 0 clean, 1 problems in what authors wrote, 2 wrong use or environment.
"""

from __future__ import annotations

import atexit
import gc
import sys
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path

import click

from dossier import __version__
from dossier.commands.example import example
from dossier.commands.exit_codes import WRONG_USE
from dossier.leaves.program import command
from dossier.model.usage_error import UsageError

COMMANDS = {
    "add": "Make a source of a document: PDF, Word, web page, text.",
    "build": "Check everything and build the site.",
    "check": "Check every record, quotation and link, and build nothing.",
    "clean": "Remove the pages and all else that builds keep in build/.",
    "diff": "Show which records were added, changed, renamed, withdrawn or removed.",
    "explain": "Say what a problem CODE means, with an example and how to fix it.",
    "find": "Find words in the texts, and show each place as a claim to paste.",
    "fmt": "Lay out the YAML files of records.",
    "highlights": "Turn what you highlighted in a source into drafts of claims.",
    "new": "Write a site of your own into DIR.",
    "pin": "Pin the text of a source.",
    "questions": "Propose comparisons: claims that look alike and that no question joins.",
    "release": "Keep this state of the records as a version.",
    "rename": "Give the record OLD the id NEW.",
    "schema": "Write the JSON Schemas of the YAML files.",
    "serve": "Show the site while you edit.",
    "suggest": "List the sentences that look checkable and that no claim quotes.",
    "works": "Lay in FILE, an export of a reference manager.",
}
"""The commands, and what the list of them says of each: a command is imported when it is called, since that takes
longer than to show a list."""

_NEW_OBJECTS = 1_000_000
"""So many new objects are looked through for garbage, where Python looks at 700: records stay, and hold no circles."""
_ANYWHERE = ("explain", "new")
"""Commands that need no project."""


class CommandGroup(click.Group):
    """Shows `UsageError`, and what the system refuses, as one line and exit code 2, as click does for wrong usage."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except UsageError as trouble:
            why = str(trouble)
        except BrokenPipeError:  # whoever reads has seen enough: click ends in silence
            raise
        except OSError as error:  # a full disk, a folder that may not be read or written
            where = f"{error.filename}: " if error.filename else ""
            why = f"{where}{error.strerror or error}"
        click.echo(f"{click.style('error:', fg='red', bold=True)} {why}", err=True)
        return ctx.exit(WRONG_USE)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        return _command(cmd_name) if cmd_name in COMMANDS else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))


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
    gc.set_threshold(_NEW_OBJECTS)
    atexit.register(gc.freeze)  # else Python looks through all of them once more at its end
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
        ctx.invoke(_command("build"))


def _command(name: str) -> click.Command:
    found: click.Command = getattr(import_module(f"dossier.commands.{name}"), name)
    return found
